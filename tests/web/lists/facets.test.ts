import { describe, expect, it } from 'vitest'
import { addressOf } from '../../../web/lists/address.ts'
import { around } from '../../../web/lists/around.ts'
import { narrowed, type Facet } from '../../../web/lists/facets.ts'
import { optionsOf } from '../../../web/lists/options.ts'
import { wayToMap } from '../../../web/lists/ways.ts'

type Row = { id: string; name: string; status: string; places: readonly string[] }
const row = (name: string, status: string, ...places: string[]): Row => ({ id: name, name, status, places })

// Die and Crest lie in Drôme, Voiron in Isère; both in Rhône-Alpes.
const partOf = new Map([
  ['Die', ['Drôme', 'Vallée']],
  ['Crest', ['Drôme', 'Vallée']],
  ['Voiron', ['Isère']],
  ['Drôme', ['Rhône-Alpes']],
  ['Isère', ['Rhône-Alpes']],
  ['Rhône-Alpes', ['France']],
  ['Vallée', ['France']],
])
const all = around(partOf)
const status: Facet<Row> = {
  key: 'status',
  label: 'Status',
  of: (one) => [one.status],
  name: (value) => value,
}
const place: Facet<Row> = {
  key: 'territory',
  label: 'Territory',
  of: (one) => all(one.places),
  name: (value) => value,
  within: (value) => partOf.get(value)?.[0],
  isAside: (value) => value === 'Vallée',
}
const rows = [
  row('Jardin', 'runs', 'Die', 'Crest'),
  row('Verger', 'runs', 'Voiron'),
  row('Kiosque', 'ended', 'Die'),
  row('Bosquet', 'runs', 'Drôme'),
  row('École', 'ended'),
]
const facets = [status, place]
const found = (chosen: Record<string, string[]>, text = '') =>
  narrowed(rows, facets, new Map(Object.entries(chosen)), text)
const names = ({ rows: kept }: { rows: Row[] }) => kept.map(({ name }) => name)
const count = (of: ReturnType<typeof found>, facet: string, value: string) =>
  of.counts.get(facet)?.get(value) ?? 0

describe('a list', () => {
  it('has what fulfils all facets, and any value of one', () => {
    expect(names(found({}))).toEqual(['Jardin', 'Verger', 'Kiosque', 'Bosquet', 'École'])
    expect(names(found({ territory: ['Drôme'] }))).toEqual(['Jardin', 'Kiosque', 'Bosquet'])
    expect(names(found({ territory: ['Drôme', 'Isère'], status: ['runs'] }))).toEqual([
      'Jardin',
      'Verger',
      'Bosquet',
    ])
    expect(names(found({ territory: ['Nowhere'] }))).toEqual([])
  })

  it('has what holds all words in its name, whatever the accents and capitals', () => {
    expect(names(found({}, ' ECOLE'))).toEqual(['École'])
    expect(names(found({}, 'ver ger'))).toEqual(['Verger'])
    expect(names(found({ status: ['ended'] }, 'jardin'))).toEqual([])
  })

  it('counts a value as what one would get by choosing it, the other filters given', () => {
    const running = found({ status: ['runs'] })
    // Its own choice does not narrow a facet: two ended ones can still be added.
    expect([count(running, 'status', 'runs'), count(running, 'status', 'ended')]).toEqual([3, 2])
    expect(['Drôme', 'Isère', 'France', 'Die'].map((value) => count(running, 'territory', value))).toEqual([
      2, 1, 3, 1,
    ])
    const inDie = found({ status: ['runs'], territory: ['Die'] })
    expect([count(inDie, 'status', 'runs'), count(inDie, 'status', 'ended')]).toEqual([1, 1])
    expect(count(inDie, 'territory', 'Isère')).toBe(1)
  })

  it('counts a row once in what is around several of its places', () => {
    expect(all(['Die', 'Crest']).toSorted()).toEqual(
      ['Crest', 'Die', 'Drôme', 'France', 'Rhône-Alpes', 'Vallée'].toSorted(),
    )
    expect(count(found({}), 'territory', 'France')).toBe(4)
  })
})

describe('the choices of a facet', () => {
  const counts = found({}).counts.get('territory') ?? new Map<string, number>()
  const shown = (chosen: string[], text = '') =>
    optionsOf(place, counts, chosen, text).map(({ name, depth }) => `${'·'.repeat(depth)}${name}`)

  it('open where one holds most, and beneath what is chosen', () => {
    expect(shown([])).toEqual(['France', '·Rhône-Alpes'])
    expect(shown(['Rhône-Alpes'])).toEqual(['France', '·Rhône-Alpes', '··Drôme', '··Isère'])
    expect(shown(['Isère'])).toEqual(['France', '·Rhône-Alpes', '··Drôme', '··Isère', '···Voiron'])
  })

  it('are all found by name, those aside too', () => {
    expect(shown([], 'val')).toEqual(['Vallée'])
    expect(shown([], 'drome')).toEqual(['Drôme'])
  })

  it('keep what is chosen when nothing has it', () => {
    expect(optionsOf(status, new Map([['runs', 3]]), ['gone'])).toEqual([
      { value: 'runs', name: 'runs', count: 3, isChosen: false, depth: 0 },
      { value: 'gone', name: 'gone', count: 0, isChosen: true, depth: 0 },
    ])
  })
})

describe('the address of a list', () => {
  const columns = [{ key: 'name' }, { key: 'partners' }]
  const at = (query: string) => addressOf(new URLSearchParams(query), { facets, columns })

  it('says filters, text, order, columns and ticks', () => {
    expect(at('q=a+b&status=runs&status=ended&sort=-partners&columns=name,partners&of=x&of=y&of=x')).toEqual({
      text: 'a b',
      chosen: new Map([['status', ['runs', 'ended']]]),
      sortBy: '-partners',
      columns: ['name', 'partners'],
      ticked: ['x', 'y'],
    })
  })

  it('is as if what is badly written there were not', () => {
    expect(at('sort=nothing&columns=none&colour=red')).toMatchObject({
      chosen: new Map(),
      sortBy: 'name',
      columns: null,
    })
  })

  it('leads to the map of what is ticked, of one territory, or of up to a hundred', () => {
    const way = (query: string, many: number) =>
      wayToMap(
        'initiatives',
        Array.from({ length: many }, (_, id) => ({ id: String(id) })),
        at(query),
        facets as unknown as Facet<{ id: string }>[],
      )?.href
    expect(way('of=a', 500)).toBe('/map?of=a')
    expect(way('territory=Die', 500)).toBe('/map?of=Die')
    expect(way('territory=Die&status=runs', 500)).toBeUndefined()
    expect(way('territory=Die&status=runs', 2)).toBe('/map?of=0&of=1')
    expect(way('', 0)).toBeUndefined()
    expect(wayToMap('commons', [{ id: 'a' }], at(''), [])).toBeNull()
  })
})
