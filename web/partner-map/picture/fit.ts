import type { View } from '../../drawing/camera.ts'
import {
  extent,
  markBox,
  mostFine,
  unnamed,
  withPins,
  type Options,
  type Picture,
  type Positions,
  type Reach,
} from './drawn.ts'
import type { Point, Rect } from './hulls.ts'
import type { Network } from '../network.ts'
import { picture } from './picture.ts'

const smallest = 0.1
const smallestBroad = 0.02
const largest = 1.3
const widest = 1.6
/** The column of buttons at the right of a map, and how far up from its foot they stand. */
export const tools = 52
export const toolsDown: Record<Options['shape'], number> = { wide: 172, tall: 112 }

type Size = { width: number; height: number }
/** How much further apart the places stand across and down than they were arranged. */
export type Spread = { x: number; y: number }

/** A window on a map: `roomDown` is the height that nothing lies over. */
type Window = Size & { roomDown: number }
/** What decides how all of a map comes to fit a window: `whole` the places, `visible` what is in sight. */
type Asked = {
  whole: Network
  visible: Network
  positions: Positions
  pins: Positions
  options: Omit<Options, 'zoom'>
}

/** Where one looks from when all of it fits the window, how far apart the places then stand, and how far out names. */
export function fittingView(
  { whole, visible, positions, pins, options }: Asked,
  { width, height, roomDown }: Window,
): { view: View; spread: Spread; reach: Reach | undefined } {
  const isTall = options.shape === 'tall'
  const edge = isTall ? 8 : 20
  // On a phone the buttons stand in a corner, which most maps leave free.
  const corner = { x: width - tools, y: roomDown - toolsDown.tall }
  const isCovered = (boxes: readonly Rect[], view: View) =>
    boxes.some((box) => box.x + box.width + view.x > corner.x && box.y + box.height + view.y > corner.y)
  const fit = (column: number) => {
    const size = { width: width - edge * 2 - column, height: height - edge * 2 }
    const { shape, measure } = options
    const spread = roomySpread(whole, positions, size, { shape, measure })
    const room = { ...size, height: roomDown - edge * 2 }
    const places = spreadOut(withPins(positions, pins), spread)
    const fine = fitting(visible, places, room, options)
    const middle = ({ zoom, box }: Pick<Picture, 'zoom' | 'box'>, beside = 0): View => ({
      k: zoom,
      x: edge + (room.width + beside) / 2 - (box.x + box.width / 2),
      y: edge + room.height / 2 - (box.y + box.height / 2),
    })
    const view = middle(fine)
    const boxes = () => ('marks' in fine ? boxesOf(fine) : spotsOf(visible, places, fine.zoom))
    const usual = { view, spread, reach: undefined, isCovered: isTall && isCovered(boxes(), view) }
    if (!isTall || !('marks' in fine) || usual.isCovered) return usual
    // What the window leaves beside the marks is ground for more names; beside the buttons too, but not below them.
    for (const beside of column > 0 ? [column, 0] : [0]) {
      const reach = reachWithin(fine, room, beside)
      const more = picture(visible, places, { ...options, zoom: fine.zoom, reach })
      const next = middle(more, beside)
      const isFitting = !isTooLarge(more, { ...room, width: room.width + beside })
      if (isFitting && !isCovered(boxesOf(more), next)) return { ...usual, view: next, reach }
    }
    return usual
  }
  if (!isTall) return fit(tools)
  const all = fit(0)
  return all.isCovered ? fit(tools) : all
}

/**
 * How far beyond the marks a window of that size reaches that has the picture in its middle, and `beside` more pixels on
 * its right.
 */
function reachWithin({ marks, box }: Picture, { width, height }: Size, beside: number): Reach {
  const ground = extent(unnamed(marks), [])
  const [across, down] = [box.x + box.width / 2, box.y + box.height / 2]
  return {
    left: ground.x - (across - width / 2),
    right: across + width / 2 + beside - (ground.x + ground.width),
    top: ground.y - (down - height / 2),
    bottom: down + height / 2 - (ground.y + ground.height),
  }
}

