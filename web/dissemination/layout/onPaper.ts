import type { Years } from '../../drawing/yearLine.ts'
import type { Family } from '../family.ts'
import { foldedRows, type FoldState } from '../folds.ts'
import { entryText } from '../words.ts'
import { costs } from './arcCosts.ts'
import { arcOf, otherLinks, type Arc } from './arcs.ts'
import { canvasMeasure } from './measure.ts'
import { mostArcs } from './parts.ts'
import { disseminationTree, type Tree } from './tree.ts'

export type Asked = {
  family: Family
  folds: FoldState
  cameFor: string
  /** Years that the axis leaves out, with a mark. */
  gaps: readonly Years[]
}

/** The tree on a sheet of its own, whatever the window shows of it, with its arcs where they are few enough to be told apart. */
export function treeOnPaper(
  { family, folds, cameFor, gaps }: Asked,
  { width, height }: { width: number; height: number },
): { tree: Tree; arcs: Arc[] } {
  const tree = disseminationTree(foldedRows(family, folds).roots, {
    width,
    height,
    cameFor,
    gaps,
    isNarrow: false,
    measure: canvasMeasure,
    text: entryText,
    years: family.years,
    zoom: 1,
  })
  const pairs = otherLinks(tree)
  if (pairs.length === 0 || pairs.length > mostArcs) return { tree, arcs: [] }
  const priced = costs(tree)
  return { tree, arcs: pairs.map((pair) => arcOf(tree, pair, priced)) }
}

/** The heights that each sheet shows, the first of which has less room: a tree is cut between its rows only. */
export function cutInSheets(
  { placed, rowHeight, height }: Pick<Tree, 'rowHeight' | 'height'> & { placed: readonly { y: number }[] },
  room: { first: number; next: number },
): { top: number; bottom: number }[] {
  const sheets: { top: number; bottom: number }[] = []
  const starts = placed.map(({ y }) => y - rowHeight / 2)
  let top = 0
  for (const [at, start] of starts.entries()) {
    const end = starts[at + 1] ?? height
    const most = sheets.length === 0 ? room.first : room.next
    if (end - top <= most || start <= top) continue
    sheets.push({ top, bottom: start })
    top = start
  }
  return [...sheets, { top, bottom: height }]
}
