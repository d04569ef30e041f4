import { markBox, type DrawnMark, type Picture } from './drawn.ts'
import type { Rect } from './hulls.ts'
import { contains, overlap } from './rects.ts'

const away = 10

/**
 * Where a word about a mark hides least of what is lit: below it, above it or beside it. Boxes are pixels of the picture;
 * `sight` is what can be seen of it.
 */
export function tipPlace(
  one: DrawnMark,
  tip: { width: number; height: number },
  drawn: Picture,
  lit: ReadonlySet<string>,
  sight: Rect,
): { x: number; y: number } {
  const own = markBox(one)
  const middle = one.at.x - tip.width / 2
  const beside = one.at.y - tip.height / 2
  const [left, right] = [sight.x + 4, sight.x + sight.width - tip.width - 4]
  const inside = (x: number) => Math.max(left, Math.min(right, x))
  const places = [
    { x: inside(middle), y: own.y + own.height + away },
    { x: inside(middle), y: own.y - tip.height - away },
    { x: own.x + own.width + away, y: beside },
    { x: own.x - tip.width - away, y: beside },
  ]
  const told = drawn.marks.flatMap((other) => {
    if (!lit.has(other.mark.id)) return []
    return other.label ? [markBox(other), other.label.box] : [markBox(other)]
  })
  let best = places[0] ?? { x: middle, y: beside }
  let least = Infinity
  places.forEach((place, order) => {
    const box = { ...place, ...tip }
    const hidden = told.filter((other) => overlap(other, box)).length
    const cost = hidden + order * 0.1 + (contains(sight, box) ? 0 : 100)
    if (cost >= least) return
    least = cost
    best = place
  })
  return best
}
