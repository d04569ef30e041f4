import { beforeAll, describe, expect, test } from 'vitest'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import { seed } from '../../api/exchange/sample/sample.ts'
import { link, node } from '../exchange/story.ts'
import { examples } from '../../api/warm.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'
import { valleys } from './places.ts'

const store = testStore()
const { ask, get } = testApi(store)

/** The names on a list, or its ids. */
async function listed(field: string, given = '', what = 'id'): Promise<unknown[]> {
  const { data, errors } = await ask(`{ ${field}${given && `(${given})`} { ${what} } }`)
  expect(errors).toBeUndefined()
  return (data?.[field] as unknown as Record<string, unknown>[]).map((row) => row[what])
}
async function counted(field: string, given: string): Promise<unknown> {
  const { data, errors } = await ask(`{ ${field}(${given}) }`)
  expect(errors).toBeUndefined()
  return data?.[field]
}
const unordered = async (ids: Promise<unknown[]>) => ((await ids) as string[]).sort()

describe('the list of initiatives', () => {
  beforeAll(() => tell(store, valleys()))

  // garden and kiosk act in Die, garden in Crest since June 2010, grove in Drôme itself, orchard in Voiron.
  test.each([
    ['of a commune', 'territory: "cog:26113"', ['garden', 'kiosk']],
    ['of an intercommunality', 'territory: "epci:242600534"', ['garden', 'kiosk']],
    ['of a département, whichever of its parts', 'territory: "dep:26"', ['garden', 'grove', 'kiosk']],
    ['of a country', 'territory: "iso:FR"', ['garden', 'grove', 'kiosk', 'orchard']],
    ['of a country where nothing is', 'territory: "iso:BE"', []],
    ['of an unknown territory', 'territory: "iso:XX"', []],
    ['about a theme and narrower ones', 'theme: "food"', ['garden', 'kiosk', 'orchard']],
    ['about the narrowest theme', 'theme: "compost"', ['orchard']],
    ['that took something up at a level', 'levels: [INSPIRED]', ['grove', 'kiosk']],
    ['that took something up at one of two levels', 'levels: [REDONE, SCALED]', ['grove', 'orchard']],
    ['of a status', 'statuses: [RUNNING]', ['garden', 'grove']],
    ['that a network recorded', 'recordedBy: "them"', ['kiosk']],
    ['that a partner takes part in', 'partner: "town"', ['garden', 'kiosk']],
    ['that a partner has a role in', 'partner: "town", roles: [HOST]', ['kiosk']],
    ['that any partner has a role in', 'roles: [CARRIER, IMPLEMENTER]', ['grove', 'orchard']],
    ['that an unknown partner takes part in', 'partner: "nobody"', []],
    ['of no role at all', 'roles: []', []],
    ['of several conditions', 'territory: "dep:26", theme: "food", statuses: [RUNNING]', ['garden']],
    [
      'of conditions that exclude each other',
      'territory: "dep:38", theme: "gardening", levels: [SCALED]',
      [],
    ],
  ])('%s', async (_, given, ids) => {
    expect(await unordered(listed('initiatives', given))).toEqual(ids)
    expect(await counted('initiativesCount', given)).toBe(ids.length)
  })

  // garden 1997 –, orchard May 2003 –, grove 2015 –, kiosk 2020 – 2021.
  test.each([
    ['before all', 'on: "1996"', []],
    ['in the year of the first', 'on: "1997"', ['garden']],
    ['in a month before the second', 'on: "2003-04"', ['garden']],
    ['in a year in which the second began', 'on: "2003"', ['garden', 'orchard']],
    ['on a day of the year in which one ended', 'on: "2021-12-31"', ['garden', 'grove', 'kiosk', 'orchard']],
    ['after it ended', 'on: "2022-01"', ['garden', 'grove', 'orchard']],
    ['until a date', 'to: "2014"', ['garden', 'orchard']],
    ['from a date', 'from: "2022"', ['garden', 'grove', 'orchard']],
    ['in a period', 'from: "2016", to: "2020-06"', ['garden', 'grove', 'kiosk', 'orchard']],
    ['in a period and on a date', 'from: "2016", on: "2021"', ['garden', 'grove', 'kiosk', 'orchard']],
    ['on a date that lies before the period', 'from: "2022", on: "2021"', ['garden', 'grove', 'orchard']],
    ['with roles of that date', 'on: "2010", roles: [CARRIER]', ['orchard']],
    ['with roles of a month too late', 'on: "2010-07", roles: [CARRIER]', []],
    ['with places of that date', 'on: "2010-05", territory: "cog:26108"', []],
    ['with places from then on', 'on: "2010-06", territory: "cog:26108"', ['garden']],
    ['with replications before their date', 'on: "2017", levels: [SCALED]', []],
    ['with replications of their year', 'on: "2018-02", levels: [SCALED]', ['grove']],
  ])('there %s', async (_, given, ids) => {
    expect(await unordered(listed('initiatives', given))).toEqual(ids)
    expect(await counted('initiativesCount', given)).toBe(ids.length)
  })
})

