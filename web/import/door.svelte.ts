import type { Listed, Progress } from '../../api/exchange/upload/answers.ts'
import { isAway, list, problems, Refusal, undo, wholeReport, type Asking } from './ask.ts'
import { onceReady } from '../ui/onceReady.ts'
import { keepToken, keptToken } from './token.ts'

/** Whether one may bring data in here, by which token, and what was brought in before. */
export class Door {
  access = $state<'asking' | 'closed' | 'locked' | 'open' | 'unreachable'>('asking')
  former = $state.raw<Listed['imports']>([])
  /** Whether the server checks, loads or takes back, for whomever. */
  isBusy = $state(false)
  /** Bytes that a file may have. */
  mostBytes = Infinity
  #token = keptToken()
  #back: Promise<void> | undefined

  /** Whether this server lets anybody import, and whether the token is known. */
  async enter(token = this.#token): Promise<boolean> {
    try {
      const { imports, isBusy, mostBytes } = await list({ token })
      this.#token = token
      this.mostBytes = mostBytes
      keepToken(token)
      this.former = imports
      this.isBusy = isBusy
      this.access = 'open'
      if (isBusy) void this.untilBack()
      return true
    } catch (error) {
      const status = error instanceof Refusal ? error.status : 0
      if (isAway(error)) void this.untilBack()
      // Who was in stays in while the server is away, with all that was decided.
      if (isAway(error) && this.access === 'open') return false
      this.access = status === 404 ? 'closed' : status === 401 ? 'locked' : 'unreachable'
      if (status === 401) keepToken('')
      return false
    }
  }

  /** Waits until the server answers again and does nothing any more, and asks it what was brought in. */
  untilBack(): Promise<void> {
    return (this.#back ??= this.#untilBack().finally(() => (this.#back = undefined)))
  }

  async #untilBack() {
    do await new Promise<void>((ready) => void onceReady(ready))
    while ((await this.enter()) ? this.isBusy : this.access === 'open' || this.access === 'unreachable')
  }

  asking = (signal?: AbortSignal): Asking => ({ token: this.#token, signal })

  problems = (report: string, group: number, from: number) => problems(report, group, from, this.asking())

  wholeReport = (report: string) => wholeReport(report, this.asking())

  /** What taking an import back would do; nobody waits for it once the signal says so. */
  outlook = (number: number, hear: (said: Progress) => void, signal: AbortSignal) =>
    undo(number, true, this.asking(signal), hear)

  async undo(number: number, hear: (said: Progress) => void) {
    const undone = await undo(number, false, this.asking(), hear)
    await this.enter()
    return undone
  }
}
