import { readFileSync } from 'node:fs'
import { familyOf, type Rows } from '../../../web/dissemination/family.ts'
import { foldedRows, type Entry, type FoldState } from '../../../web/dissemination/folds.ts'
import { placeOf, roughMeasure } from '../../../web/dissemination/layout/labels.ts'
import type { Dissemination, InitiativeRow, LinkRow } from '../../../web/dissemination/query.ts'
import { disseminationTree, type Tree, type TreeOptions } from '../../../web/dissemination/layout/tree.ts'

/** Answers of the API on the sample, kept as they came. */
export const answers = [
  'repair-cafes',
  'accorderies',
  'housing-first',
  'cocagne-and-amap',
  'youth-cooperatives',
]

export function answer(name: string): Dissemination {
  return JSON.parse(readFileSync(new URL(`answers/${name}.json`, import.meta.url), 'utf8')) as Dissemination
}

type Told = Partial<InitiativeRow> & { from?: Record<string, Partial<LinkRow>> }

/** A family told in a few words: `{ paris: { startedOn: '2013', from: { amsterdam: {} } } }`. */
export function story(told: Record<string, Told>): Rows {
  const initiatives = Object.entries(told).map(([id, { from = {}, ...row }]): InitiativeRow => ({
    id,
    name: id,
    familyName: null,
    status: null,
    reason: null,
    startedOn: null,
    endedOn: null,
    territoryCode: null,
    territory: null,
    territoryWithin: null,
    generation: Object.keys(from).length > 0 ? 1 : 0,
    isOtherParent: false,
    replicatedByCount: Object.values(told).filter(({ from }) => from && id in from).length,
    elementCount: 0,
    added: 0,
    ...row,
  }))
  const links = Object.entries(told).flatMap(([child, { from = {} }]) =>
    Object.entries(from).map(([parent, link]): LinkRow => ({
      id: `${child}>${parent}`,
      child,
      parent,
      level: 'REDONE',
      mode: null,
      since: null,
      note: null,
      source: 'https://example.org',
      kept: 0,
      adapted: 0,
      dropped: 0,
      ...link,
    })),
  )
  return { initiatives, links }
}

export const unfolded: FoldState = { open: new Set(['all']), closed: new Set(), kept: [] }

export const plainText = ({ member: { row }, isGroup, folded }: Entry) => ({
  name: isGroup ? `${folded.length} lieux` : row.name,
  place: placeOf(row),
  under: row.endedOn ? (row.reason ?? 'terminée') : '',
})

/** The tree of some rows in a window, all rows open unless told otherwise. */
export function treeOf(rows: Rows, options: Partial<TreeOptions> = {}, folds: FoldState = unfolded): Tree {
  const family = familyOf(rows)
  return disseminationTree(foldedRows(family, folds).roots, {
    width: 1392,
    height: 640,
    isNarrow: false,
    measure: roughMeasure,
    text: plainText,
    cameFor: rows.initiatives[0]?.id ?? '',
    years: family.years,
    gaps: [],
    zoom: 1,
    ...options,
  })
}

/** The arms of a tree, from top to bottom. */
export const armsOf = (tree: Tree) => tree.arms.filter((arm) => arm !== undefined)

export function rowOf(tree: Tree, id: string) {
  const row = tree.placed.find(({ entry }) => entry.id === id)
  if (!row) throw new Error(`not drawn: ${id}`)
  return row
}

/** A lattice: each initiative of a layer came from every one of the layer before. */
export function lattice(layers: number, width: number): Rows {
  const told: Record<string, Told> = {}
  for (let layer = 0; layer < layers; layer += 1)
    for (let at = 0; at < width; at += 1)
      told[`${layer}.${at}`] = {
        startedOn: String(1980 + layer),
        from:
          layer === 0
            ? {}
            : Object.fromEntries(Array.from({ length: width }, (_, up) => [`${layer - 1}.${up}`, {}])),
      }
  return story(told)
}

/** A family as large as one wants, each parent with six children. */
export function crowd(total: number): Rows {
  const initiatives = story({ one: {} }).initiatives
  const links = story({ one: {}, two: { from: { one: {} } } }).links
  const [row] = initiatives
  const [link] = links
  if (!row || !link) throw new Error('no story')
  return {
    initiatives: Array.from({ length: total }, (_, n) => ({
      ...row,
      id: String(n),
      name: `Initiative ${n}`,
      startedOn: n % 7 === 3 ? null : String(1980 + Math.floor(Math.log2(n + 1) * 3)),
    })),
    links: Array.from({ length: total - 1 }, (_, n) => ({
      ...link,
      id: `link ${n + 1}`,
      child: String(n + 1),
      parent: String(Math.floor((n + 1) / 6)),
    })),
  }
}
