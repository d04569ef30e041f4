import type { Shape } from '../../drawing/ink.ts'
import { t } from '../../messages.ts'
import { neighbours, type Network } from '../network.ts'
import { aimAt } from '../picture/aim.ts'
import type { DrawnMark } from '../picture/drawn.ts'
import { measure } from '../picture/measure.ts'
import {
  draggedShapes,
  lassoShapes,
  lookedShapes,
  nobody,
  selectionShapes,
  type Looked,
} from '../picture/over.ts'
import { tipPlace } from '../picture/tips.ts'
import type { Seen } from '../seen.svelte.ts'
import type { Sight } from '../sight.svelte.ts'
import { kindName, markSaid } from './saying.ts'
import type { Touch } from './touch.svelte.ts'

/** A way through the map, by ids of marks and ties. */
export type Way = { marks: ReadonlySet<string>; ties: ReadonlySet<string> }
type Given = {
  visible: () => Network
  selected: () => readonly string[]
  path: () => Way | null
}

/** What comes over the picture while somebody points, drags or selects. */
export class Lit {
  readonly #sight: Sight
  readonly #seen: Seen
  readonly #touch: Touch
  readonly #given: Given
  tipSize = $state.raw({ width: 180, height: 40 })

  constructor(sight: Sight, seen: Seen, touch: Touch, given: Given) {
    this.#sight = sight
    this.#seen = seen
    this.#touch = touch
    this.#given = given
  }

  #drawn = $derived.by(() => this.#seen.drawn)
  aim = $derived.by(() => this.#drawn && aimAt(this.#drawn, this.#sight.shape === 'tall' ? 20 : 12))

  #main = $derived.by(() => this.#given.selected().at(-1) ?? null)
  #pointed = $derived.by(() => this.#touch.hovered ?? (this.#touch.isTold ? this.#touch.focused : null))
  /** The mark that keys act on. */
  entry = $derived.by(() => {
    const first = this.#given.visible().marks[0]?.id ?? null
    return (
      [this.#touch.focused, this.#main, first].find((id) => id !== null && this.#seen.byId.has(id)) ?? null
    )
  })

  #chosen = $derived.by((): Looked | null => {
    const path = this.#given.path()
    if (path) return { marks: path.marks, isStrong: ({ tie }) => path.ties.has(tie.id), veil: 0.6 }
    return this.#main === null
      ? null
      : this.#around(this.#main, this.#seen.isBroad ? 0.62 : 0, this.#given.selected())
  })
  #looked = $derived.by(() => {
    const pointed = this.#pointed
    return (pointed && pointed !== this.#main ? this.#around(pointed, 0.55) : null) ?? this.#chosen
  })
  over = $derived.by((): Shape[] => {
    const { dragged, lasso } = this.#touch
    if (!this.#drawn) return []
    if (!dragged) return [...this.#standing(this.#looked), ...lassoShapes(lasso)]
    return [
      ...lookedShapes(this.#drawn, nobody, this.#how()),
      ...draggedShapes(this.#drawn, dragged.id, dragged.at, this.#seen.pinned),
    ]
  })

  /** One mark and who it is tied to, beside others that are chosen. */
  #around(id: string, veil: number, others: readonly string[] = []): Looked | null {
    if (!this.#seen.byId.has(id)) return null
    const marks = neighbours(this.#given.visible(), id).add(id)
    for (const other of others) marks.add(other)
    return {
      marks,
      isStrong: ({ tie }) => tie.partner === id || tie.initiative === id,
      veil,
    }
  }

  #how = () => ({ pinned: this.#seen.pinned, measure, sight: this.#sight.box })

  #standing(what: Looked | null): Shape[] {
    if (!this.#drawn) return []
    const told = what ? lookedShapes(this.#drawn, what, this.#how()) : []
    return [...told, ...selectionShapes(this.#drawn, this.#given.selected())]
  }

  /** What stays over the picture when no hand is on it: what is selected, and a path. */
  lasting = (): Shape[] => this.#standing(this.#chosen)

  /** What is told beside the mark that is pointed at, and where on the window. */
  tip = $derived.by(() => {
    const { scale, view, width, inPicture } = this.#sight
    const [drawn, looked, pointed] = [this.#drawn, this.#looked, this.#pointed]
    const one = pointed && !this.#touch.dragged ? this.#seen.byId.get(pointed) : undefined
    if (!drawn || !one || !looked || (pointed === this.#main && !this.#touch.hovered)) return null
    const inside = inPicture({ x: 0, y: 0 })
    const sight = { ...inside, width: width / scale, height: this.#sight.roomDown() / scale }
    const size = { width: this.tipSize.width / scale, height: this.tipSize.height / scale }
    const at = tipPlace(one, size, drawn, looked.marks, sight)
    const { mark, label } = one
    return {
      name: label?.text.lines.join(' ') === mark.name ? null : mark.name,
      detail: t('map.mark.links', { kind: kindName(mark), links: mark.shown + mark.missing }),
      x: at.x * scale + view.x,
      y: at.y * scale + view.y,
    }
  })

  says = ({ mark }: DrawnMark): string => markSaid(mark, this.#seen.pinned.has(mark.id))
}
