import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { bring, isAway } from '../../../web/import/ask.ts'

let server: Server | undefined
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  vi.useRealTimers()
  server?.closeAllConnections()
  server?.close()
})

/** What comes of a check by a server that answers so; a browser adds the address of its page by itself. */
async function checked(answers: RequestListener, signal?: AbortSignal) {
  server = createServer(answers)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init))
  vi.stubGlobal('navigator', { onLine: true })
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const heard: number[] = []
  const asking = { token: 't', ...(signal && { signal }) }
  const answer = await bring('check', [], {}, asking, ({ done }) => heard.push(done)).catch(
    (error: unknown) => ({ says: (error as Error).message, mayComeBack: isAway(error) }),
  )
  return { answer, heard }
}
const broken = {
  says: 'La connexion au serveur s’est rompue pendant la vérification. Rien n’a été écrit.',
  mayComeBack: true,
}
const halfway = `${JSON.stringify({ progress: { step: 'reading', done: 5, of: 9 } })}\n`

describe('a check', () => {
  test('is done when its last word has come, whatever says meanwhile that it goes on', async () => {
    const all = `{}\n${halfway}{}\n${JSON.stringify({ answer: { id: 'a' } })}\n`
    expect(await checked((_, response) => response.end(all))).toEqual({ answer: { id: 'a' }, heard: [5] })
  })

  test('is broken when the connection ends without it', async () => {
    expect(await checked((_, response) => response.end(halfway))).toEqual({ answer: broken, heard: [5] })
  })

  test('is broken when the connection is cut', async () => {
    const { answer } = await checked((_, response) => {
      response.write(halfway, () => response.destroy())
    })
    expect(answer).toEqual(broken)
  })

  test('is broken when what stands in front of the server says that it is gone', async () => {
    const { answer } = await checked((_, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'))
    expect(answer).toEqual(broken)
  })

  test('is broken when nothing is heard for twelve seconds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const { answer } = await checked((_, response) => {
      response.write(halfway, () => void vi.advanceTimersByTimeAsync(12_000))
    })
    expect(answer).toEqual(broken)
  })

  test('that is stopped says so, and waits for nobody', async () => {
    const stop = new AbortController()
    const { answer } = await checked((_, response) => {
      response.write(halfway, () => stop.abort())
    }, stop.signal)
    expect(answer).toEqual({ says: 'Arrêté. Rien n’a été écrit.', mayComeBack: false })
  })
})
