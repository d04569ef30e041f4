import { camera, type View } from '../drawing/camera.ts'
import type { Reach } from './picture/drawn.ts'
import type { Spread } from './picture/fit.ts'
import { corners, type Point, type Rect } from './picture/hulls.ts'
import type { Shape } from './picture/rects.ts'
import { sheetHeight } from '../ui/sheetHeight.ts'

/** The middle of the window in pixels of the map at zoom 1, and the zoom. */
export type Looking = { x: number; y: number; k: number } | null

/** The window on a map: how large it is, where one looks, and which place of the map is which of the window. */
export class Sight {
  width = $state(0)
  height = $state(0)
  frame = $state<HTMLElement>()
  view = $state.raw<View>({ x: 0, y: 0, k: 1 })
  /** At which the picture is drawn: that of the last rest. */
  zoom = $state(1)
  /** What was in the window at the last rest, in pixels of the picture. */
  box = $state.raw<Rect>({ x: 0, y: 0, width: 1, height: 1 })
  spread = $state.raw<Spread>({ x: 1, y: 1 })
  /** How far beyond the marks names may stand. */
  reach = $state.raw<Reach>()
  /** Whether a hand has moved the view since all was fitted, and whether it has come to rest. */
  hand: 'none' | 'moves' | 'rests' = 'none'

  shape: Shape = $derived(this.width < 640 ? 'tall' : 'wide')
  isReady = $derived(this.width > 0 && this.height > 0)
  scale = $derived(this.view.k / this.zoom)

  readonly #hasSheet: () => boolean
  readonly look = camera({
    extent: [0.02, 8],
    // Buttons lie over the map.
    takes: ({ target }) => !(target instanceof Element && target.closest('[data-own]')),
    onMove: (next, byHand) => {
      this.view = next
      if (byHand) this.hand = 'moves'
    },
  })

  /** `hasSheet`: on a phone, whether something may lie over the foot of the map. */
  constructor(hasSheet: () => boolean) {
    this.#hasSheet = hasSheet
  }

  zoomBy(factor: number): void {
    this.hand = 'moves'
    this.look.zoomBy(factor)
  }

  /** Where to look once marks have other places, `said` being what the address tells; null to fit them all. */
  lookingOn(said: Looking, isFirst: boolean): Looking {
    if (isFirst) return said
    if (this.hand === 'none') return null
    // What a hand has begun is not told yet: it ends where it was going.
    return this.hand === 'moves' ? this.lookingOf(this.look.goal()) : said
  }

  see({ x, y }: View): void {
    this.box = { x: -x, y: -y, width: this.width, height: this.height }
  }

  viewOf({ x, y, k }: NonNullable<Looking>): View {
    const { width, height, spread } = this
    return { k, x: width / 2 - x * spread.x * k, y: height / 2 - y * spread.y * k }
  }

  lookingOf({ x, y, k }: View): NonNullable<Looking> {
    const { width, height, spread } = this
    return {
      x: Math.round((width / 2 - x) / k / spread.x),
      y: Math.round((height / 2 - y) / k / spread.y),
      k: Math.round(k * 100) / 100,
    }
  }

  /** The height that a sheet at the foot of a phone leaves, and a name that hangs lower once it is lit. */
  roomDown(): number {
    if (!this.frame || innerWidth >= 640 || !this.#hasSheet()) return this.height
    const sheet = sheetHeight() + 20
    return Math.max(120, Math.min(this.height, innerHeight - sheet - this.frame.getBoundingClientRect().top))
  }

  isNarrowed(): boolean {
    return this.roomDown() < this.height - 1
  }

  /** Moves the least that brings a place of the map away from the edges. */
  keepInSight(at: Point): void {
    const { x: left, y: top } = this.#onWindow(at)
    const inside = (value: number, end: number) => Math.max(70, Math.min(Math.max(70, end - 70), value))
    const [dx, dy] = [inside(left, this.width) - left, inside(top, this.roomDown()) - top]
    if (dx || dy) this.look.panBy(dx, dy)
  }

  isOutside(at: Point): boolean {
    const { x, y } = this.#onWindow(at)
    return x < 20 || y < 20 || x > this.width - 20 || y > this.roomDown() - 20
  }

  #onWindow({ x, y }: Point): Point {
    return { x: x * this.view.k + this.view.x, y: y * this.view.k + this.view.y }
  }

  inPicture = ({ x, y }: Point): Point => ({
    x: (x - this.view.x) / this.scale,
    y: (y - this.view.y) / this.scale,
  })

  /** Pixels of the map at zoom 1, before it is spread over its surface. */
  inMap = ({ x, y }: Point): Point => ({
    x: Math.round(x / this.zoom / this.spread.x),
    y: Math.round(y / this.zoom / this.spread.y),
  })

  /** The corners of what can be seen, in pixels of the picture. */
  corners(): Point[] {
    return corners({ x: 0, y: 0, width: this.width, height: this.roomDown() }).map(this.inPicture)
  }
}