describe('the list of partners', () => {
  beforeAll(() => tell(store, valleys()))

  test.each([
    ['in a role', 'roles: [FUNDER, HOST]', ['town']],
    ['of a kind', 'kinds: [ASSOCIATION]', ['assoc', 'idle']],
    ['of a network: its members and its heads', 'network: "them"', ['assoc', 'idle', 'town']],
    ['of a network on a date', 'network: "them", on: "2012-12-31"', ['assoc', 'idle', 'town']],
    ['of a network after one left', 'network: "them", on: "2013"', ['idle', 'town']],
    ['based in a département or inside it', 'territory: "dep:38"', ['assoc', 'idle']],
    ['based in a country', 'territory: "iso:FR"', ['assoc', 'idle', 'other', 'town']],
    ['that a network recorded', 'recordedBy: "them"', ['idle']],
    ['in a role that it left', 'roles: [CARRIER], on: "2011"', []],
    ['of several conditions', 'network: "them", kinds: [ASSOCIATION], roles: [RELAY]', ['assoc']],
  ])('%s', async (_, given, ids) => {
    expect(await unordered(listed('partners', given))).toEqual(ids)
    expect(await counted('partnersCount', given)).toBe(ids.length)
  })
})

describe('the other lists', () => {
  beforeAll(() => tell(store, valleys()))

  test('of territories: those inside one, of a level', async () => {
    expect(await listed('territories', 'level: DEPARTMENT', 'code')).toEqual(['dep:26', 'dep:38'])
    expect(await listed('territories', 'inside: "dep:26"', 'code')).toEqual(['cog:26108', 'cog:26113'])
    expect(await listed('territories', 'inside: "iso:FR", level: MUNICIPALITY', 'name')).toEqual([
      'Crest',
      'Die',
      'Voiron',
    ])
    expect(await listed('territories', 'inside: "iso:XX"', 'code')).toEqual([])
  })

  test('of themes: those narrower than one', async () => {
    expect(await listed('themes')).toEqual(['compost', 'food', 'gardening'])
    expect(await listed('themes', 'broader: "food"')).toEqual(['compost', 'gardening'])
    expect(await listed('themes', 'broader: "compost"')).toEqual([])
  })

  test('of commons and of networks', async () => {
    expect(await listed('commons')).toEqual(['handbook'])
    expect(await listed('commons', 'kinds: [SOFTWARE]')).toEqual([])
    expect(await listed('networks')).toEqual(['them', 'us'])
  })
})

describe('the order of a list', () => {
  const names = ['2 Rives', 'abeille', 'Eau vive', 'école', 'Épicerie', 'Étoile', 'L’Œuvre', 'Zèbre']

  beforeAll(() => {
    // Acronyms and families are found by search, and sort nothing.
    const given = { abeille: { familyName: 'Zoo' } } as Record<string, Record<string, string>>
    return tell(store, {
      nodes: [
        ...names.toReversed().map((name) => initiative(name, { name, ...given[name] })),
        partner('b', { name: 'Emmaüs France' }),
        partner('a', { name: 'Emmaüs', acronym: 'Z' }),
        partner('c', { name: '!!!' }),
      ],
      links: [],
    })
  })

  test('is that of names as French readers sort them', async () => {
    expect(await listed('initiatives', '', 'name')).toEqual(names)
    expect(await listed('partners', '', 'name')).toEqual(['!!!', 'Emmaüs', 'Emmaüs France'])
  })
})

describe('a page', () => {
  const sixty = Array.from({ length: 120 }, (_, place) => `i${String(place).padStart(3, '0')}`)
  const page = async (given: string) => {
    const { data, errors } = await ask(`{ initiatives(${given}) { id listCursor } }`)
    expect(errors).toBeUndefined()
    return data?.initiatives as unknown as { id: string; listCursor: string }[]
  }

  beforeAll(() => tell(store, { nodes: sixty.map((id) => initiative(id, { name: 'Jardin' })), links: [] }))

  test('has as many as asked for, up to a hundred, even all of one name', async () => {
    expect((await page('first: 100')).map(({ id }) => id)).toEqual(sixty.slice(0, 100))
    expect(await page('first: 1')).toHaveLength(1)
  })

  test('begins where the last one ended', async () => {
    const first = await page('first: 70')
    const second = await page(`first: 70, after: "${first.at(-1)?.listCursor}"`)
    expect([...first, ...second].map(({ id }) => id)).toEqual(sixty)
    expect(await page(`after: "${second.at(-1)?.listCursor}"`)).toEqual([])
  })

  test.each([
    ['is no cursor', 'jardin'],
    ['is nothing', ''],
    ['names no record', Buffer.from('jardin').toString('base64url')],
    ['was cut', Buffer.from('jardin\ti000').toString('base64url').slice(0, -1)],
    ['was written otherwise', `${Buffer.from('jardin\ti000').toString('base64url')}==`],
  ])('after what %s is refused', async (_, after) => {
    const { status, errors } = await ask('query($after: Cursor) { initiatives(after: $after) { id } }', {
      after,
    })
    expect(status).toBe(400)
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/is no place in a list: give back the `listCursor`/) as string,
      extensions: { code: 'INVALID' },
    })
  })

  test('and a cursor that is a number is refused too', async () => {
    const { errors } = await ask('{ initiatives(after: 3) { id } }')
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'INVALID' } })
  })
})

