import { stillness } from '../drawing/stillness.ts'
import { newcomers } from './flowOrder.ts'
import type { Flow } from './flows.ts'

type Told = { flows: readonly Flow[]; on: string | null }

const motion = 180
const nobody: ReadonlySet<string> = new Set()

/** Which arcs grow, and how far they have come: those that a later date brings, and none for whoever asked for less motion. */
export class Growth {
  ways = $state.raw(nobody)
  far = $state(1)
  #before: Told | null = null
  #frame = 0

  /** Said at each change of what is shown. */
  follow(now: Told) {
    const before = this.#before
    this.#before = now
    if (before === null || before.on === now.on) return
    const isLater = before.on !== null && (now.on === null || now.on > before.on)
    this.#grow(isLater && !stillness() ? newcomers(before.flows, now.flows) : nobody)
  }

  #grow(ways: ReadonlySet<string>) {
    this.stop()
    if (ways.size === 0) return
    this.ways = ways
    this.far = 0
    const start = performance.now()
    const tick = (time: number) => {
      const part = Math.min(1, Math.max(0, (time - start) / motion))
      if (part === 1) return this.stop()
      this.far = part * (2 - part)
      this.#frame = requestAnimationFrame(tick)
    }
    this.#frame = requestAnimationFrame(tick)
  }

  stop() {
    cancelAnimationFrame(this.#frame)
    this.ways = nobody
    this.far = 1
  }
}
