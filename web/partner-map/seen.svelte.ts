import type { Scene } from '../drawing/ink.ts'
import { fetched } from '../ui/fetched.svelte.ts'
import { extent, idsOf, marksById, mostFine, type Positions } from './picture/drawn.ts'
import { measure } from './picture/measure.ts'
import type { Network } from './network.ts'
import { picture } from './picture/picture.ts'
import type { Places } from './places.svelte.ts'
import { groundShapes, namesShapes } from './picture/scene.ts'
import type { Sight } from './sight.svelte.ts'

type Given = {
  visible: () => Network
  selected: () => readonly string[]
  pins: () => Positions
}

// Only crowds need it.
const crowds = async () => {
  const [broad, names] = await Promise.all([import('./picture/broad.ts'), import('./picture/broadNames.ts')])
  return { ...broad, ...names }
}

/** The picture as it is seen, drawn once for each rest. */
export class Seen {
  readonly #sight: Sight
  readonly #places: Places
  readonly #given: Given

  constructor(sight: Sight, places: Places, given: Given) {
    this.#sight = sight
    this.#places = places
    this.#given = given
  }

  isBroad = $derived.by(() => this.#given.visible().marks.length > mostFine[this.#sight.shape])
  #fetched = fetched(crowds, () => this.isBroad)
  #crowds = $derived.by(() => this.#fetched.part)
  #ground = $derived.by(() => {
    const { placed, positions } = this.#places
    if (!placed || !positions) return null
    const { zoom, reach } = this.#sight
    const visible = this.#given.visible()
    if (this.isBroad) return this.#crowds?.broadPicture(visible, positions, zoom) ?? null
    return picture(visible, positions, {
      zoom,
      reach,
      shape: placed.shape,
      measure,
      selected: this.#given.selected(),
    })
  })
  drawn = $derived.by(() => {
    if (!this.#ground || !this.isBroad || !this.#crowds) return this.#ground
    const { box, shape } = this.#sight
    return this.#crowds.withNames(this.#ground, box, { measure, selected: this.#given.selected(), shape })
  })
  pinned = $derived.by(() => idsOf(this.#given.pins()))
  #groundInk = $derived.by(() => {
    const ground = this.#ground && this.#crowds?.followNames(this.#ground) ? this.drawn : this.#ground
    return ground ? groundShapes(ground, this.pinned) : []
  })
  scenery = $derived.by(
    (): Scene | null =>
      this.drawn && { box: this.drawn.box, shapes: [...this.#groundInk, ...namesShapes(this.drawn)] },
  )
  byId = $derived.by(() => marksById(this.drawn?.marks ?? []))

  /** What is drawn now, in pixels at the zoom of now. */
  scene(): Scene {
    if (!this.drawn) return { box: { x: 0, y: 0, width: 1, height: 1 }, shapes: [] }
    // The box of a crowd was measured before its names had places.
    return { box: extent(this.drawn.marks, this.drawn.hulls), shapes: this.scenery?.shapes ?? [] }
  }
}
