import type { Point } from '../picture/hulls.ts'

export type Direction = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'
type Placed = { id: string; at: Point }

const towards: Record<Direction, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

export const isDirection = (key: string): key is Direction => key in towards

/** The mark that an arrow leads to: the nearest that way, those tied to this one before others. */
export function nextMark(
  marks: readonly Placed[],
  from: string,
  direction: Direction,
  tied: ReadonlySet<string>,
): string | null {
  const here = marks.find(({ id }) => id === from)?.at
  if (!here) return marks[0]?.id ?? null
  const way = towards[direction]
  let best: string | null = null
  let least = Infinity
  for (const { id, at } of marks) {
    const ahead = (at.x - here.x) * way.x + (at.y - here.y) * way.y
    const aside = Math.abs((at.x - here.x) * way.y) + Math.abs((at.y - here.y) * way.x)
    if (id === from || ahead <= 0 || aside > ahead * 1.6) continue
    const cost = (ahead + aside * 1.5) * (tied.has(id) ? 0.5 : 1)
    if (cost >= least) continue
    least = cost
    best = id
  }
  return best
}