describe('while others write', () => {
  const letters = 'abcdefghijklmnop'.split('')
  const write = (nodes: ReturnType<typeof node>[]) =>
    writeRecords(store.driver, store.database, { nodes, links: [] })
  const remove = (id: string) =>
    store.driver.executeQuery(
      'MATCH (i:Initiative {id: $id}) DETACH DELETE i',
      { id },
      { database: store.database },
    )

  test.each([
    ['the whole list', ''],
    ['what acts in a territory', ', territory: "iso:FR"'],
  ])('no page of %s skips or repeats what stays as it is', async (_, condition) => {
    await tell(store, {
      nodes: [
        node('Territory', 'iso:FR', { level: 'COUNTRY' }),
        ...letters.map((letter) => initiative(letter, { name: `Maison ${letter}` })),
      ],
      links: letters.map((letter) => link('ACTS_IN', letter, 'iso:FR')),
    })
    const seen: string[] = []
    // What is done after each page of three.
    const disturb = [
      () => remove('c'),
      () => write([initiative('f', { name: 'Abri' }), initiative('new', { name: 'Abri nouveau' })]),
      () => write([initiative('a', { name: 'Zinc' }), initiative('last', { name: 'Zut' })]),
      () => remove('j'),
      () => remove('n'),
    ]
    let after = ''
    for (let round = 0; round < 20; round += 1) {
      const { data, errors } = await ask(`{ initiatives(first: 3${condition}${after}) { id listCursor } }`)
      expect(errors).toBeUndefined()
      const rows = data?.initiatives as unknown as { id: string; listCursor: string }[]
      if (rows.length === 0) break
      seen.push(...rows.map(({ id }) => id))
      after = `, after: "${rows.at(-1)?.listCursor}"`
      await disturb[round]?.()
    }
    // Unchanged all along: neither removed nor renamed.
    const unchanged = letters.filter((letter) => !['a', 'c', 'f', 'j', 'n'].includes(letter))
    for (const letter of unchanged) expect(seen.filter((id) => id === letter)).toEqual([letter])
    // a was seen under its old name and again under its new one, which stands further down.
    expect(seen.filter((id) => id === 'a')).toHaveLength(2)
    expect(seen).not.toContain('new')
  })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  // Read in the families' files: ten initiatives have a territory with the country BE; « d'Ixelles » before « de Rebecq ».
  test('ten initiatives act in Belgium, by name, and three have a partner there that carries them', async () => {
    const inBelgium = 'territory: "iso:BE"'
    expect(await listed('initiatives', inBelgium)).toEqual(
      [
        'ba-bruxelles',
        'ba-charleroi',
        'gasap-bruxelles',
        'heureux-cyclage-wallonie',
        'tzcld-erquelinnes',
        'repair-cafe-bruxelles',
        'repair-cafe-rebecq',
        'repair-cafe-mobile-wallonie',
        'repair-lab-ixelles',
        'tzcld-wallonie',
      ].map((id) => `sample:${id}`),
    )
    expect(await unordered(listed('initiatives', `${inBelgium}, roles: [CARRIER]`))).toEqual([
      'sample:repair-cafe-mobile-wallonie',
      'sample:tzcld-erquelinnes',
      'sample:tzcld-wallonie',
    ])
  })

  test('pages of seven make up the whole list', async () => {
    const seen: string[] = []
    let after = ''
    for (;;) {
      const { data } = await ask(`{ initiatives(first: 7${after}) { id listCursor } }`)
      const rows = data?.initiatives as unknown as { id: string; listCursor: string }[]
      if (rows.length === 0) break
      seen.push(...rows.map(({ id }) => id))
      after = `, after: "${rows.at(-1)?.listCursor}"`
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toHaveLength((await ask('{ initiativesCount }')).data?.initiativesCount as unknown as number)
  })

  test.each(
    examples.filter(({ operationName }) =>
      ['ListInitiatives', 'ListPartners', 'CountsOnMap', 'CountsInOne'].includes(operationName ?? ''),
    ),
  )('the documented $operationName has something to show', async ({ query, operationName }) => {
    const response = await get('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName }),
    })
    const text = await response.text()
    expect(text).toMatch(/"(initiativesCount|partnersCount|partners)":[1-9]/)
    expect(text).toMatch(/"name":/)
  })
})
