import type { RequestHandler } from 'express'
import type { Driver } from 'neo4j-driver'

const patience = 1_500

/** 200 for as long as the process lives. */
export const livez: RequestHandler = (_, response) => {
  response.type('text').send('alive\n')
}

/** 200 when the graph answers now, else 503 and why. */
export function readyz(driver: Driver, database: string, isClosing: () => boolean): RequestHandler {
  return async (_, response) => {
    response.set('Cache-Control', 'no-store').type('text')
    const reason = isClosing() ? 'this process is stopping' : await whyNot(driver, database)
    response.status(reason ? 503 : 200).send(`${reason ?? 'ready'}\n`)
  }
}

async function whyNot(driver: Driver, database: string): Promise<string | undefined> {
  const session = driver.session({ database, defaultAccessMode: 'READ' })
  const late = new Promise<never>((_, reject) => {
    setTimeout(reject, patience, new Error(`no answer within ${patience} ms`)).unref()
  })
  try {
    await Promise.race([session.run('RETURN 1', {}, { timeout: patience }), late])
    return undefined
  } catch (error) {
    console.error(`not ready: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`)
    return 'the graph does not answer: Neo4j is stopped, starting or out of reach'
  } finally {
    session.close().catch(() => undefined)
  }
}
