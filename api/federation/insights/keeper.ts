import { refusal } from '../../errors.ts'
import type { Read } from '../../read.ts'
import type { Figures } from './compute.ts'
import { snapshot, versionOf, type Snapshot } from './snapshot.ts'
import { inThread, type Computation } from './thread.ts'

/** The figures of one state of the graph. */
export type Answer = {
  graph: Snapshot
  figures: Figures
  computedOn: Date
  /** True when the graph was written since. */
  isStale: boolean
  /** Why they are not up to date, when bringing them there failed. */
  problem: string | undefined
}

/** Where everything stands on a big picture, and which places mean whom. */
export type Positions = { graph: Snapshot; places: Float32Array }

const patience = 5_000
const restAfterFailure = 5_000

/**
 * Keeps the figures of the graph, and has them computed anew when somebody asks and the graph was written since. Who
 * asks meanwhile gets the former ones, which say so; before the first ones, who asks waits a few seconds.
 */
export class Keeper {
  readonly #read: Read
  readonly #begin: typeof inThread
  #kept: Omit<Answer, 'isStale' | 'problem'> | undefined
  #positions: Positions | undefined
  #work: { figures: Promise<void>; positions: Promise<void> } | undefined
  #computation: Computation | undefined
  #problem: string | undefined
  #restsUntil = 0
  #isClosed = false

  constructor(read: Read, begin = inThread) {
    this.#read = read
    this.#begin = begin
  }

  /** @throws UNAVAILABLE while the first figures are being computed */
  async answer(read: Read): Promise<Answer> {
    const version = await versionOf(read)
    if (this.#kept?.graph.version !== version) this.#refresh()
    if (!this.#kept) await soon(this.#work?.figures)
    if (!this.#kept) throw this.#notYet()
    return { ...this.#kept, isStale: this.#kept.graph.version !== version, problem: this.#problem }
  }

  /** @throws UNAVAILABLE while the first places are being computed */
  async positions(read: Read): Promise<Positions> {
    await this.answer(read)
    if (!this.#positions) await soon(this.#work?.positions)
    if (!this.#positions) throw this.#notYet()
    return this.#positions
  }

  /** The places computed so far, without waiting for them. */
  positionsByNow(): Positions | undefined {
    return this.#positions
  }

  async close(): Promise<void> {
    this.#isClosed = true
    await this.#computation?.stop()
  }

  #refresh(): void {
    if (this.#work || this.#isClosed || Date.now() < this.#restsUntil) return
    const began = Date.now()
    let figuresAreThere = () => {}
    const figures = new Promise<void>((resolve) => (figuresAreThere = resolve))
    const positions = this.#renew(figuresAreThere)
      .catch((error: unknown) => this.#fail(error))
      .finally(() => {
        figuresAreThere()
        this.#work = undefined
        this.#computation = undefined
        // A graph that is written all the time leaves the machine half of it.
        this.#restsUntil = Date.now() + (this.#problem ? restAfterFailure : Date.now() - began)
      })
    this.#work = { figures, positions }
  }

  async #renew(figuresAreThere: () => void): Promise<void> {
    const { links, ...graph } = await snapshot(this.#read)
    if (this.#isClosed) return
    this.#computation = this.#begin(links)
    const figures = await this.#computation.figures
    this.#kept = { graph, figures, computedOn: new Date() }
    this.#problem = undefined
    figuresAreThere()
    this.#positions = { graph, places: await this.#computation.positions }
  }

  #fail(error: unknown): void {
    if (this.#isClosed) return
    this.#problem = 'They could not be computed for the present graph; the log of the server says why.'
    console.error(
      `insights failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    )
  }

  #notYet() {
    return refusal(
      'UNAVAILABLE',
      this.#problem
        ? `The figures are missing. ${this.#problem}`
        : 'The figures of this graph are being computed for the first time: ask again in a few seconds.',
    )
  }
}

/** Waits for the work, but not for ever. */
async function soon(work: Promise<void> | undefined): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const bound = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  await Promise.race([work, bound])
  clearTimeout(timer)
}
