type Point = { x: number; y: number }

/** True for a point in a polygon, by the number of its sides that a ray from there crosses. */
export function isInside(polygon: readonly Point[], { x, y }: Point): boolean {
  let inside = false
  let before = polygon.at(-1)
  for (const here of polygon) {
    if (before && here.y > y !== before.y > y) {
      if (x < ((before.x - here.x) * (y - here.y)) / (before.y - here.y) + here.x) inside = !inside
    }
    before = here
  }
  return inside
}
