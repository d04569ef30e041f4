import type { Shape, Text } from '../../drawing/ink.ts'
import { levelStrokes, levels } from '../../drawing/levels.ts'
import { formatNumber } from '../../messages.ts'
import { round } from '../../drawing/yearLine.ts'
import { wasOver, type Member } from '../family.ts'
import type { Measure } from '../layout/labels.ts'
import { isThere, opacityOf, type Side, type TreeLook } from './look.ts'
import type { Placed, Tree } from '../layout/tree.ts'

const halo = { colour: 'paper', width: 4 } as const

/** Its name, its territory, and under them how it ended. */
export function labelShapes(tree: Tree, one: Placed, look: TreeLook): Shape[] {
  const { label, x: start, y, voice, isOnArm } = tree.lettering(one)
  const isSelected = one.entry.id === look.selectedId
  const { id } = one.entry.member.row
  // A ring needs a little room before the name.
  const isRinged =
    (isSelected || look.compared?.has(id)) && !tree.labelColumn && !isOnArm && id !== look.cameFor
  const x = round(start + (isRinged ? 5 : 0))
  const there = opacityOf(one, look)
  const text = (line: string, at: number, down: number, face: Pick<Text, 'size' | 'weight' | 'colour'>) =>
    ({ is: 'text', x: round(at), y: round(y + down), lines: [line], halo, ...face, ...there }) as const
  const soft = { size: 12, weight: 400, colour: 'soft' } as const
  const weight = voice === 'parent' ? 600 : 500
  const name = { size: 13, weight, colour: isSelected ? 'accent' : 'ink' } as const
  const shapes: Shape[] = [text(label.name, x, 0, name)]
  for (const [at, line] of label.rest.entries()) shapes.push(text(line, x, (at + 1) * 14, name))
  if (label.place) {
    const after = label.nameWidth > 0 ? label.nameWidth + 7 : 0
    shapes.push(text(label.place, x + after, label.placeLine * 14, soft))
  }
  if (label.under) {
    const isOver = wasOver(one.entry.member.row, look.on)
    shapes.push({ ...text(label.under, x, 16, soft), ...(isOver ? there : { opacity: 0 }) })
  }
  return shapes
}

export const sideLetters: Record<Side, string> = { first: 'A', second: 'B', both: 'A B' }

/** On which side of a comparison it is, as a letter beside its ring. */
export function sideShapes(tree: Tree, one: Placed, look: TreeLook): Shape[] {
  const side = one.entry.isGroup ? undefined : look.compared?.get(one.entry.member.row.id)
  if (!side || !tree.isWritten) return []
  const isOnArm = tree.lettering(one).isOnArm
  // At the edge of the sheet, or close to the stem it comes from, there is room above the name only.
  const stem = side === 'both' ? (tree.arms[one.row]?.parent.x ?? 0) : 0
  const isFirst = one.x - one.radius - stem < 34
  const [x, anchor] =
    isFirst || isOnArm
      ? [one.x + one.radius + (isFirst ? 5 : 8), 'start' as const]
      : [one.x - one.radius - 8, 'end' as const]
  const y = round(one.y + (isFirst ? -9 : isOnArm ? 4 : -4))
  const face = { size: 11, weight: 700, colour: 'accent' } as const
  return [
    {
      is: 'text',
      x: round(x),
      y,
      lines: [sideLetters[side]],
      anchor,
      halo,
      ...face,
      ...opacityOf(one, look),
    },
  ]
}

export const pillHeight = 18
const barWidth = 32
const barHeights = [3, 5.5, 8]

export type Pill = { x: number; y: number; width: number; count: number; below: readonly number[] }

/** The count of a closed branch after its words; on narrow screens without its levels. */
export function pillOf(tree: Tree, one: Placed, present: TreeLook['present']): Pill | null {
  if (one.entry.hidden === 0 || !tree.isWritten) return null
  const below = belowThere(one.entry.member, present)
  const count = below.reduce((sum, part) => sum + part, 0)
  const letters = formatNumber(count).length
  const width = round(tree.labelColumn ? 27 + 6.8 * letters : 37 + 7.4 * letters + barWidth)
  return { x: round(tree.lettering(one).end + 10), y: round(one.y - pillHeight / 2), width, count, below }
}

/** How many lie below by level, of those that are there. */
function belowThere(member: Member, present: TreeLook['present']): readonly number[] {
  if (!present) return member.below
  const counts = levels.map(() => 0)
  const waiting = [...member.children]
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    const at = levels.findIndex((level) => level === one?.link?.level)
    if (present.has(one.row.id)) counts[at] = (counts[at] ?? 0) + 1
    waiting.push(...one.children)
  }
  return counts
}

/** « + 12 » and their levels as a bar, thicker from level to level. */
export function pillShapes(tree: Tree, one: Placed, look: TreeLook): Shape[] {
  const pill = pillOf(tree, one, look.present)
  if (!pill || !isThere(one, look) || pill.count === 0) return []
  const { x, y, width, count, below } = pill
  const words = `+ ${formatNumber(count)}`
  const shapes: Shape[] = [
    { is: 'box', x, y, width, height: pillHeight, r: 9, fill: 'paper', stroke: { colour: 'edge', width: 1 } },
    { is: 'text', x: x + 8, y: y + 13, lines: [words], size: 11, weight: 600, colour: 'ink' },
  ]
  if (tree.labelColumn) return shapes
  let left = x + width - barWidth - 8
  const parts = below.filter((part) => part > 0).length
  const room = barWidth - (parts - 1)
  below.forEach((part, at) => {
    const level = levels[at]
    if (part === 0 || !level) return
    const long = Math.max(3, (part / count) * (room - 3 * (parts - 1)))
    const height = barHeights[at] ?? 4
    shapes.push({
      is: 'box',
      x: round(left),
      y: round(one.y - height / 2),
      width: round(Math.min(long, x + width - 8 - left)),
      height,
      fill: levelStrokes[level].colour,
    })
    left += long + 1
  })
  return shapes
}

/** « 1 gardé · 2 adaptés » over the selected arm: in its middle, or beside the label of the row above; nowhere without room. */
export function armWords(tree: Tree, one: Placed, words: string, measure: Measure): Shape[] {
  const arm = tree.arms[one.row]
  if (!arm || !words || tree.labelColumn || !tree.isWritten || tree.lettering(one).isOnArm) return []
  const half = (measure(words, 'soft') * 1.08) / 2
  const [from, until] = [arm.from + 15 + half, arm.until - 15 - half]
  const y = round(one.y - 8)
  const above = tree.placed[one.row - 1]
  const letters = above && tree.lettering(above)
  const bottom = letters?.bottom ?? -Infinity
  const [left, right] = letters && bottom > y - 10 ? [letters.x, letters.x + letters.label.width] : [0, 0]
  const isFree = (x: number) => x >= from && x <= until && (x + half + 6 < left || x - half - 6 > right)
  const x = [(arm.from + arm.until) / 2, right + half + 8, left - half - 8].find(isFree)
  if (x === undefined) return []
  const face = { size: 12, weight: 600, colour: 'accent' } as const
  return [{ is: 'text', x: round(x), y, lines: [words], anchor: 'middle', halo, ...face }]
}
