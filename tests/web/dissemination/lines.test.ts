import { expect, it } from 'vitest'
import { familyOf } from '../../../web/dissemination/family.ts'
import { linesOf } from '../../../web/dissemination/lines.ts'
import { chosenOf, originOf, shownOf } from '../../../web/dissemination/shown.ts'
import { story } from './story.ts'

const family = story({
  root: { startedOn: '1990' },
  late: { startedOn: '2010', from: { root: {} } },
  early: { startedOn: '2000', from: { root: {} } },
  grandchild: { startedOn: '2012', from: { late: { level: 'INSPIRED' }, early: { level: 'SCALED' } } },
})

it('has one line for each replication and one for the start, in the order of the tree', () => {
  expect(linesOf(familyOf(family)).map(({ id, from }) => [id, from])).toEqual([
    ['root', ''],
    ['early>root', 'root'],
    ['grandchild>early', 'early'],
    ['grandchild>late', 'late'],
    ['late>root', 'root'],
  ])
})

it('tells of an initiative its main replication, of a link itself, and names the others', () => {
  const mainLink = (id: string) => familyOf(family).members.get(id)?.link
  const byInitiative = chosenOf(family, 'grandchild', mainLink)
  expect([byInitiative?.link?.id, byInitiative?.others.map(({ id }) => id)]).toEqual([
    'grandchild>early',
    ['grandchild>late'],
  ])
  const byLink = chosenOf(family, 'grandchild>late', mainLink)
  expect([byLink?.row.id, byLink?.link?.id]).toEqual(['grandchild', 'grandchild>late'])
  expect(chosenOf(family, 'root', mainLink)).toMatchObject({ link: null, others: [] })
  expect(chosenOf(family, 'nobody', mainLink)).toBeUndefined()
})

it('counts what a lineage holds before anything is left out', () => {
  const { lineage, reduced, rows } = shownOf(family, 'early', new Set(['SCALED']), 'root')
  expect(lineage?.id).toBe('early')
  expect(reduced.initiatives.map(({ id }) => id)).toEqual(['root', 'early'])
  expect(rows.links.map(({ id }) => id)).toEqual(['early>root'])
})

it('finds where a family begins', () => {
  const seen = story({
    asked: { generation: 0, from: { above: {} } },
    above: { generation: -1, from: { top: {} } },
    top: { generation: -2 },
  })
  expect(originOf(seen)?.id).toBe('top')
})
