import type { CombinedError } from '@urql/core'

/** How many rows are asked for first, so that something shows at once, and how many at a time then. */
const first = 100
const more = 5000
/** How many are shown at most. */
const most = 50_000

type Part = { total: number; next: string | null }
type Ask<Of> = (asked: {
  first: number
  after: string | null
}) => PromiseLike<{ data?: Of; error?: CombinedError }>

/** A list as its parts arrive, each asked for when the one before is here. */
export class Parts<Of, Table extends Part> {
  all = $state.raw<Table[]>([])
  error = $state.raw<CombinedError>()
  fetching = $state(false)
  /** True once no rows follow, or as many are here as are shown. */
  isWhole = $state(false)
  readonly #ask: Ask<Of>
  readonly #of: (data: Of) => Table

  constructor(ask: Ask<Of>, of: (data: Of) => Table) {
    this.#ask = ask
    this.#of = of
  }

  /** Asks for what is not here yet; what it returns stops that. */
  go(): () => void {
    if (this.isWhole) return () => {}
    let isLeft = false
    this.error = undefined
    this.fetching = true
    void this.#rest(() => isLeft)
    return () => (isLeft = true)
  }

  async #rest(isLeft: () => boolean): Promise<void> {
    let here = this.all.length === 0 ? 0 : first + (this.all.length - 1) * more
    let after = this.all.at(-1)?.next ?? null
    while (here < most) {
      const size = here === 0 ? first : Math.min(more, most - here)
      const { data, error } = await this.#ask({ first: size, after })
      if (isLeft()) return
      if (error || !data) {
        this.error = error
        this.fetching = false
        return
      }
      const part = this.#of(data)
      this.all = [...this.all, part]
      after = part.next
      here += size
      if (after === null) break
    }
    this.isWhole = true
    this.fetching = false
  }
}
