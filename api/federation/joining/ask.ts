import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Remote } from './federationFile.ts'

export const mostAnswerBytes = 8 * 1024 * 1024
const mostAtOnce = 16

/** Why a subgraph gave no answer, in words that may be shown to anybody; what else is known is for the log. */
export class NoAnswer extends Error {
  readonly detail: string
  constructor(message: string, detail = message) {
    super(message)
    this.detail = detail
  }
}

export type Asking = (
  body: { query: string; variables?: Record<string, unknown> },
  timeout?: number,
  gone?: AbortSignal,
) => Promise<unknown>

/**
 * How one subgraph is asked: a few requests at once, the others wait their turn within the same time. Nothing of who asks
 * us is sent on, redirects are not followed, and what is not JSON, or too much of it, is no answer (`NoAnswer`). Its
 * request ends when `gone` aborts.
 */
export function asking({ url, headers, timeout }: Remote): Asking {
  const to = new URL(url)
  const [request, Agent] = to.protocol === 'https:' ? [httpsRequest, HttpsAgent] : [httpRequest, HttpAgent]
  const agent = new Agent({ keepAlive: true, maxSockets: mostAtOnce })

  return async (body, patience = timeout, gone) => {
    const text = JSON.stringify(body)
    const late = AbortSignal.timeout(patience)
    const signal = gone ? AbortSignal.any([late, gone]) : late
    try {
      return parsed(
        await once(text, signal).catch((error: unknown) => {
          // A connection kept open may have been closed at the other end meanwhile.
          if (error instanceof StaleConnection) return once(text, signal)
          throw error
        }),
      )
    } catch (error) {
      if (late.aborted) throw new NoAnswer(`did not answer within ${patience} ms`)
      if (error instanceof NoAnswer) throw error
      const { code, message } = error as NodeJS.ErrnoException
      throw new NoAnswer('could not be reached', `could not be reached: ${code ?? message}`)
    }
  }

  function once(text: string, signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      const sent = request(to, {
        method: 'POST',
        agent,
        signal,
        headers: {
          ...headers,
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(text),
          accept: 'application/json',
          'accept-encoding': 'identity',
        },
      })
      sent.once('response', (response) => {
        bodyOf(response).then(resolve, (error: unknown) => {
          sent.destroy()
          reject(error)
        })
      })
      sent.once('error', (error: NodeJS.ErrnoException) => {
        const isStale = sent.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '')
        reject(isStale ? new StaleConnection(error.message) : error)
      })
      sent.end(text)
    })
  }
}

class StaleConnection extends Error {}

async function bodyOf(response: IncomingMessage): Promise<string> {
  const { statusCode: status = 0 } = response
  if (status >= 300 && status < 400) {
    throw new NoAnswer(`sends elsewhere (HTTP ${status}), which is not followed`)
  }
  if (status !== 200) throw new NoAnswer(`answered with HTTP ${status}`)
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      bytes += chunk.length
      if (bytes > mostAnswerBytes) throw new NoAnswer(`answered with more than ${mostAnswerBytes >> 20} MiB`)
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof NoAnswer) throw error
    throw new NoAnswer('broke off in the middle of its answer')
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new NoAnswer('answered with something that is not JSON')
  }
}
