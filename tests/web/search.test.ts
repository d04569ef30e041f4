import { expect, it } from 'vitest'
import { named } from '../../web/search/choice.ts'
import { byKind, leading, type Found } from '../../web/search/query.ts'

const found = (kind: Found['kind'], id: string): Found => ({ id, kind, name: id, context: null })
const choice = (name: string) => ({ key: name, name, choose: () => undefined })

it('a find leads to its page', () => {
  const kinds = ['INITIATIVE', 'PARTNER', 'NETWORK', 'PROGRAMME', 'TERRITORY', 'COMMONS', 'THEME'] as const
  const hits = leading(
    kinds.map((kind) => found(kind, 'a:1')),
    10,
  )
  expect(hits.map(({ href }) => href)).toEqual([
    '/initiatives/a%3A1',
    '/partners/a%3A1',
    '/networks/a%3A1',
    '/networks/a%3A1',
    '/territories/a%3A1',
    '/commons/a%3A1',
    '/map?of=a%3A1',
  ])
})

it('what has no page of its own is not offered, and does not take a place', () => {
  const hits = leading([found('GRANT', 't'), found('ELEMENT', 'h'), found('PARTNER', 'p')], 1)
  expect(hits.map(({ id }) => id)).toEqual(['p'])
})

it('finds stand by kind, the kind of the best one first', () => {
  const hits = leading([found('PARTNER', 'a'), found('INITIATIVE', 'b'), found('PARTNER', 'c')], 10)
  const told = byKind(hits, 1).map(({ kind, hits: own }) => [kind, ...own.map(({ id }) => id)])
  expect(told).toEqual([
    ['PARTNER', 'a'],
    ['INITIATIVE', 'b'],
  ])
})

it('a saved view is found by the beginnings of its words, without accents', () => {
  const all = [choice('Réseau des Accorderies, 2014'), choice('Financeurs de la Drôme')]
  const foundBy = (text: string) => named(all, text).map(({ name }) => name)
  expect(foundBy('acc res')).toEqual(['Réseau des Accorderies, 2014'])
  expect(foundBy('DROME')).toEqual(['Financeurs de la Drôme'])
  expect(foundBy('cord')).toEqual([])
  expect(foundBy('')).toHaveLength(2)
})
