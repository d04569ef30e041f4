import { untrack } from 'svelte'
import type { View } from '../drawing/camera.ts'
import { stillness } from '../drawing/stillness.ts'
import { Arranged } from './layout/arranged.svelte.ts'
import { withPins, type Positions } from './picture/drawn.ts'
import { fittingView, spreadOut } from './picture/fit.ts'
import { measure } from './picture/measure.ts'
import { neighbours, type Network } from './network.ts'
import type { Looking, Sight } from './sight.svelte.ts'

type Given = {
  whole: () => Network
  visible: () => Network
  selected: () => readonly string[]
  /** What a way that is told goes over. */
  path: () => ReadonlySet<string> | null
  pins: () => Positions
  /** Places on the picture of everything. */
  known: () => Positions | null
  looking: () => Looking
  onlook: (looking: Looking) => void
}

/** Where marks stand, and how all of them come to fit the window. */
export class Places {
  readonly arranged = new Arranged()
  readonly #sight: Sight
  readonly #given: Given
  #hasFitted = false
  #written: Looking = null
  /** Whether something of the map is on screen. */
  isPainted = $state(false)
  #asked = 0

  constructor(sight: Sight, given: Given) {
    this.#sight = sight
    this.#given = given
    this.#follow()
  }

  placed = $derived.by(() => this.arranged.placed)
  positions = $derived.by(() => {
    if (!this.placed) return null
    return spreadOut(withPins(this.placed.positions, this.#given.pins()), this.#sight.spread)
  })

  fit(animate = true): void {
    const sight = this.#sight
    const view = this.#fitting()?.view
    if (!view) return
    sight.hand = 'none'
    if (!animate || stillness()) {
      sight.zoom = view.k
      sight.see(view)
    }
    sight.look.moveTo(view, { animate })
  }

  /** The view that holds all of it; places stand as far apart, and names as far out, as it asks for. */
  #fitting() {
    const [sight, given, placed] = [this.#sight, this.#given, this.placed]
    if (!placed || !this.positions || !sight.isReady) return null
    const { shape, width, height } = sight
    const found = fittingView(
      {
        whole: given.whole(),
        visible: this.#fitted(),
        positions: placed.positions,
        pins: given.pins(),
        options: { shape, measure, selected: given.selected() },
      },
      { width, height, roomDown: sight.roomDown() },
    )
    sight.spread = found.spread
    sight.reach = found.reach
    return found
  }

  // Above the sheet of a phone there is room for a way, for what is chosen, or for one and those around it.
  #fitted(): Network {
    const visible = this.#given.visible()
    const [chosen, main] = [this.#given.selected(), this.#main()]
    if (!this.#sight.isNarrowed()) return visible
    const around = main !== null && chosen.length === 1 ? neighbours(visible, main) : null
    const near = this.#given.path() ?? around
    const marks = visible.marks.filter(({ id }) => near?.has(id) || chosen.includes(id))
    return marks.length > 0 ? { ...visible, marks } : visible
  }

  fitAll(): void {
    this.fit()
    this.#written = null
    this.#given.onlook(null)
  }

  /** Names are placed anew for the zoom and the place at which the hand came to rest. */
  rest(view: View): void {
    const sight = this.#sight
    sight.zoom = view.k
    sight.see(view)
    if (sight.hand === 'none' || !this.placed) return
    sight.hand = 'rests'
    this.#written = sight.lookingOf(view)
    this.#given.onlook(this.#written)
  }

  keepInSight(id: string): void {
    const at = this.positions?.get(id)
    if (at) this.#sight.keepInSight(at)
  }

  bringInSight(id: string): void {
    const at = this.positions?.get(id)
    if (at && this.#sight.isOutside(at)) this.#sight.keepInSight(at)
  }

  /** Notes how long the first whole picture took. */
  painted(): void {
    this.isPainted = true
    if (!this.#asked || !this.placed?.isOver) return
    performance.measure('essaim:first-paint', { start: this.#asked, end: performance.now() })
    this.#asked = 0
  }

  #main = () => this.#given.selected().at(-1) ?? null

  #arrive(): void {
    const [sight, placed] = [this.#sight, this.placed]
    const isFirst = !this.#hasFitted
    this.#hasFitted = true
    // Who looked elsewhere meanwhile goes on looking there.
    const looking = sight.lookingOn(this.#given.looking(), isFirst)
    if (!looking || !placed) return this.fit(!isFirst && placed?.isOver === true)
    if (sight.hand === 'none') sight.hand = 'rests'
    sight.zoom = looking.k
    this.#fitting()
    sight.see(sight.viewOf(looking))
    sight.look.moveTo(sight.viewOf(looking), { animate: false })
  }

  #follow(): void {
    const [sight, given] = [this.#sight, this.#given]
    $effect(() => {
      if (!sight.isReady) return
      const [network, form, known] = [given.whole(), sight.shape, given.known()]
      this.#asked = performance.now()
      return untrack(() =>
        this.arranged.start(network, form, measure, known, () => untrack(() => this.#arrive())),
      )
    })
    // A window or a sheet that changes the room: all stays in sight, or what is selected does.
    $effect(() => {
      void [sight.width, sight.height, given.path()]
      untrack(() => {
        if (sight.hand === 'none' && this.#hasFitted) this.fit(false)
      })
    })
    $effect(() => {
      const main = this.#main()
      void [sight.width, sight.height]
      untrack(() => {
        if (main === null || !this.placed) return
        if (sight.hand !== 'none' || sight.isNarrowed()) this.keepInSight(main)
      })
    })
    $effect(() => {
      const now = given.looking()
      untrack(() => {
        if (!this.placed || !sight.isReady || JSON.stringify(now) === JSON.stringify(this.#written)) return
        this.#written = now
        if (!now) return this.fit()
        sight.hand = 'rests'
        sight.look.moveTo(sight.viewOf(now))
      })
    })
  }
}
