const restAfter = 120

/** What scrolls, and where it stands: known here at once when it is moved from here, and by its events when by hand. */
export class Scrolling {
  element = $state<HTMLElement>()
  at = $state.raw({ left: 0, top: 0 })
  /** Where it last stood still. */
  rest = $state.raw(this.at)
  isMoving = $derived(this.at !== this.rest)
  #timer: ReturnType<typeof setTimeout> | undefined
  /** From when it is moved from here until it rests. */
  #isOurs = false
  readonly #onrest: (isByHand: boolean) => void

  constructor(onrest: (isByHand: boolean) => void = () => {}) {
    this.#onrest = onrest
  }

  follow = () => {
    if (!this.element) return
    const { scrollLeft: left, scrollTop: top } = this.element
    if (left === this.at.left && top === this.at.top) return
    this.at = { left, top }
    clearTimeout(this.#timer)
    this.#timer = setTimeout(this.settle, restAfter)
  }

  settle = () => {
    clearTimeout(this.#timer)
    const hasMoved = this.rest !== this.at
    const isByHand = !this.#isOurs
    this.#isOurs = false
    this.rest = this.at
    if (hasMoved) this.#onrest(isByHand)
  }

  to = (top: number) => {
    this.element?.scrollTo({ top })
  }

  /** Goes to a place at once, without telling. */
  jump(place: { left: number; top: number }) {
    if (!this.element) return
    this.element.scrollTo(place)
    clearTimeout(this.#timer)
    const { scrollLeft: left, scrollTop: top } = this.element
    this.at = { left, top }
    this.rest = this.at
  }

  /** Brings a height into the middle of what can be seen, unless it is within its margins already. */
  bring(y: number, sight: { above: number; below: number }, isSudden: boolean) {
    const { element } = this
    if (!element) return
    const seen = Math.max(80, element.clientHeight - sight.below)
    const isSeen = y > element.scrollTop + sight.above && y < element.scrollTop + seen - 24
    if (isSeen) return this.settle()
    this.#isOurs = true
    element.scrollTo({ top: y - seen / 2, behavior: isSudden ? 'auto' : 'smooth' })
    if (!isSudden) return
    this.follow()
    this.settle()
  }
}
