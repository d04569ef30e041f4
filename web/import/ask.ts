import type {
  Bringing,
  Failure,
  Listed,
  ProblemPage,
  Progress,
  Recognised,
  Recognising,
  Told,
  Undone,
  WholeReport,
} from '../../api/exchange/upload/answers.ts'
import { t } from '../messages.ts'
import { own, type Sentence } from './sentences.ts'

/** Why the server did not do what it was asked; the status is 0 when it could not be reached. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly status: number
  readonly says: Sentence[]
  constructor(status: number, message: string, says: Sentence[] = [own(message)]) {
    super(message)
    this.status = status
    this.says = says
  }
}

/** Whether the server or its store is away, so that it may answer later. */
export const isAway = (error: unknown) =>
  error instanceof Refusal && (error.status === 0 || error.status === 503)

/** What went wrong, in sentences. */
export const reasons = (error: unknown): Sentence[] =>
  error instanceof Refusal ? error.says : [own(error instanceof Error ? error.message : String(error))]

export type Asking = { token: string; signal?: AbortSignal }
type Failures = { errors?: { message: string; extensions?: { says?: Sentence[] } }[] }
type Line<Answer> = {
  progress?: Progress
  answer?: Answer
  failure?: Failure
}

// Milliseconds; the server says every three seconds that it is there, even when there is nothing to tell.
const silence = 12_000

/** The imports that were made, for who has the token. @throws Refusal 401 without it, 404 where nobody may import */
export const list = async (asking: Asking) => read<Listed>(await sent('', asking))

/** Hands a file over; the server keeps it for an hour. */
export async function handOver(file: File, asking: Asking): Promise<{ id: string; bytes: number }> {
  const headers = { 'content-type': 'application/octet-stream' }
  const path = `/files?${new URLSearchParams({ name: file.name })}`
  return read(await sent(path, asking, { method: 'POST', body: file, headers }))
}

export const recognise = async (files: string[], how: Recognising, asking: Asking) =>
  read<Recognised>(await sent('/recognise', asking, json({ files, ...how })))

/** Some problems of one group of a check or a load, from this one on. */
export const problems = async (report: string, group: number, from: number, asking: Asking) =>
  read<ProblemPage>(await sent('/problems', asking, json({ report, group, from })))

/** All of them. */
export const wholeReport = async (report: string, asking: Asking) =>
  read<WholeReport>(await sent('/report', asking, json({ report })))

type Hearing = (said: Progress) => void

/** Takes an import back, or says what that would do; says how far it is meanwhile. */
export const undo = (number: number, isDryRun: boolean, asking: Asking, hear: Hearing) =>
  followed<Undone>(
    `/${number}/undo`,
    { isDryRun },
    asking,
    hear,
    t(isDryRun ? 'import.undo.look.broken' : 'import.undo.broken'),
  )

/** Checks or loads; says how far it is meanwhile. */
export const bring = (
  how: 'check' | 'load',
  files: string[],
  what: Bringing,
  asking: Asking,
  hear: Hearing,
) => followed<Told>(`/${how}`, { files, ...what }, asking, hear, t(`import.${how}.broken`))

/** What comes line by line; `broken` says what is safe when the end does not come. */
async function followed<Answer>(
  path: string,
  body: object,
  asking: Asking,
  hear: Hearing,
  broken: string,
): Promise<Answer> {
  const patience = patient(asking.signal)
  try {
    const response = await sent(path, { ...asking, signal: patience.signal }, json(body))
    for await (const text of linesOf(response, patience.renew)) {
      const { progress, answer, failure } = JSON.parse(text) as Line<Answer>
      if (progress) hear(progress)
      if (failure)
        throw new Refusal(failure.code === 'UNAVAILABLE' ? 503 : 200, failure.message, failure.says)
      if (answer) return answer
    }
  } catch (error) {
    if (error instanceof Refusal && error.status !== 0) throw error
    if (asking.signal?.aborted) throw new Error(t('import.stopped'), { cause: error })
    console.warn(error)
  } finally {
    patience.end()
  }
  throw new Refusal(0, broken)
}

/** A signal that ends what is asked when the other one does, or when nothing renewed it for too long. */
function patient(other?: AbortSignal) {
  const ends = new AbortController()
  const end = () => ends.abort()
  let timer = setTimeout(end, silence)
  other?.addEventListener('abort', end)
  return {
    signal: ends.signal,
    renew: () => {
      clearTimeout(timer)
      timer = setTimeout(end, silence)
    },
    end: () => {
      clearTimeout(timer)
      other?.removeEventListener('abort', end)
    },
  }
}

async function* linesOf({ body }: Response, heard: () => void): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = body?.getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    heard()
    const lines = (rest + decoder.decode(part.value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}

const json = (body: object): RequestInit => ({
  method: 'POST',
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
})

const read = async <Answer>(response: Response) => (await response.json()) as Answer

async function sent(path: string, { token, signal }: Asking, init: RequestInit = {}): Promise<Response> {
  // A header holds no other letters, so no server has such a token.
  if (!/^[\x21-\x7e]*$/.test(token)) throw new Refusal(401, t('import.token.wrong'))
  const headers = { ...init.headers, authorization: `Bearer ${token}` }
  const response = await fetch(`/imports${path}`, { ...init, headers, signal }).catch((error: unknown) => {
    throw new Refusal(0, unreached(error))
  })
  if (response.ok) return response
  const [failure] = ((await response.json().catch(() => null)) as Failures | null)?.errors ?? []
  // What stands in front of a server that is gone answers in words of its own.
  if (response.status >= 500 && !failure) throw new Refusal(0, t('state.unreachable'))
  const ours = sentence(response.status)
  throw new Refusal(
    response.status,
    ours ?? failure?.message ?? t('state.unavailable'),
    ours === undefined ? failure?.extensions?.says : undefined,
  )
}

function unreached(error: unknown): string {
  console.warn(error)
  return navigator.onLine ? t('state.unreachable') : t('state.offline')
}

function sentence(status: number): string | undefined {
  if (status === 401) return t('import.token.wrong')
  if (status === 409) return t('import.busy')
  if (status === 413) return t('import.tooLarge')
  return undefined
}
