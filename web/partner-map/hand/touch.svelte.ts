import type { Aim } from '../picture/aim.ts'
import { hand } from './hand.ts'
import type { Point } from '../picture/hulls.ts'
import type { Sight } from '../sight.svelte.ts'

type Focus = { focus: (id: string, from: string | null) => unknown }
type Given = {
  aim: () => Aim | null
  /** The mark that keys act on. */
  entry: () => string | null
  selected: () => readonly string[]
  onselect: (ids: string[]) => void
  onopen: (id: string) => void
  onpin: (id: string, at: Point) => void
}

/** What a hand or a key does to marks: points at one, picks some, drags one, draws around many. */
export class Touch {
  hovered = $state<string | null>(null)
  focused = $state<string | null>(null)
  /** True while the mark with the focus is told, as one that is pointed at. */
  isTold = $state(false)
  /** In pixels of the picture, as the way of the lasso. */
  dragged = $state.raw<{ id: string; at: Point } | null>(null)
  lasso = $state.raw<readonly Point[]>([])
  isLassoing = $state(false)
  focus = $state<Focus>()
  readonly #sight: Sight
  readonly #given: Given
  #pointing: ReturnType<typeof setTimeout> | undefined

  constructor(sight: Sight, given: Given) {
    this.#sight = sight
    this.#given = given
  }

  pick = (id: string | null, isMore: boolean): void => {
    const { onselect, selected } = this.#given
    if (id === null) {
      if (!isMore && selected().length) onselect([])
      return
    }
    this.#takes(id)
    if (!isMore) return onselect([id])
    onselect(selected().includes(id) ? selected().filter((one) => one !== id) : [...selected(), id])
  }

  pickMany(ids: readonly string[], isMore: boolean): void {
    if (ids.length === 0) return
    const before = isMore ? this.#given.selected() : []
    this.#given.onselect([...before, ...ids.filter((id) => !before.includes(id))])
  }

  /** The focus is on this mark; it is told when it came by keyboard. */
  #takes(id: string): void {
    this.focused = id
    this.isTold = Boolean(this.#sight.frame?.querySelector(':focus-visible'))
  }

  focusing = (id: string): void => this.#takes(id)

  /** Moves the focus to a mark, as a key does. */
  goTo(id: string): void {
    const from = this.focused ?? this.#given.entry()
    this.focused = id
    this.isTold = true
    void this.focus?.focus(id, from === id ? null : from)
  }

  /** Escape: the lasso, then what is selected. */
  letGo(): void {
    if (this.isLassoing || this.lasso.length) this.isLassoing = false
    else if (this.#given.selected().length) this.#given.onselect([])
  }

  // The keys act on what was touched last.
  #handsOver(id: string): void {
    this.focused = id
    void this.focus?.focus(id, null)
  }

  #hover(id: string | null): void {
    clearTimeout(this.#pointing)
    if (id === this.hovered) return
    if (id === null) this.hovered = null
    else this.#pointing = setTimeout(() => (this.hovered = id), this.hovered === null ? 90 : 30)
  }

  readonly handling = hand({
    aim: (at) => this.#given.aim()?.at(this.#sight.inPicture(at)) ?? null,
    isLassoing: () => this.isLassoing,
    onhover: (id) => this.#hover(id),
    onpick: (id, isMore) => {
      this.pick(id, isMore)
      if (id !== null) void this.focus?.focus(id, null)
    },
    onopen: (id) => this.#given.onopen(id),
    ondrag: (id, at, isOver) => {
      const { inPicture, inMap } = this.#sight
      this.hovered = null
      this.dragged = isOver ? null : { id, at: inPicture(at) }
      if (!isOver) return
      this.#given.onpin(id, inMap(inPicture(at)))
      this.#handsOver(id)
    },
    onputback: () => {
      this.dragged = null
    },
    onlasso: (way, isOver, isMore) => {
      const places = way.map(this.#sight.inPicture)
      this.lasso = isOver ? [] : places
      if (!isOver) return
      this.isLassoing = false
      const ids = this.#given.aim()?.within(places) ?? []
      this.pickMany(ids, isMore)
      const last = ids.at(-1)
      if (last !== undefined) this.#handsOver(last)
    },
  })
}
