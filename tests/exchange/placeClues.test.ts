import { describe, expect, test } from 'vitest'
import { clueKinds, placeByClues } from '../../api/exchange/places/clues.ts'
import type { Clue, ClueKind } from '../../api/exchange/places/clues.ts'

type Words = Partial<Record<ClueKind, string>>
const clues = (words: Words, order: readonly ClueKind[] = clueKinds): Clue[] =>
  order.flatMap((kind): Clue[] => {
    const word = words[kind]
    if (word === undefined) return []
    const [latitude = NaN, longitude = NaN] = word.split(' ').map(Number)
    return kind === 'coordinates' ? [{ kind, word, point: { latitude, longitude } }] : [{ kind, word }]
  })
const find = (words: Words, order?: readonly ClueKind[]) => placeByClues(clues(words, order))

describe('a place is found', () => {
  test.each<[string, Words, string]>([
    ['by the code of its commune', { code: '44109' }, 'cog:44109'],
    ['by a code that became a decimal number', { code: '44109.0' }, 'cog:44109'],
    ['by a code that lost its first zero', { code: '1004' }, 'cog:01004'],
    ['by a code of Corsica, in any case', { code: '2a004' }, 'cog:2A004'],
    ['by the code of a district', { code: '75111' }, 'cog:75111'],
    ['by the code of a commune that is part of another now', { code: '49169' }, 'cog:49092'],
    ['by the SIREN of an EPCI', { code: '200040459' }, 'epci:200040459'],
    ['by the code of a département without its zero', { code: '1' }, 'dep:01'],
    ['by a code with its scheme', { code: 'reg:84' }, 'reg:84'],
    ['by a postal code of one commune', { postalCode: '44000' }, 'cog:44109'],
    ['by a postal code of one district', { postalCode: '69003' }, 'cog:69383'],
    ['by the beginning of a code for special deliveries', { postalCode: '35042' }, 'dep:35'],
    ['by its name, whatever the accents, hyphens and Saint', { name: 'st etienne' }, 'cog:42218'],
    ['by its name with the article behind', { name: 'Mans (Le)' }, 'cog:72181'],
    ['by the name of a district', { name: 'PARIS 11ème' }, 'cog:75111'],
    ['by the name of a commune that is part of another now', { name: 'Chemillé' }, 'cog:49092'],
    ['by its name with its département', { name: 'Annecy (74)' }, 'cog:74010'],
    ['by its name with its postal code', { name: '44000 Nantes' }, 'cog:44109'],
    ['by its name and what it is in', { name: 'Crest, Drôme' }, 'cog:26108'],
    [
      'by the name of an EPCI written out',
      { name: 'Communauté de communes du Val de Gray' },
      'epci:200036549',
    ],
    ['by the name of a département', { name: 'Herault' }, 'dep:34'],
    ['by the name of a region that ends on France', { region: 'Île-de-France' }, 'reg:11'],
    ['by the name of a commune that ends on France', { name: 'Roissy-en-France' }, 'cog:95527'],
    ['by the name of a commune with its country', { name: 'Brest (France)' }, 'cog:29019'],
    ['by the name of a region', { name: 'Auvergne et Rhône-Alpes' }, 'reg:84'],
    ['by the name of a region of before 2016', { region: 'Picardie' }, 'reg:32'],
    ['by the French name of a country', { country: 'Etats-Unis' }, 'iso:US'],
    ['by the English name of a country', { country: 'Tanzania' }, 'iso:TZ'],
    ['by another name of a country', { country: "Eswatini (fmr. 'Swaziland')" }, 'iso:SZ'],
    ['by letters that are a territory of France', { country: 'RE' }, 'dep:974'],
    ['in the smaller of two that hold each other', { code: '75056', postalCode: '75011' }, 'cog:75111'],
    ['among like names by the département', { name: 'Saint-Denis', department: '93' }, 'cog:93066'],
    ['among like names by the postal code', { name: 'Saint-Denis', postalCode: '97400' }, 'cog:97411'],
    [
      'among communes of a postal code by the name',
      { postalCode: '1000', name: 'Bourg-en-Bresse' },
      'cog:01053',
    ],
    ['by coordinates, when nothing else is said', { coordinates: '48.3905 -4.486' }, 'cog:29019'],
  ])('%s', (_, words, territory) => {
    const { territory: found, against, unknown, doubt } = find(words)
    expect({ found, against, unknown, doubt }).toEqual({
      found: territory,
      against: [],
      unknown: [],
      doubt: undefined,
    })
  })
})

