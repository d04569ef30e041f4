import type { Years } from '../../drawing/yearLine.ts'
import type { Family } from '../family.ts'
import { foldedRows, type FoldState } from '../folds.ts'
import { entryText } from '../words.ts'
import { arcsOn, type Arc } from './arcs.ts'
import { canvasMeasure } from './measure.ts'
import { otherLinks } from './others.ts'
import { mostArcs } from './parts.ts'
import { disseminationTree, type Tree } from './tree.ts'

export type Asked = {
  family: Family
  folds: FoldState
  cameFor: string
  /** Years that the axis leaves out, with a mark. */
  gaps: readonly Years[]
}

type Sheet = {
  width: number
  /** What the rows fill when there are few. */
  height: number
  /** What a sheet holds: rows that need a little more are pressed together. */
  most: number
}
const leastPress = 0.8

/** The tree on a sheet of its own, whatever the window shows of it, with its arcs where they are few enough to be told apart. */
export function treeOnPaper(asked: Asked, sheet: Sheet): { tree: Tree; arcs: Arc[] } {
  const loose = layOut(asked, sheet, 1)
  const press = sheet.most / loose.height
  const tree = press < 1 && press >= leastPress ? layOut(asked, sheet, press) : loose
  const pairs = otherLinks(tree)
  if (pairs.length === 0 || pairs.length > mostArcs) return { tree, arcs: [] }
  return { tree, arcs: pairs.map(arcsOn(tree)) }
}

function layOut({ family, folds, cameFor, gaps }: Asked, { width, height }: Sheet, zoom: number): Tree {
  return disseminationTree(foldedRows(family, folds).roots, {
    width,
    height,
    cameFor,
    gaps,
    isNarrow: false,
    measure: canvasMeasure,
    text: entryText,
    years: family.years,
    zoom,
  })
}

type Rows = Pick<Tree, 'rowHeight' | 'height'> & { placed: readonly { y: number }[] }
type Room = { first: number; next: number }
type Cut = { top: number; bottom: number }

/** The heights that each sheet shows, the first of which has less room: a tree is cut between its rows only, about evenly. */
export function cutInSheets(rows: Rows, { first, next }: Room): Cut[] {
  const fewest = cutWithin(rows, { first, next })
  for (let even = rows.height / fewest.length; even < next; even += rows.rowHeight) {
    const cuts = cutWithin(rows, { first: Math.min(first, even), next: even })
    if (cuts.length === fewest.length) return cuts
  }
  return fewest
}

function cutWithin({ placed, rowHeight, height }: Rows, room: Room): Cut[] {
  const cuts: Cut[] = []
  const starts = placed.map(({ y }) => y - rowHeight / 2)
  let top = 0
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? height
    const most = cuts.length === 0 ? room.first : room.next
    if (end - top <= most || start <= top) continue
    cuts.push({ top, bottom: start })
    top = start
  }
  return [...cuts, { top, bottom: height }]
}
