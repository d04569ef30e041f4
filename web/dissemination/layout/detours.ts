import type { Point, Way } from './curves.ts'
import type { Placed } from './marks.ts'
import type { Tree } from './tree.ts'

const beside = 16
const mostRows = 8

/** Ways from one row to another that pass a place between them: left or right of a row that stands in the way, or of all. */
export function* detours(tree: Tree, parent: Placed, child: Placed): Iterable<Way> {
  const [from, until] = [Math.min(parent.row, child.row), Math.max(parent.row, child.row)]
  const between = tree.placed.slice(from + 1, until)
  if (between.length === 0) return
  const lefts = between.map((one) => one.x - one.radius - beside)
  const rights = between.map((one) => {
    const letters = tree.lettering(one)
    return Math.max(one.x + one.radius, letters.x + letters.label.width) + beside
  })
  const tall = child.y - parent.y
  const through = (x: number, y: number) => passing(parent, child, { x, y }, tall)
  const middle = parent.y + tall / 2
  yield* through(Math.min(parent.x, child.x, ...lefts) - beside, middle)
  yield* through(Math.max(...rights), middle)
  const step = Math.max(1, Math.ceil(between.length / mostRows))
  for (let at = 0; at < between.length; at += step) {
    const [row, left, right] = [between[at], lefts[at], rights[at]]
    if (!row || left === undefined || right === undefined) continue
    yield* through(left, row.y)
    yield* through(right, row.y)
  }
}

/** Through a place on the way down or up, coming to it and leaving it from near and from afar. */
function* passing(parent: Point, child: Point, by: Point, tall: number): Iterable<Way> {
  for (const length of [0.15, 0.3, 0.5]) {
    const heading = { x: by.x, y: by.y + length * tall }
    const back = { x: by.x, y: by.y - length * tall }
    for (const bend of [0.5, 1])
      for (const lean of [-0.12, 0.12])
        yield [
          { x: parent.x + (back.x - parent.x) * bend, y: parent.y + lean * tall },
          by,
          heading,
          { x: child.x + (heading.x - child.x) * bend, y: child.y - lean * tall },
        ]
  }
}
