import type { Options, Picture, Positions } from './drawn.ts'
import type { Network } from './network.ts'
import { picture } from './picture.ts'

const smallest = 0.1

const largest = 1.3

/** The picture at the zoom at which all of it, names included, fits a surface of that size. */
export function fitted(
  network: Network,
  positions: Positions,
  size: { width: number; height: number },
  options: Omit<Options, 'zoom'>,
): Picture {
  const xs = network.marks.map((mark) => positions.get(mark.id)?.x ?? 0)
  const ys = network.marks.map((mark) => positions.get(mark.id)?.y ?? 0)
  const span = { x: Math.max(...xs) - Math.min(...xs), y: Math.max(...ys) - Math.min(...ys) }
  let drawn = picture(network, positions, { ...options, zoom: 1 })
  for (let round = 0; round < 3; round += 1) {
    // Names keep their size at any zoom: only what lies between the marks shrinks and grows.
    const room = (whole: number, taken: number, between: number) =>
      Math.max(whole * 0.5, whole - (taken - between * drawn.zoom)) / Math.max(1, between)
    const zoom = Math.min(
      room(size.width, drawn.box.width, span.x),
      room(size.height, drawn.box.height, span.y),
    )
    drawn = picture(network, positions, { ...options, zoom: Math.max(smallest, Math.min(largest, zoom)) })
  }
  return drawn
}
