import { broadHulls } from './broadHulls.ts'
import { extent, type DrawnMark, type Picture, type Positions } from './drawn.ts'
import { tenth } from './hulls.ts'
import type { Network } from '../network.ts'
import { drawnTie } from './strands.ts'

/** In a crowd as small as this each dot and each thread is kept clear of names. */
export const smallCrowd = 1200

/** In one as small as this threads go around names too, so that those in its middle are named. */
export const mostBent = 420

/** In a crowd marks shrink almost as the distances do, so that ground stays between them. */
export const crowdScale = (zoom: number) => Math.max(0.12, Math.min(1.5, zoom ** 0.7))

/** How large a mark is beside its size at zoom 1: the fewer, the more ground each has. */
export const scaleOf = (count: number, zoom: number) => crowdScale(zoom) * (count > mostBent ? 1 : 1.2)

/** A crowd at one zoom, without names: these follow from what is in sight. */
export function broadPicture(network: Network, positions: Positions, zoom: number): Picture {
  const scale = scaleOf(network.marks.length, zoom)
  const drawn = network.marks.map((mark): DrawnMark => {
    const { x, y } = positions.get(mark.id) ?? { x: 0, y: 0 }
    return {
      mark,
      at: { x: tenth(x * zoom), y: tenth(y * zoom) },
      size: tenth(mark.size * scale),
      badge: null,
      label: null,
    }
  })
  const byId = new Map(drawn.map((one) => [one.mark.id, one]))
  const hulls = broadHulls(network, drawn)
  const ties = network.ties.flatMap((tie) => drawnTie(tie, byId, scale))
  return { hulls, ties, marks: drawn, box: extent(drawn, hulls), zoom }
}
