import { tenth, type Point } from './hulls.ts'
import type { DrawnMark, DrawnStrand, DrawnTie } from './drawn.ts'
import type { Tie } from '../network.ts'

const dot = 3

/** How far apart the lines of one tie run. */
const lane = 4

/** How far the ink of a tie reaches from its middle. */
export const reachOfTie = ({ strands }: Tie, scale: number) => ((strands.length - 1) / 2) * lane * scale + 1

/** The lines of a tie from rim to rim; `by` bends them all. */
export function drawnTie(
  tie: Tie,
  byId: ReadonlyMap<string, DrawnMark>,
  scale: number,
  by?: Point,
): DrawnTie | [] {
  const partner = byId.get(tie.partner)
  const initiative = byId.get(tie.initiative)
  if (!partner || !initiative) return []
  // Marks that are dots hide the ends of their lines.
  if (partner.size < dot && initiative.size < dot) {
    const [from, to] = [partner.at, initiative.at]
    const strands = tie.strands.map(({ family, standing, isStrong }): DrawnStrand => {
      return { from, to, family, standing, width: isStrong ? 2.6 : 1.6 }
    })
    return { tie, strands, isFromFocus: partner.mark.isFocus || initiative.mark.isFocus }
  }
  const dx = initiative.at.x - partner.at.x
  const dy = initiative.at.y - partner.at.y
  const length = Math.hypot(dx, dy) || 1
  const along = { x: dx / length, y: dy / length }
  const start = edge(partner, along)
  const end = edge(initiative, along)
  if (start + end >= length) return []
  const strands = tie.strands.map((strand, index): DrawnStrand => {
    const offset = (index - (tie.strands.length - 1) / 2) * lane * scale
    const aside = { x: -along.y * offset, y: along.x * offset }
    const at = (x: number, y: number) => ({ x: tenth(x + aside.x), y: tenth(y + aside.y) })
    const look = {
      family: strand.family,
      standing: strand.standing,
      width: strand.isStrong ? 2.6 : 1.6,
    }
    // Marks hide the ends of a bend, which nobody can foretell where it leaves them.
    if (by)
      return {
        from: at(partner.at.x, partner.at.y),
        to: at(initiative.at.x, initiative.at.y),
        by: at(by.x, by.y),
        ...look,
      }
    return {
      from: at(partner.at.x + along.x * start, partner.at.y + along.y * start),
      to: at(initiative.at.x - along.x * end, initiative.at.y - along.y * end),
      ...look,
    }
  })
  return { tie, strands, isFromFocus: partner.mark.isFocus || initiative.mark.isFocus }
}

/** Where a line leaves its mark: on the ring, the disc or the side of the square. */
function edge({ mark, size }: DrawnMark, along: Point): number {
  const rim = size + (mark.isFocus ? 7.5 : 1.5)
  return mark.isInitiative ? rim : rim / Math.max(Math.abs(along.x), Math.abs(along.y))
}
