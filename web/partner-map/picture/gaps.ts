import type { DrawnStrand } from './drawn.ts'
import { tenth, type Rect } from './hulls.ts'
import { chordEnds } from './rects.ts'

/** Pixels between the end of a broken line and the name that breaks it. */
const air = 3
/** A piece shorter than this would be taken for a mark. */
const shortest = 3

/** What is left of a straight strand outside these boxes; one that none of them touches stays itself. */
export function outside(strand: DrawnStrand, boxes: readonly Rect[]): DrawnStrand[] {
  const { from, to } = strand
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const gaps = boxes
    .flatMap(({ x, y, width, height }) => {
      const wider = { x: x - air, y: y - air, width: width + air * 2, height: height + air * 2 }
      const ends = chordEnds(strand, wider)
      return ends ? [ends] : []
    })
    .sort((a, b) => a[0] - b[0])
  if (gaps.length === 0) return [strand]
  const at = (part: number) => ({
    x: tenth(from.x + (to.x - from.x) * part),
    y: tenth(from.y + (to.y - from.y) * part),
  })
  const pieces: DrawnStrand[] = []
  let start = 0
  for (const [enter, leave] of [...gaps, [1, 1] as const]) {
    if ((enter - start) * length >= shortest) pieces.push({ ...strand, from: at(start), to: at(enter) })
    start = Math.max(start, leave)
  }
  return pieces
}
