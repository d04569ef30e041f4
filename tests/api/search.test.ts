import { beforeAll, describe, expect, test } from 'vitest'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import { figure, link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'
import { nasty } from './nasty.ts'

const store = testStore()
const { ask } = testApi(store)
const query =
  'query($text: String!, $first: Int! = 10) { search(text: $text, first: $first) { id kind name context score } }'
async function search(text: string, variables = {}) {
  const { data, errors } = await ask(query, { text, ...variables })
  expect(errors).toBeUndefined()
  return (data?.search ?? []) as {
    id: string
    kind: string
    name: string
    context: string | null
    score: number
  }[]
}
const first = async (text: string) => (await search(text))[0]?.id

beforeAll(() =>
  tell(store, {
    nodes: [
      initiative('quebec', { name: 'Accorderie de Québec', familyName: 'Accorderies' }),
      ...['Paris', 'Cachan', 'Surgères'].map((town) => initiative(town, { name: `Accorderie de ${town}` })),
      initiative('hearst', {
        name: 'Initiative de jeunes à Hearst',
        familyName: 'Coopératives jeunesse de services',
      }),
      initiative('craon', { name: 'Coopérative jeunesse du Pays de Craon' }),
      initiative('oeuvre', { name: 'L’Œuvre des jardins ouvriers' }),
      initiative('cheval', { name: 'Cheval de trait' }),
      partner('cresna', { name: 'Chambre régionale', acronym: 'CRESNA' }),
      partner('fondation', { name: 'Fondation de France' }),
      node('Commons', 'charte', { name: 'Charte des Accorderies', kind: 'CHARTER' }),
      node('Network', 'reseau', { name: 'Réseau des Accorderies' }),
      node('Programme', 'generateur', { name: 'Générateur de solidarité', kind: 'GENERATOR' }),
      figure('Support', 'coup-de-pouce', { kind: 'FINANCIAL', description: 'Un coup de pouce' }),
      node('Theme', 'temps', { name: 'échange de temps' }),
      node('Element', 'heure', { name: 'Accorderie : une heure vaut une heure', core: true }),
      node('Territory', 'iso:CA', { name: 'Canada', level: 'COUNTRY' }),
      node('Territory', 'iso:CD', { name: 'Congo', level: 'COUNTRY' }),
    ],
    links: [
      ...['Paris', 'Cachan', 'Surgères'].map((town) =>
        link('REPLICATES', town, 'quebec', { level: 'REDONE' }),
      ),
      link('REPLICATES', 'craon', 'hearst', { level: 'INSPIRED' }),
      link('ACTS_IN', 'quebec', 'iso:CA'),
      link('BASED_IN', 'fondation', 'iso:CD'),
      link('RUNS', 'reseau', 'generateur'),
      link('OFFERS', 'generateur', 'coup-de-pouce'),
    ],
  }),
)

describe('search', () => {
  test('finds the family before its members', async () => {
    expect(await first('accorderie')).toBe('quebec')
    expect(await first('coop jeunesse')).toBe('hearst')
    expect(await first('Coopératives jeunesse de services')).toBe('hearst')
  })

  test('finds programmes, and nothing of what has no name of its own', async () => {
    const [found] = await search('generateurs de solidarite')
    expect(found).toMatchObject({ id: 'generateur', kind: 'PROGRAMME', name: 'Générateur de solidarité' })
    expect(await search('coup de pouce')).toEqual([])
  })

  test('puts the whole name before what only begins so', async () => {
    expect(await first('accorderie de cachan')).toBe('Cachan')
    expect(await first('RÉSEAU DES ACCORDERIES')).toBe('reseau')
  })

  test.each([
    ['accents', 'coopérative jéunesse', 'craon'],
    ['case', 'FONDATION de FRANCE', 'fondation'],
    ['plurals', 'fondations', 'fondation'],
    ['an irregular plural', 'chevaux', 'cheval'],
    ['an article', "l'accorderie", 'quebec'],
    ['joined letters', 'oeuvre', 'oeuvre'],
    ['an unfinished last word', 'accorderie de surg', 'Surgères'],
    ['an unfinished last word that is a small word too', 'accord par', 'Paris'],
    ['a slip', 'acorderie de quebec', 'quebec'],
    ['a slip in a plural', 'cooperatve jeunese', 'craon'],
    ['a short form', 'cresna', 'cresna'],
  ])('forgives %s', async (_, text, id) => {
    expect((await search(text)).map((hit) => hit.id)).toContain(id)
  })

  test('says what each find is, and what tells it from others', async () => {
    expect((await search('accorderie'))[0]).toMatchObject({
      kind: 'INITIATIVE',
      context: 'Accorderies · Canada',
    })
    expect((await search('fondation de france'))[0]).toMatchObject({ kind: 'PARTNER', context: 'Congo' })
    expect((await search('chambre'))[0]).toMatchObject({ context: 'CRESNA' })
    expect((await search('charte'))[0]).toMatchObject({ kind: 'COMMONS', context: null })
    expect((await search('réseau'))[0]).toMatchObject({ kind: 'NETWORK' })
    expect((await search('canada'))[0]).toMatchObject({ kind: 'TERRITORY', id: 'iso:CA' })
    expect((await search('échange'))[0]).toMatchObject({ kind: 'THEME' })
  })

  test('finds by its id, and by one that begins like it', async () => {
    expect(await first('iso:CD')).toBe('iso:CD')
    expect((await search('iso:C')).slice(0, 2).map(({ id }) => id)).toEqual(['iso:CA', 'iso:CD'])
    expect((await search('iso:CX')).slice(0, 2).map(({ id }) => id)).toEqual(['iso:CA', 'iso:CD'])
    // Then, and where no id begins so, the words of the id are looked for in the names.
    expect(await first('smaple:accorderie-de-cachn')).toBe('Cachan')
  })

  test('puts what much is linked to before what fits alike', async () => {
    expect((await search('c')).filter(({ kind }) => kind === 'TERRITORY').map(({ id }) => id)).toEqual([
      'iso:CA',
      'iso:CD',
    ])
    expect(await first('accorderie de')).toBe('quebec')
  })

  test('finds each record once, and no element of a model', async () => {
    const found = (await search('accorderie')).map(({ id }) => id)
    expect(found).toHaveLength(new Set(found).size)
    expect(found).not.toContain('heure')
  })

  test('looks for one kind alone, or for several', async () => {
    const kinds = async (text: string, wanted: string) =>
      ((await ask(`{ search(text: "${text}", kinds: ${wanted}) { kind } }`)).data?.search ?? []).map(
        (hit) => (hit as { kind: string }).kind,
      )
    expect(await kinds('accorderie', '[COMMONS]')).toEqual(['COMMONS'])
    expect((await kinds('accorderie', '[NETWORK, COMMONS]')).sort()).toEqual(['COMMONS', 'NETWORK'])
    expect(await kinds('accorderie', '[THEME]')).toEqual([])
    expect(await kinds('accorderie', '[]')).toEqual([])
  })

  test('finds the one theme behind two hundred partners that are called likewise', async () => {
    const many = Array.from({ length: 200 }, (_, place) => partner(`jardin${place}`, { name: 'Jardin' }))
    await writeRecords(store.driver, store.database, {
      nodes: [...many, node('Theme', 'theme:jardin', { name: 'jardin et potager partagés' })],
      links: [],
    })
    await store.driver.executeQuery('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()')
    const { data } = await ask('{ search(text: "jardin", kinds: [THEME]) { id } }')
    expect(data?.search).toEqual([{ id: 'theme:jardin' }])
  })

  test('gives no more than asked for', async () => {
    expect(await search('accorderie', { first: 2 })).toHaveLength(2)
  })

  test.each(nasty)('has an answer for %j', async (text) => {
    expect(await search(text)).toBeInstanceOf(Array)
  })

  test('has an answer for ten thousand letters, and for a page of words', async () => {
    expect(await search('accorderie'.repeat(1000))).toEqual([])
    expect(await search('accorderie de quebec '.repeat(500))).toBeInstanceOf(Array)
  })
})
