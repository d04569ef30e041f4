import type { Shape, Stroke, Text } from '../../drawing/ink.ts'
import { levelStrokes } from '../../drawing/levels.ts'
import { round } from '../../drawing/yearLine.ts'
import { armPath, notchesOf, type Arm, type Stem } from '../layout/arms.ts'
import type { Arc } from '../layout/arcs.ts'
import { isLit, isThere, opacityOf, type Sight, type TreeLook } from './look.ts'
import type { Level, LinkRow } from '../query.ts'
import type { Placed, Tree } from '../layout/tree.ts'

const stemStroke: Stroke = { colour: 'edge', width: 1.3 }
const wayStroke: Stroke = { colour: 'soft', width: 1.3 }
const leaderStroke: Stroke = { colour: 'edge', width: 1, dash: [1, 4] }

// Where rows are pressed together.
const fine: Record<Level, Stroke> = {
  INSPIRED: { colour: 'inspired', width: 1, dash: [1, 2.5] },
  REDONE: { colour: 'redone', width: 1 },
  SCALED: { colour: 'scaled', width: 2 },
}

/** One line a parent, neutral: its arms carry the levels. Of a lit lineage only the way that leads to it. */
export function stemShapes(tree: Tree, look: TreeLook, sight: Sight): Shape[] {
  return tree.stems.flatMap((stem): Shape[] => {
    if (stem.bottom < sight.top || stem.top > sight.bottom || !isLit(stem.parent, sight)) return []
    const arms = stem.arms.filter(({ child }) => isLit(child, sight))
    const there = arms.filter(({ child }) => isThere(child, look))
    if (arms.length === 0) return []
    const shown = line(stem, there, sight.lit ? wayStroke : stemStroke)
    return [there.length > 0 ? shown : { ...shown, opacity: 0 }]
  })
}

function line({ parent, x }: Stem, arms: readonly Arm[], stroke: Stroke): Shape {
  let [y1, y2] = [parent.y, parent.y]
  for (const { turn } of arms) [y1, y2] = [Math.min(y1, turn), Math.max(y2, turn)]
  return { is: 'line', x1: x, y1: round(y1), x2: x, y2: round(y2), stroke }
}

/** Its arm, a notch for each change, and a mark for the manner in which it came. */
export function armShapes(tree: Tree, arm: Arm, look: TreeLook): Shape[] {
  const { child } = arm
  const { link } = child.entry.member
  if (!link) return []
  const there = opacityOf(child, look)
  const level = tree.isWritten ? levelStrokes : fine
  const shapes: Shape[] = [{ is: 'path', d: armPath(arm), stroke: level[link.level], ...there }]
  if (!tree.isWritten) return shapes
  const { colour } = levelStrokes[link.level]
  const { y } = child
  for (const x of notchesOf(arm))
    shapes.push({ is: 'line', x1: x, y1: y - 5, x2: x, y2: y + 5, stroke: { colour, width: 1.6 }, ...there })
  if (link.mode && !child.entry.isGroup && arm.until - arm.from > 56)
    shapes.push({ ...modeMark(link.mode, arm.from + 8, y), stroke: { colour, width: 1.4 }, ...there })
  return shapes
}

const side = 3.2

/** A site of the same house is full, one under a contract a square, under a charter a disc, without a tie a triangle. */
export function modeMark(mode: NonNullable<LinkRow['mode']>, x: number, y: number): Exclude<Shape, Text> {
  const fill = 'paper'
  if (mode === 'LOOSE_AFFILIATION') return { is: 'disc', x, y, r: side, fill }
  if (mode === 'DISSEMINATION')
    return { is: 'path', d: `M${x - 3},${y - 4}L${x + 4},${y}L${x - 3},${y + 4}Z`, fill }
  const box = { is: 'box', x: x - side, y: y - side, width: side * 2, height: side * 2 } as const
  return mode === 'BRANCH' ? { ...box, fill: 'ink' } : { ...box, fill }
}

/** On narrow screens a hairline joins each disc to its words. */
export function leaderShape(tree: Tree, one: Placed, look: TreeLook): Shape[] {
  if (!tree.labelColumn || !tree.isWritten) return []
  const [x1, x2] = [one.x + one.radius + 3, tree.labelColumn - 4]
  return [
    { is: 'line', x1, y1: one.y, x2, y2: one.y, stroke: leaderStroke, opacity: isThere(one, look) ? 0.7 : 0 },
  ]
}

export function arcShape({ link, child, parent, path }: Arc, look: TreeLook): Shape {
  const isPicked = link.id === look.selectedLink
  const stroke: Stroke = {
    colour: isPicked ? 'accent' : levelStrokes[link.level].colour,
    width: isPicked ? 2.6 : link.level === 'SCALED' ? 2 : 1.5,
    dash: link.level === 'INSPIRED' ? [2, 5] : [6, 4],
  }
  const isHere = isThere(child, look) && isThere(parent, look)
  return { is: 'path', d: path, stroke, ...(isHere ? {} : { opacity: 0 }) }
}

/** The way of the selected link, over the others. */
export function chosenShape(arm: Arm): Shape {
  const { link } = arm.child.entry.member
  const level = levelStrokes[link?.level ?? 'REDONE']
  const dash = level.dash ? { dash: [2, 4], cap: 'round' as const } : {}
  return {
    is: 'path',
    d: armPath(arm, true),
    stroke: { colour: 'accent', width: link?.level === 'INSPIRED' ? 2.4 : level.width + 1, ...dash },
  }
}

const apart = 4

/** A second line beside the arm of whoever uses a commons, up to its diamond; small and hollow for who lacks it. */
export function threadShapes(one: Placed, arm: Arm | undefined, look: TreeLook): Shape[] {
  const thread = look.threads?.get(one.entry.member.row.id)
  if (!thread || one.entry.isGroup || !isThere(one, look)) return []
  const stroke: Stroke = { colour: 'relays', width: 1.6 }
  const { id } = one.entry.member.row
  const isRinged = id === look.cameFor || id === look.selectedId || look.compared?.has(id)
  const x = one.x - one.radius - (arm ? 5 : 1) - (isRinged ? 6 : 0)
  const y = one.y + apart + (arm ? 0 : 4)
  if (thread === 'lacks')
    return [{ is: 'path', d: diamond(x, y, 3.4), fill: 'paper', stroke: { ...stroke, width: 1.2 } }]
  const shapes: Shape[] = []
  if (arm) shapes.push({ is: 'path', d: beside(arm, look, x), stroke })
  const isFull = thread === 'enriches'
  shapes.push({ is: 'path', d: diamond(x, y, isFull ? 5.6 : 4.4), fill: isFull ? 'relays' : 'paper', stroke })
  return shapes
}

function diamond(x: number, y: number, r: number): string {
  return `M${round(x - r)},${round(y)}L${round(x)},${round(y - r)}L${round(x + r)},${round(y)}L${round(x)},${round(y + r)}Z`
}

/** Along the arm; and along the stem too when the parent uses the commons as well. */
function beside({ parent, child, turn, radius }: Arm, look: TreeLook, until: number): string {
  const above = look.threads?.get(parent.entry.member.row.id)
  const isHanded = above === 'uses' || above === 'enriches'
  const x = parent.x + apart
  const start = isHanded ? `${round(parent.y + apart)}V${round(turn + apart)}` : round(turn + apart)
  return `M${round(x)},${start}Q${round(x)},${round(child.y + apart)} ${round(x + radius)},${round(child.y + apart)}H${round(Math.max(x + radius, until))}`
}