const boxesOf = ({ marks, hulls }: Picture): Rect[] => [
  ...marks.flatMap((one) => [markBox(one), one.badge ?? [], one.label?.box ?? []].flat()),
  ...hulls.flatMap(({ label }) => label?.box ?? []),
]

/** About the ground of each mark of a crowd. */
const spotsOf = ({ marks }: Network, places: Positions, zoom: number): Rect[] =>
  marks.flatMap((mark) => {
    const { x, y } = places.get(mark.id) ?? { x: 0, y: 0 }
    return markBox({ mark, at: { x: x * zoom, y: y * zoom }, size: mark.size })
  })

/** The zoom at which all fits a surface of that size, and the box that it takes; a crowd is not drawn to know. */
export function fitting(
  network: Network,
  positions: Positions,
  size: Size,
  options: Omit<Options, 'zoom'>,
): Pick<Picture, 'zoom' | 'box'> | Picture {
  if (network.marks.length <= mostFine[options.shape]) return fitted(network, positions, size, options)
  const { x, y, width, height } = groundOf(network, positions)
  const edge = options.shape === 'tall' ? 24 : 64
  const part = (whole: number, between: number) => Math.max(whole * 0.5, whole - edge) / Math.max(1, between)
  const zoom = Math.max(smallestBroad, Math.min(largest, part(size.width, width), part(size.height, height)))
  return { zoom, box: { x: x * zoom, y: y * zoom, width: width * zoom, height: height * zoom } }
}

/** The picture at the zoom at which all of it, names included, fits a surface of that size. */
export function fitted(
  network: Network,
  positions: Positions,
  size: Size,
  options: Omit<Options, 'zoom'>,
): Picture {
  const span = groundOf(network, positions)
  let drawn = picture(network, positions, { ...options, zoom: 1 })
  for (let round = 0; round < 3; round += 1) {
    // Names keep their size at any zoom: only what lies between the marks shrinks and grows.
    const room = (whole: number, taken: number, between: number) =>
      Math.max(whole * 0.5, whole - (taken - between * drawn.zoom)) / Math.max(1, between)
    const zoom = Math.min(
      room(size.width, drawn.box.width, span.width),
      room(size.height, drawn.box.height, span.height),
    )
    drawn = picture(network, positions, { ...options, zoom: Math.max(smallest, Math.min(largest, zoom)) })
  }
  // A smaller zoom may send a name outside: what is still too large gives way a little more.
  for (let round = 0; round < 5 && isTooLarge(drawn, size); round += 1)
    drawn = picture(network, positions, { ...options, zoom: Math.max(smallest, drawn.zoom * 0.95) })
  return drawn
}

/** The spread at which the picture takes all of its surface; marks only ever move apart. */
export function roomySpread(
  network: Network,
  positions: Positions,
  size: Size,
  options: Omit<Options, 'zoom'>,
): Spread {
  const span = groundOf(network, positions)
  if (network.marks.length > mostFine[options.shape]) {
    const aspect = size.width / size.height / Math.max(1e-9, span.width / span.height)
    const grown = Math.max(1, Math.min(widest, Math.max(aspect, 1 / aspect)))
    return aspect > 1 ? { x: grown, y: 1 } : { x: 1, y: grown }
  }
  const { box, zoom } = fitted(network, positions, size, options)
  const part = (whole: number, taken: number, between: number) =>
    between > 0 ? Math.max(1, Math.min(widest, 1 + (whole - taken) / (between * zoom))) : 1
  return { x: part(size.width, box.width, span.width), y: part(size.height, box.height, span.height) }
}

export function spreadOut(positions: Positions, { x, y }: Spread): Positions {
  if (x === 1 && y === 1) return positions
  const places = new Map<string, Point>()
  for (const [id, at] of positions) places.set(id, { x: at.x * x, y: at.y * y })
  return places
}

const isTooLarge = ({ box }: Picture, { width, height }: Size) =>
  box.width > width * 1.01 || box.height > height * 1.01

/** The ground that the middles of the marks take. */
function groundOf(network: Network, positions: Positions): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { id } of network.marks) {
    const { x, y } = positions.get(id) ?? { x: 0, y: 0 }
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return { x: left, y: top, width: right - left, height: bottom - top }
}
