import { Worker } from 'node:worker_threads'
import type { Access } from '../../neo4j/answer.ts'
import type { Failure, Progress } from './answers.ts'
import { sayings } from './saying.ts'
import type { AnswerTo, Task } from './task.ts'

type Message = { id: number } & ({ progress: Progress } | { answer: unknown } | { failure: Failure })
type Waiting = {
  answered: (answer: unknown) => void
  failed: (error: Error) => void
  progress: (progress: Progress) => void
}
/** `signal` says that nobody waits for a task any more, so that it ends as soon as it tells how far it is. */
type Asking = { progress?: (said: Progress) => void; signal?: AbortSignal }

/** Why a task was not done. */
export class TaskFailed extends Error {
  override name = 'TaskFailed'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

const script = new URL('./worker.mjs', import.meta.url)
const failure = (code: Failure['code'], message: string) => ({ code, message, says: sayings(message) })
const tooMuch = failure(
  'LIMIT',
  'These files need more memory than the server gives them: bring them in part by part.',
)
const stopped = failure('UNAVAILABLE', 'It was stopped before its end: nothing was written.')

/** Reads and writes files in a thread of its own, so that whoever else asks the server does not wait for them. */
export class WorkThread {
  readonly #access: Access
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | undefined
  #asked = 0
  /** The number of the last task that was stopped, where the thread sees it while it works. */
  readonly #stopped = new Int32Array(new SharedArrayBuffer(4))

  constructor(access: Access) {
    this.#access = access
  }

  /** Starts the thread, which takes a second, unless it runs. */
  begin(): void {
    this.#worker ??= this.#begin()
  }

  /** @throws TaskFailed with a sentence */
  ask<T extends Task>(task: T, { progress = () => {}, signal }: Asking = {}): Promise<AnswerTo<T>> {
    this.begin()
    const id = ++this.#asked
    return new Promise<AnswerTo<T>>((resolve, reject) => {
      const answered = (answer: unknown) => resolve(answer as AnswerTo<T>)
      this.#waiting.set(id, { answered, failed: reject, progress })
      signal?.addEventListener('abort', () => {
        if (!this.#waiting.delete(id)) return
        Atomics.store(this.#stopped, 0, id)
        reject(new TaskFailed(stopped))
      })
      this.#worker?.postMessage({ id, task })
    })
  }

  /** Ends what is under way: Neo4j takes back what was not committed. */
  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#fail(new TaskFailed(stopped))
    await worker?.terminate()
  }

  #begin(): Worker {
    const worker = new Worker(script, {
      workerData: { access: this.#access, stopped: this.#stopped },
      resourceLimits: { maxOldGenerationSizeMb: 1_024 },
    })
    worker.unref()
    worker.on('message', (message: Message) => this.#hear(message))
    worker.once('error', (error: Error & { code?: string }) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      this.#end(worker, isFull ? new TaskFailed(tooMuch) : error)
    })
    worker.once('exit', () => this.#end(worker, new TaskFailed(stopped)))
    return worker
  }

  #hear(message: Message): void {
    const waiting = this.#waiting.get(message.id)
    if (!waiting) return
    if ('progress' in message) return waiting.progress(message.progress)
    this.#waiting.delete(message.id)
    if ('failure' in message) waiting.failed(new TaskFailed(message.failure))
    else waiting.answered(message.answer)
  }

  #end(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return
    this.#worker = undefined
    this.#fail(error)
  }

  #fail(error: Error): void {
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { failed } of waiting) failed(error)
  }
}
