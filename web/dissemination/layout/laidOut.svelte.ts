import type { Family } from '../family.ts'
import { foldedRows, type FoldState } from '../folds.ts'
import { heightOf } from './marks.ts'
import { canvasMeasure } from './measure.ts'
import { mostArcs } from './parts.ts'
import type { LinkRow } from '../query.ts'
import { axisHeight } from '../picture/scene.ts'
import { disseminationTree } from './tree.ts'
import { entryText } from '../words.ts'

export type Laying = {
  /** The width and the height that are free for the tree, its axis, its overview and a line under it. */
  room: number
  height: number
  isNarrow: boolean
  family: Family
  links: readonly LinkRow[]
  folds: FoldState
  cameFor: string
  zoom: number
  breaks: boolean
}

const stripRoom = 54
// As high as a line of the size that readers chose.
const noteRoom = () => 1.5 * parseFloat(getComputedStyle(document.documentElement).fontSize)

/** The tree in the room there is, and what this leaves to the rest: an overview beside a tall one, a note under one with very many arcs. */
export function laidOut(of: () => Laying) {
  const given = $derived(of())
  // More parents than arcs can show: as many links as lead to no main parent.
  const others = $derived(given.links.length - given.family.members.size + given.family.roots.length)
  const noteHeight = $derived(others > mostArcs && !given.isNarrow ? noteRoom() : 0)
  const height = $derived(given.height - noteHeight)
  const folded = $derived(foldedRows(given.family, given.folds))
  const isTall = $derived.by(() => {
    if (given.isNarrow) return false
    const { isNarrow, zoom } = given
    const free = height - axisHeight
    return folded.rows * heightOf(folded.rows, 0, { isNarrow, height: free, zoom }).rowHeight > free * 1.5
  })
  const width = $derived(given.room - (isTall ? stripRoom : 0))
  const tree = $derived(
    disseminationTree(folded.roots, {
      width,
      height: height - axisHeight,
      isNarrow: given.isNarrow,
      measure: canvasMeasure,
      text: entryText,
      cameFor: given.cameFor,
      years: given.family.years,
      gaps: given.breaks ? given.family.empty : [],
      zoom: given.zoom,
    }),
  )
  return {
    get tree() {
      return tree
    },
    get roots() {
      return folded.roots
    },
    get isTall() {
      return isTall
    },
    get width() {
      return width
    },
    get height() {
      return height
    },
    get hasNote() {
      return noteHeight > 0
    },
  }
}