describe('a place that several clues speak of', () => {
  test('says which it rests on, and which agreed', () => {
    expect(find({ name: 'Saint-Denis', department: '93', country: 'France' })).toMatchObject({
      by: ['name', 'department'],
      agreed: ['country'],
    })
  })

  test('is where the most believed one says, and the other is told', () => {
    const words = { code: '44109', postalCode: '29200', coordinates: '47.2173 -1.5534' }
    expect(find(words)).toMatchObject({
      territory: 'cog:44109',
      against: [{ clue: { kind: 'postalCode' }, rule: 'is Brest (29): the code says Nantes (44)' }],
    })
    const { territory, by } = find({ ...words, coordinates: '48.3905 -4.486' }, [
      'postalCode',
      'coordinates',
      'code',
    ])
    expect({ territory, by }).toEqual({ territory: 'cog:29019', by: ['postalCode'] })
  })

  test('is not looked for in France when its country is another', () => {
    const found = find({ country: 'Belgique', name: 'Brest' }, ['country', 'name'])
    expect(found).toMatchObject({ territory: 'iso:BE', by: ['country'] })
    expect(found.against).toHaveLength(1)
  })

  test('is in what both are part of when nothing confirms the more believed one', () => {
    expect(find({ code: '37261', name: 'Blois' })).toMatchObject({
      territory: 'reg:24',
      against: [],
      doubt: 'may be Tours (37) or Blois (41): its columns contradict each other, correct the wrong one',
    })
    // Lamentin and Baie-Mahault share a beach, and the second has no other sign.
    expect(find({ postalCode: '97129', name: 'Baie-Mahault' }).territory).toBe('dep:971')
  })

  test('abroad is not told that its town is none of France', () => {
    expect(find({ country: 'Espagne', name: 'Madrid' }, ['country', 'name']).unknown).toEqual([])
  })

  test('is found whatever stands behind its name', () => {
    expect(find({ name: 'Baie Mahault Guadeloupe' }).territory).toBe('cog:97103')
    expect(find({ name: 'Paris (accès réservé)', department: '75' }).territory).toBe('cog:75056')
  })

  test.each([
    ['shortened', '19031', 'Brive'],
    ['misspelt', '45208', 'M ontargis'],
    ['with its country', '71076', 'Chalon sur Saône - FRANCE'],
  ])('agrees with a name that is %s', (_, code, name) => {
    expect(find({ code, name })).toMatchObject({ agreed: ['name'], against: [], unknown: [] })
  })

  test('tells what it was read as when it was misspelt', () => {
    const told = (name: string) => find({ code: '45208', name }).misspelt.map(({ rule }) => rule)
    expect(told('M ontargis')).toEqual(['is read as Montargis (45)'])
    expect(told('Montargis Cedex')).toEqual([])
  })
})

describe('a place that is not certain', () => {
  test('is told as what all that it may be are part of', () => {
    expect(find({ name: 'Corrèze' })).toMatchObject({
      territory: 'dep:19',
      doubt:
        'may be Corrèze (19) or the département Corrèze: say which by a code, a postal code or a département',
    })
    expect(find({ name: 'Saint-Denis' })).toMatchObject({ territory: 'iso:FR', level: 'country' })
  })

  test('is nowhere when no list has it', () => {
    expect(find({ name: 'Atlantis' })).toMatchObject({
      by: [],
      unknown: [{ rule: 'is no territory of France, nor a country' }],
    })
    expect(find({ code: '99999' }).territory).toBeUndefined()
  })
})
