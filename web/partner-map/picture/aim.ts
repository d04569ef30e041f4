import { hits } from '../../drawing/hits.ts'
import type { DrawnMark, Picture } from './drawn.ts'
import { Grid } from './grid.ts'
import { isInside } from '../../drawing/inside.ts'
import { type Point } from './hulls.ts'

export type Aimed = { id: string; isBadge: boolean }
/** What lies at a place of the picture, in its pixels. */
export type Aim = {
  at: (point: Point) => Aimed | null
  within: (polygon: readonly Point[]) => string[]
}

/** Badges first, then marks, then names; each mark is hit within `reach` pixels at least. */
export function aimAt({ marks }: Picture, reach: number): Aim {
  const targets = marks.map(({ mark, at, size }) => ({
    id: mark.id,
    ...at,
    reach: Math.max(reach, size + 2),
  }))
  const found = hits(targets)
  const badges = new Grid<{ id: string; box: Box }>()
  const names = new Grid<{ id: string; box: Box }>()
  for (const { mark, badge, label } of marks) {
    if (badge) badges.add({ id: mark.id, box: grown(badge, reach) })
    if (label) names.add({ id: mark.id, box: label.box })
  }
  return {
    at({ x, y }) {
      const here = { x, y, width: 0, height: 0 }
      const [badge] = badges.near(here)
      if (badge) return { id: badge.id, isBadge: true }
      const id = found.at(x, y) ?? names.near(here)[0]?.id
      return id ? { id, isBadge: false } : null
    },
    within: (polygon) => (polygon.length < 3 ? [] : found.within(polygon)),
  }
}

type Box = NonNullable<DrawnMark['badge']>

/** A badge is small: what is touched is at least twice `reach` across, away from the mark. */
function grown({ x, y, width, height }: Box, reach: number): Box {
  const across = Math.max(0, reach * 2 - width) / 2
  const down = Math.max(0, reach * 2 - height) / 2
  return { x: x - across, y: y - down, width: width + across * 2, height: height + down * 2 }
}

/** The marks in sight: those whose middle lies in the box. */
export const inSight = (marks: readonly DrawnMark[], polygon: readonly Point[]): string[] =>
  marks.filter(({ at }) => isInside(polygon, at)).map(({ mark }) => mark.id)
