import type { Colour } from '../../drawing/ink.ts'
import { levelStrokes } from '../../drawing/levels.ts'
import type { Arc } from '../layout/arcs.ts'
import type { Entry } from '../folds.ts'
import type { Placed } from '../layout/marks.ts'

/** How an initiative stands to a commons of its family. */
export type Thread = 'uses' | 'enriches' | 'lacks'
/** On which side of a comparison an initiative is. */
export type Side = 'first' | 'second' | 'both'

/** How a tree is looked at; nothing of it moves a row. */
export type TreeLook = {
  cameFor: string
  arcs: readonly Arc[]
  /** The row that is selected, and the link when it is one to another parent than the main one. */
  selectedId: string | null
  selectedLink: string | null
  /** The date the tree stands at, and who is there then; everybody when nothing is said. */
  on: string | null
  present: ReadonlySet<string> | null
  threads: ReadonlyMap<string, Thread> | null
  compared: ReadonlyMap<string, Side> | null
}

export const plainLook: TreeLook = {
  cameFor: '',
  arcs: [],
  selectedId: null,
  selectedLink: null,
  on: null,
  present: null,
  threads: null,
  compared: null,
}

/** Rows from top to bottom that are drawn; all without a band, and only those of a lineage when it is lit. */
export type Sight = { top: number; bottom: number; lit: ReadonlySet<string> | null }
export const wholeSight: Sight = { top: -Infinity, bottom: Infinity, lit: null }

/** The colour of a row: its level, or ink for whoever came from nobody. */
export const colourOf = ({ member: { link } }: Entry): Colour =>
  link ? levelStrokes[link.level].colour : 'ink'

/** How many of a row are there: of a folded year some may be. */
export function countThere({ member, isGroup, folded }: Entry, present: TreeLook['present']): number {
  if (!present) return folded.length
  if (!isGroup) return present.has(member.row.id) ? 1 : 0
  return folded.filter(({ row }) => present.has(row.id)).length
}

export const isThere = (one: Placed, look: TreeLook) => countThere(one.entry, look.present) > 0

/** What is not there yet is drawn without ink, so that it can fade in at its place. */
export const opacityOf = (one: Placed, look: TreeLook) => (isThere(one, look) ? {} : { opacity: 0 })

export const isLit = (one: Placed, { lit }: Sight) => lit === null || lit.has(one.entry.member.row.id)
