import { expect, it } from 'vitest'
import { familyOf } from '../../../web/dissemination/family.ts'
import { foldedRows, toggled, type Entry, type FoldState } from '../../../web/dissemination/folds.ts'
import { crowd, story } from './story.ts'

const arrival = (kept: string[] = []): FoldState => ({ open: new Set(), closed: new Set(), kept })
const sites = (count: number) =>
  story({
    root: { startedOn: '2010' },
    ...Object.fromEntries(
      Array.from({ length: count }, (_, at) => [`site ${at}`, { startedOn: '2013', from: { root: {} } }]),
    ),
  })
const childrenOf = (rows: ReturnType<typeof story>, state: FoldState): Entry[] =>
  foldedRows(familyOf(rows), state).roots[0]?.children ?? []

it('shows a family of 25 sites whole, since it fits', () => {
  expect(foldedRows(familyOf(sites(25)), arrival()).rows).toBe(26)
})

it('folds the sites that opened the same year into one row when the rows are many', () => {
  const [group, ...others] = childrenOf(sites(60), arrival())
  expect(others).toEqual([])
  expect(group?.isGroup).toBe(true)
  expect(group?.folded).toHaveLength(60)
})

it('opens a folded year by a click, and the address keeps it', () => {
  const [group] = childrenOf(sites(60), arrival())
  if (!group) throw new Error('no group')
  const { open, closed } = toggled({ open: new Set(), closed: new Set() }, group)
  expect(childrenOf(sites(60), { open: new Set(open), closed: new Set(closed), kept: [] })).toHaveLength(60)
})

it('never folds the one that somebody came for', () => {
  const children = childrenOf(sites(60), arrival(['site 7']))
  expect(children.map(({ id, isGroup }) => isGroup || id).sort()).toEqual(['site 7', true])
})

it('keeps apart who has children, another parent, another level or an end', () => {
  const rows = sites(40)
  const more = story({
    root: {},
    'site 1': {},
    parent: { startedOn: '2013', from: { root: {} } },
    below: { from: { parent: {} } },
    both: { startedOn: '2013', from: { root: { level: 'SCALED' }, 'site 1': {} } },
    ended: { startedOn: '2013', endedOn: '2015', from: { root: {} } },
  })
  const all = {
    initiatives: [...rows.initiatives, ...more.initiatives.slice(2)],
    links: [...rows.links, ...more.links],
  }
  const children = childrenOf(all, arrival())
  expect(children.filter(({ isGroup }) => isGroup)).toHaveLength(1)
  expect(
    children
      .filter(({ isGroup }) => !isGroup)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['both', 'ended', 'parent'])
})

it('closes and opens a branch, and says how many it hides', () => {
  const rows = story({ root: {}, a: { from: { root: {} } }, b: { from: { a: {} } }, c: { from: { b: {} } } })
  const family = familyOf(rows)
  const closedRow = foldedRows(family, { ...arrival(['root']), closed: new Set(['a']) }).roots[0]?.children[0]
  expect(closedRow).toMatchObject({ id: 'a', hidden: 2, children: [] })
  if (!closedRow) throw new Error('no row')
  const { open, closed } = toggled({ open: new Set(), closed: new Set(['a']) }, closedRow)
  expect(foldedRows(family, { open: new Set(open), closed: new Set(closed), kept: [] }).rows).toBe(4)
})

it('arrives at no more than about sixty rows, however large the family', () => {
  for (const total of [120, 300, 1000, 10_000])
    expect(foldedRows(familyOf(crowd(total)), arrival(['0'])).rows).toBeLessThanOrEqual(66)
})

it('opens the way to the one that somebody came for, however deep it is', () => {
  const { roots } = foldedRows(familyOf(crowd(10_000)), arrival(['9999']))
  const seen: string[] = []
  const waiting = [...roots]
  for (let entry = waiting.pop(); entry; entry = waiting.pop()) {
    seen.push(entry.id)
    waiting.push(...entry.children)
  }
  expect(seen).toContain('9999')
})
