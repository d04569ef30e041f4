import { expect, it } from 'vitest'
import { besides, changesFrom, pairsWith } from '../../../web/ui/changes.ts'
import type { ChangedInitiative } from '../../../web/ui/changesQuery.ts'

const source = 'https://example.org'
const element = (id: string) => ({
  node: { id, name: id, core: false },
  properties: { id: `link ${id}`, note: null, source },
})
const parent = (id: string, elements: string[]) => ({
  node: {
    id,
    name: id,
    elements: elements.map((one) => ({ id: one, name: one, core: one === 'team', source })),
  },
  properties: { id: `child>${id}`, level: 'REDONE' as const, mode: null, since: null, note: null, source },
})
const bordeaux: ChangedInitiative = {
  id: 'bordeaux',
  name: 'Bordeaux',
  summary: null,
  source,
  replicatesConnection: {
    edges: [parent('national', ['housing', 'team', 'committee']), parent('oikeo', ['access'])],
  },
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

it('says of what nobody recorded that it is not known, never that it was kept', () => {
  const { sections, unknown } = changesFrom(bordeaux, 'national')
  expect(unknown.map(({ name }) => name)).toEqual(['committee'])
  expect(sections.flatMap(({ changes }) => changes.map(({ name }) => name))).not.toContain('committee')
})

it('sets the model of the parent beside what was made of it, its core first, what was added last', () => {
  expect(
    pairsWith(bordeaux, 'national').map(({ element, kind, made }) => [element?.name, kind, made?.name]),
  ).toEqual([
    ['team', 'adapted', 'team'],
    ['housing', 'kept', 'housing'],
    ['committee', 'unknown', undefined],
    [undefined, 'added', 'own'],
  ])
})

it('shows an element that was both kept and adapted on two lines', () => {
  const both = { ...bordeaux, keepsConnection: { edges: [element('team')] } }
  expect(
    pairsWith(both, 'national')
      .filter(({ element }) => element?.name === 'team')
      .map(({ kind }) => kind),
  ).toEqual(['kept', 'adapted'])
})

it('puts what two places made of one element on one line, those that both tell first', () => {
  const lyon: ChangedInitiative = {
    ...bordeaux,
    id: 'lyon',
    elements: [],
    keepsConnection: { edges: [] },
    adaptsConnection: { edges: [] },
    dropsConnection: { edges: [element('housing')] },
  }
  expect(besides(bordeaux, lyon).map(({ name, first, second }) => [name, first?.kind, second?.kind])).toEqual(
    [
      ['housing', 'kept', 'dropped'],
      ['own', 'added', undefined],
      ['access', 'kept', undefined],
      ['team', 'adapted', undefined],
    ],
  )
})
