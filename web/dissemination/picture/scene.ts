import type { Scene, Shape } from '../../drawing/ink.ts'
import type { Arm } from '../layout/arms.ts'
import { discShapes } from './inkDiscs.ts'
import { axisShapes, groundShapes } from './inkGround.ts'
import { armWords, labelShapes, pillShapes, sideShapes } from './inkLabels.ts'
import { arcShape, armShapes, chosenShape, leaderShape, stemShapes, threadShapes } from './inkLinks.ts'
import type { Measure } from '../layout/labels.ts'
import { isLit, wholeSight, type Sight, type TreeLook } from './look.ts'
import type { Placed, Tree } from '../layout/tree.ts'
import { changeCounts } from '../words.ts'

export const axisHeight = 26

/** The rows between two heights, from top to bottom. */
export function rowsIn(tree: Tree, { top, bottom }: Pick<Sight, 'top' | 'bottom'>): Placed[] {
  const firstFrom = (y: number) => {
    let [low, high] = [0, tree.placed.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tree.placed[middle]?.y ?? 0) < y) low = middle + 1
      else high = middle
    }
    return low
  }
  return tree.placed.slice(firstFrom(top - tree.rowHeight), firstFrom(bottom + tree.rowHeight))
}

/** Everything of a tree but the ground it stands on: links, then discs, then words, each in the order of the rows. */
export function treeShapes(tree: Tree, look: TreeLook, measure: Measure, sight: Sight = wholeSight): Shape[] {
  const rows = rowsIn(tree, sight).filter((one) => isLit(one, sight))
  const arms = rows.flatMap((one): Arm | [] => tree.arms[one.row] ?? [])
  const shapes = stemShapes(tree, look, sight)
  for (const one of rows) shapes.push(...leaderShape(tree, one, look))
  for (const arm of arms) shapes.push(...armShapes(tree, arm, look))
  if (look.threads) for (const one of rows) shapes.push(...threadShapes(one, tree.arms[one.row], look))
  for (const arc of look.arcs) if (isLit(arc.child, sight)) shapes.push(arcShape(arc, look))
  const chosen = chosenRow(tree, look)
  const chosenArm = chosen && isLit(chosen, sight) ? tree.arms[chosen.row] : undefined
  if (chosenArm) shapes.push(chosenShape(chosenArm))
  for (const one of rows) shapes.push(...discShapes(one, look))
  if (!tree.isWritten) return shapes
  for (const one of rows) {
    shapes.push(...labelShapes(tree, one, look), ...pillShapes(tree, one, look))
    if (look.compared) shapes.push(...sideShapes(tree, one, look))
  }
  if (chosen && chosenArm) {
    const { link } = chosen.entry.member
    shapes.push(...armWords(tree, chosen, link ? changeCounts(link) : '', measure))
  }
  return shapes
}

/** The selected row, unless it is a link to another parent that is selected: then its arc shows it. */
function chosenRow(tree: Tree, { selectedId, selectedLink }: TreeLook): Placed | undefined {
  if (!selectedId) return undefined
  const row = tree.placed.find(({ entry }) => entry.id === selectedId)
  return row && (!selectedLink || row.entry.member.link?.id === selectedLink) ? row : undefined
}

/** The whole tree with its axis, as it is exported: what has no ink is left out. */
export function treeScene(tree: Tree, look: TreeLook, measure: Measure): Scene {
  const isAbove = tree.labelColumn !== null
  const shapes = [
    ...groundShapes(tree, 0, tree.height, look.on),
    ...treeShapes(tree, look, measure),
    ...axisShapes(tree, isAbove ? -axisHeight : tree.height, axisHeight),
  ]
  return {
    box: { x: 0, y: isAbove ? -axisHeight : 0, width: tree.width, height: tree.height + axisHeight },
    shapes: shapes.filter(({ opacity }) => opacity !== 0),
  }
}
