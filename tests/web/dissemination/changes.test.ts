import { expect, it } from 'vitest'
import { changesFrom } from '../../../web/dissemination/changes.ts'
import type { ChangedInitiative } from '../../../web/dissemination/query.ts'

const source = 'https://example.org'
const element = (id: string) => ({
  node: { id, name: id, core: false },
  properties: { id: `link ${id}`, note: null, source },
})
const parent = (id: string, elements: string[]) => ({
  node: { id, name: id, elements: elements.map((one) => ({ id: one })) },
  properties: { id: `child>${id}`, level: 'REDONE' as const, mode: null, since: null, note: null, source },
})
const bordeaux: ChangedInitiative = {
  id: 'bordeaux',
  name: 'Bordeaux',
  summary: null,
  source,
  replicatesConnection: { edges: [parent('national', ['housing', 'team']), parent('oikeo', ['access'])] },
  elements: [{ id: 'own', name: 'own', core: true, source }],
  keepsConnection: { edges: [element('housing'), element('access')] },
  adaptsConnection: {
    edges: [{ ...element('team'), properties: { ...element('team').properties, driver: null } }],
  },
  dropsConnection: { edges: [] },
}

it('tells only what was kept of the chosen parent', () => {
  const { sections } = changesFrom(bordeaux, 'national')
  expect(sections.map(({ kind, changes }) => [kind, changes.map(({ name }) => name)])).toEqual([
    ['kept', ['housing']],
    ['adapted', ['team']],
    ['dropped', []],
    ['added', ['own']],
  ])
})

it('says of an element from another parent whose it is', () => {
  expect(changesFrom(bordeaux, 'national').elsewhere).toMatchObject([
    { kind: 'kept', change: { name: 'access' }, parent: 'oikeo', link: 'child>oikeo' },
  ])
})

it('keeps apart a reason that the source does not give from no reason to give', () => {
  const [kept, adapted] = changesFrom(bordeaux, 'national').sections
  expect(adapted?.changes[0]?.driver).toBeNull()
  expect(kept?.changes[0]?.driver).toBeUndefined()
})
