export type Point = { x: number; y: number }
export type Rect = { x: number; y: number; width: number; height: number }

/** The convex hull, counter-clockwise on a screen; monotone chain. */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const half = (ordered: Point[]) => {
    const chain: Point[] = []
    for (const point of ordered) {
      for (;;) {
        const last = chain.at(-1)
        const before = chain.at(-2)
        if (!last || !before || turn(before, last, point) > 0) break
        chain.pop()
      }
      chain.push(point)
    }
    chain.pop()
    return chain
  }
  return [...half(sorted), ...half(sorted.reverse())]
}

const turn = (a: Point, b: Point, c: Point) => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)

/** True when two convex contours share ground: a line between them is missing (separating axes). */
export function share(one: readonly Point[], other: readonly Point[]): boolean {
  return !separates(one, other) && !separates(other, one)
}

function separates(one: readonly Point[], other: readonly Point[]): boolean {
  let before = one.at(-1)
  for (const here of one) {
    if (before) {
      const [nx, ny] = [here.y - before.y, before.x - here.x]
      const along = ({ x, y }: Point) => x * nx + y * ny
      const own = one.map(along)
      const theirs = other.map(along)
      if (Math.max(...own) < Math.min(...theirs) || Math.max(...theirs) < Math.min(...own)) return true
    }
    before = here
  }
  return false
}

export function area(polygon: readonly Point[]): number {
  let sum = 0
  let before = polygon.at(-1)
  for (const here of polygon) {
    if (before) sum += before.x * here.y - here.x * before.y
    before = here
  }
  return Math.abs(sum) / 2
}

/** Eight points around a mark, so that a contour keeps its distance. */
export function around({ x, y }: Point, distance: number): Point[] {
  return [0, 1, 2, 3, 4, 5, 6, 7].map((eighth) => ({
    x: x + Math.cos((eighth * Math.PI) / 4) * distance,
    y: y + Math.sin((eighth * Math.PI) / 4) * distance,
  }))
}

export const corners = ({ x, y, width, height }: Rect): Point[] => [
  { x, y },
  { x: x + width, y },
  { x: x + width, y: y + height },
  { x, y: y + height },
]

/** An SVG path along the polygon whose corners are rounded. */
export function roundedPath(polygon: readonly Point[], radius = 14): string {
  if (polygon.length < 3) return ''
  const towards = (from: Point, to: Point) => {
    const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
    const part = Math.min(radius, length / 2) / length
    return `${tenth(from.x + (to.x - from.x) * part)},${tenth(from.y + (to.y - from.y) * part)}`
  }
  const parts = polygon.map((corner, index) => {
    const before = polygon.at(index - 1) ?? corner
    const after = polygon[(index + 1) % polygon.length] ?? corner
    const start = `${index ? 'L' : 'M'}${towards(corner, before)}`
    return `${start}Q${tenth(corner.x)},${tenth(corner.y)} ${towards(corner, after)}`
  })
  return `${parts.join('')}Z`
}

export const tenth = (value: number) => Math.round(value * 10) / 10
