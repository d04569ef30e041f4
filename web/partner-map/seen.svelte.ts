import type { Scene, Shape } from '../drawing/ink.ts'
import { t } from '../messages.ts'
import { aimAt } from './picture/aim.ts'
import { extent, idsOf, marksById, mostFine, type DrawnMark, type Positions } from './picture/drawn.ts'
import { measure } from './picture/measure.ts'
import { neighbours, type Network } from './network.ts'
import {
  draggedShapes,
  lassoShapes,
  lookedShapes,
  nobody,
  selectionShapes,
  type Looked,
} from './picture/over.ts'
import { picture } from './picture/picture.ts'
import type { Places } from './places.svelte.ts'
import { kindName, markSaid } from './saying.ts'
import { groundShapes, namesShapes } from './picture/scene.ts'
import type { Sight } from './sight.svelte.ts'
import { tipPlace } from './picture/tips.ts'
import type { Touch } from './touch.svelte.ts'

/** A way through the map, by ids of marks and ties. */
export type Way = { marks: ReadonlySet<string>; ties: ReadonlySet<string> }
type Given = {
  visible: () => Network
  selected: () => readonly string[]
  pins: () => Positions
  path: () => Way | null
}

// Only crowds need it.
const crowds = async () => {
  const [broad, names] = await Promise.all([import('./picture/broad.ts'), import('./picture/broadNames.ts')])
  return { ...broad, ...names }
}

/** The picture as it is seen: drawn once for each rest, and what comes over it while somebody points, drags or selects. */
export class Seen {
  readonly #sight: Sight
  readonly #places: Places
  readonly #touch: Touch
  readonly #given: Given
  tipSize = $state.raw({ width: 180, height: 40 })
  #crowds = $state.raw<Awaited<ReturnType<typeof crowds>> | null>(null)
  /** Why a crowd can't be drawn. */
  failure = $state<string | null>(null)

  constructor(sight: Sight, places: Places, touch: Touch, given: Given) {
    this.#sight = sight
    this.#places = places
    this.#touch = touch
    this.#given = given
    $effect(() => {
      if (!this.#isBroad) return
      crowds().then(
        (drawing) => (this.#crowds = drawing),
        (reason: unknown) => (this.failure = String(reason)),
      )
    })
  }

  #isBroad = $derived.by(() => this.#given.visible().marks.length > mostFine)
  #ground = $derived.by(() => {
    const { placed, positions } = this.#places
    if (!placed || !positions) return null
    const { zoom } = this.#sight
    const visible = this.#given.visible()
    if (this.#isBroad) return this.#crowds?.broadPicture(visible, positions, zoom) ?? null
    return picture(visible, positions, {
      zoom,
      shape: placed.shape,
      measure,
      selected: this.#given.selected(),
    })
  })
  drawn = $derived.by(() => {
    if (!this.#ground || !this.#isBroad || !this.#crowds) return this.#ground
    const { box, shape } = this.#sight
    return this.#crowds.withNames(this.#ground, box, { measure, selected: this.#given.selected(), shape })
  })
  #pinned = $derived.by(() => idsOf(this.#given.pins()))
  #groundInk = $derived.by(() => {
    const ground = this.#ground && this.#crowds?.followNames(this.#ground) ? this.drawn : this.#ground
    return ground ? groundShapes(ground, this.#pinned) : []
  })
  scenery = $derived.by(
    (): Scene | null =>
      this.drawn && { box: this.drawn.box, shapes: [...this.#groundInk, ...namesShapes(this.drawn)] },
  )
  byId = $derived.by(() => marksById(this.drawn?.marks ?? []))
  aim = $derived.by(() => this.drawn && aimAt(this.drawn, this.#sight.shape === 'tall' ? 20 : 12))

  #main = $derived.by(() => this.#given.selected().at(-1) ?? null)
  #pointed = $derived.by(() => this.#touch.hovered ?? (this.#touch.isTold ? this.#touch.focused : null))
  /** The mark that keys act on. */
  entry = $derived.by(() => {
    const first = this.#given.visible().marks[0]?.id ?? null
    return [this.#touch.focused, this.#main, first].find((id) => id !== null && this.byId.has(id)) ?? null
  })

  #chosen = $derived.by((): Looked | null => {
    const path = this.#given.path()
    if (path) return { marks: path.marks, isStrong: ({ tie }) => path.ties.has(tie.id), veil: 0.6 }
    return this.#main === null ? null : this.#around(this.#main, this.#isBroad ? 0.62 : 0)
  })
  #looked = $derived.by(() => {
    const pointed = this.#pointed
    return (pointed && pointed !== this.#main ? this.#around(pointed, 0.55) : null) ?? this.#chosen
  })
  over = $derived.by((): Shape[] => {
    const { dragged, lasso } = this.#touch
    if (!this.drawn) return []
    if (!dragged) return [...this.#standing(this.#looked), ...lassoShapes(lasso)]
    return [
      ...lookedShapes(this.drawn, nobody, { pinned: this.#pinned, measure, sight: this.#sight.box }),
      ...draggedShapes(this.drawn, dragged.id, dragged.at, this.#pinned),
    ]
  })

  /** One mark and who it is tied to. */
  #around(id: string, veil: number): Looked | null {
    if (!this.byId.has(id)) return null
    return {
      marks: neighbours(this.#given.visible(), id).add(id),
      isStrong: ({ tie }) => tie.partner === id || tie.initiative === id,
      veil,
    }
  }

  #standing(what: Looked | null): Shape[] {
    if (!this.drawn) return []
    const how = { pinned: this.#pinned, measure, sight: this.#sight.box }
    const told = what ? lookedShapes(this.drawn, what, how) : []
    return [...told, ...selectionShapes(this.drawn, this.#given.selected())]
  }

  /** What is drawn now, selection included, in pixels at the zoom of now. */
  scene(): Scene {
    if (!this.drawn) return { box: { x: 0, y: 0, width: 1, height: 1 }, shapes: [] }
    // The box of a crowd was measured before its names had places.
    return {
      box: extent(this.drawn.marks, this.drawn.hulls),
      shapes: [...(this.scenery?.shapes ?? []), ...this.#standing(this.#chosen)],
    }
  }

  /** What is told beside the mark that is pointed at, and where on the window. */
  tip = $derived.by(() => {
    const { scale, view, width, inPicture } = this.#sight
    const [drawn, looked, pointed] = [this.drawn, this.#looked, this.#pointed]
    const one = pointed && !this.#touch.dragged ? this.byId.get(pointed) : undefined
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

  says = ({ mark }: DrawnMark): string => markSaid(mark, this.#pinned.has(mark.id))
}
