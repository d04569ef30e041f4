import type { Shape } from '../../drawing/ink.ts'
import { t } from '../../messages.ts'
import { onTheLine, round } from '../../drawing/yearLine.ts'
import type { Tree } from '../layout/tree.ts'

/** Columns without years, a line at each 1st of January, where years are left out, and the date the tree stands at. */
export function groundShapes(tree: Tree, top: number, bottom: number, on: string | null): Shape[] {
  const shapes: Shape[] = []
  for (const column of [tree.earlier, tree.unknown])
    if (column)
      shapes.push({
        is: 'box',
        x: column.x,
        y: top,
        width: column.width,
        height: bottom - top,
        hatch: 'line',
      })
  for (const { x, isNamed } of tree.ticks)
    shapes.push({
      is: 'line',
      x1: x,
      y1: top,
      x2: x,
      y2: bottom,
      stroke: { colour: 'line', width: 1 },
      opacity: isNamed ? 0.7 : 0.4,
    })
  for (const { x } of tree.breaks)
    shapes.push({ is: 'path', d: zigzag(x, top, bottom), stroke: { colour: 'line', width: 1 } })
  const at = on === null ? null : placeOfDate(tree, on)
  if (at !== null)
    shapes.push({ is: 'line', x1: at, y1: top, x2: at, y2: bottom, stroke: { colour: 'accent', width: 1 } })
  return shapes
}

function placeOfDate(tree: Tree, on: string): number | null {
  const time = onTheLine(on)
  if (time === null) return null
  // A date known by its year only stands for the whole of it.
  const x = tree.placeOf(on.length === 4 ? time + 0.5 : time)
  return x === null || !tree.line ? null : round(Math.min(tree.line.right, Math.max(tree.line.left, x)))
}

function zigzag(x: number, top: number, bottom: number): string {
  const teeth = Math.max(1, Math.ceil((bottom - top) / 8))
  const steps = Array.from({ length: teeth }, (_, at) => `L${x + (at % 2 ? -4 : 4)},${top + (at + 1) * 8}`)
  return `M${x - 4},${top}${steps.join('')}`
}

/** The axis of years, `height` pixels high from `top`: its line at the side of the tree. */
export function axisShapes(tree: Tree, top: number, height: number): Shape[] {
  const isAbove = tree.labelColumn !== null
  const y = isAbove ? top + height - 0.5 : top + 0.5
  const stroke = { colour: 'edge', width: 1 } as const
  const shapes: Shape[] = []
  const word = (x: number, text: string, anchor: 'start' | 'middle') =>
    shapes.push({ is: 'text', x, y: top + 17, lines: [text], size: 11, weight: 400, colour: 'soft', anchor })
  if (tree.line) shapes.push({ is: 'line', x1: tree.line.left, y1: y, x2: tree.line.right, y2: y, stroke })
  for (const tick of tree.ticks) {
    const start = isAbove ? top + height - 5 : top
    shapes.push({ is: 'line', x1: tick.x, y1: start, x2: tick.x, y2: start + 5, stroke })
    if (tick.isNamed) word(tick.middle, String(tick.year), 'middle')
  }
  const middle = isAbove ? y - 5 : y + 5
  for (const { x } of tree.breaks) {
    shapes.push({ is: 'box', x: x - 7, y: y - 1, width: 14, height: 2, fill: 'paper' })
    for (const side of [x - 3, x + 3])
      shapes.push({
        is: 'path',
        d: `M${side - 3},${y}L${side + 3},${middle - 2}L${side - 3},${middle + 2}L${side + 3},${2 * middle - y}`,
        stroke: { colour: 'edge', width: 1.3 },
      })
  }
  if (tree.earlier) word(tree.earlier.x + 1, t(isAbove ? 'tree.earlierShort' : 'tree.earlier'), 'start')
  if (tree.unknown) word(tree.unknown.x, t(isAbove ? 'tree.unknownYearShort' : 'tree.unknownYear'), 'start')
  return shapes
}
