import { tenth } from './hulls.ts'
import { markBox, type DrawnMark } from './drawn.ts'
import { overlap } from './rects.ts'

const badgeSize = { width: 24, height: 16 }

/** A badge sits at the corner of its mark that is free: top right first. */
export function placeBadges(drawn: readonly DrawnMark[]) {
  const taken = drawn.map((one) => ({ one, box: markBox(one) }))
  for (const one of drawn) {
    const { mark, at, size } = one
    if (mark.missing === 0 || mark.isFocus) continue
    const width = badgeSize.width + (mark.missing > 9 ? 6 : 0) + (mark.missing > 99 ? 6 : 0)
    const [right, left] = [at.x + size * 0.55, at.x - size * 0.55 - width]
    const [above, below] = [at.y - size - 12, at.y + size - 4]
    const places = [
      { x: right, y: above },
      { x: left, y: above },
      { x: right, y: below },
      { x: left, y: below },
    ].map(({ x, y }) => ({ x: tenth(x), y: tenth(y), width, height: badgeSize.height }))
    const free = places.find(
      (place) => !taken.some((other) => other.one !== one && overlap(other.box, place)),
    )
    one.badge = free ?? null
    if (free) taken.push({ one, box: free })
  }
}
