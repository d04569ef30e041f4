import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { onCycles } from '../../api/exchange/writing/cycles.ts'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import { gardens } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { breachesAfter } from './breaches.ts'
import type { Broken } from './breaches.ts'
import { brokenProgrammes } from './brokenProgrammes.ts'

const store = testStore()
const { driver, database } = store

const provenance = "source: 's', recordedBy: 'us', recordedOn: '2026'"

/** The town is known by this value of a register. */
function identified(scheme: string, value: string, more = 'validFrom: null') {
  return `MATCH (town {id: 'town'}) CREATE (identifier:Record:Identifier {id: '${scheme}:${value}',
    scheme: '${scheme.toUpperCase()}', value: '${value}', ${more}, ${provenance}})
    CREATE (town)-[:IDENTIFIED_BY {id: 'known', ${provenance}}]->(identifier)`
}

describe('the gardens', () => {
  beforeEach(async () => {
    await emptyGraph(store)
    await writeRecords(driver, database, gardens())
  })

  test('breach no rule', async () => {
    const { breaches } = await breachesAfter(store, 'RETURN 1')
    expect(breaches).toEqual([])
  })

  const broken: Broken[] = [
    [
      'No initiative comes from itself',
      `MATCH (garden {id: 'garden'}), (orchard {id: 'orchard'}), ()-[old:REPLICATES]->()
       CREATE (garden)-[:REPLICATES {id: 'back', level: 'INSPIRED', source: 's', recordedBy: 'us', recordedOn: '2026'}]->(orchard)`,
      ['garden', 'orchard'],
    ],
    [
      'Who takes an initiative up as SCALED uses a commons',
      "MATCH ({id: 'garden'})-[link:USES]->() DELETE link",
      ['REPLICATES:orchard:garden:2003'],
    ],
    [
      'Every link of a partner to an initiative has a role and a source',
      'MATCH ()-[link:PARTNERS_IN]->() REMOVE link.role',
      ['PARTNERS_IN:town:garden:CARRIER:1997'],
    ],
    [
      'What an initiative keeps, adapts or drops is an element of an initiative that it replicates',
      'MATCH ()-[link:CONSISTS_OF]->() DELETE link',
      ['KEEPS:orchard:fence'],
    ],
    ['Nothing ends before it begins', "MATCH (i {id: 'garden'}) SET i.endedOn = '1996-12'", ['garden']],
    [
      'Nothing ends before it begins',
      "MATCH ()-[link:PARTNERS_IN]->() SET link.until = '1996'",
      ['PARTNERS_IN:town:garden:CARRIER:1997'],
    ],
    [
      'Every record and every link has an id and says its source',
      "MATCH (i {id: 'fence'}) REMOVE i.source",
      ['fence'],
    ],
    [
      'Every record and every link has an id and says its source',
      'MATCH ()-[link:ABOUT]->() REMOVE link.recordedOn',
      ['ABOUT:garden:theme:garden'],
    ],
    [
      'Whoever recorded something is a network',
      "MATCH (i {id: 'town'}) SET i.recordedBy = 'ghost'",
      ['town'],
    ],
    [
      'No two records share an id, and no two links either',
      `MATCH ()-[link]->() WITH link LIMIT 2 SET link.id = 'same'`,
      ['same'],
    ],
    ['Every node is a record of exactly one kind', "MATCH (i {id: 'town'}) SET i:Commons", ['town']],
    ['Every node is a record of exactly one kind', "MATCH (i {id: 'town'}) REMOVE i:Record", ['town']],
    [
      'Every territory has a code with a scheme',
      "MATCH (i {id: 'dep:26'}) SET i.id = 'departement-26'",
      ['departement-26'],
    ],
    [
      'Every territory has a code with a scheme',
      "MATCH (i {id: 'dep:26'}) SET i.level = 'COUNTRY'",
      ['dep:26'],
    ],
    [
      'Every result belongs to exactly one initiative',
      'MATCH ()-[link:ACHIEVED]->() DELETE link',
      ['harvest'],
    ],
    [
      'Every result belongs to exactly one initiative',
      `MATCH (garden {id: 'garden'}), (harvest {id: 'harvest'})
       CREATE (garden)-[:ACHIEVED {id: 'inherited', source: 's', recordedBy: 'us', recordedOn: '2026'}]->(harvest)`,
      ['harvest'],
    ],
    ['Every grant was given by exactly one partner', 'MATCH ()-[link:AWARDED]->() DELETE link', ['seeds']],
    ['Every grant was given by exactly one partner', 'MATCH ()-[link:FOR]->() DELETE link', ['seeds']],
    [
      'Every grant was given by exactly one partner',
      "MATCH (seeds {id: 'seeds'}) SET seeds.currency = '€'",
      ['seeds'],
    ],
    ['Every territory is a country or part of one', 'MATCH ()-[link:PART_OF]->() DELETE link', ['dep:26']],
    ...[
      'jane.doe@example.org',
      '04 75 00 00 00',
      '0475000000',
      '+33 4 75 00 00 00',
      '+32 (0)81 22 33 44',
      '(514) 555-0199',
      '0033475000000',
    ].map((contact): [string, string, string[]] => [
      'No text holds an e-mail address or a telephone number',
      `MATCH (i {id: 'garden'}) SET i.summary = 'Ask ${contact}, or https://example.org'`,
      ['garden'],
    ]),
    [
      'No text holds an e-mail address or a telephone number',
      "MATCH (i {id: 'garden'}) SET i.summary = ['A charter', 'Ask jane.doe@example.org']",
      ['garden'],
    ],
    [
      'No text holds an e-mail address or a telephone number',
      identified('other', '0033475000000'),
      ['other:0033475000000'],
    ],
    [
      'Nothing ends before it begins',
      identified('siren', '732829320', "validFrom: '2014-05', validUntil: '2013'"),
      ['siren:732829320'],
    ],
    ...['Sheet', 'SpreadingPlan'].map((label): [string, string, string[]] => [
      'Every sheet and every spreading plan belongs to exactly one initiative',
      `CREATE (:Record:${label} {id: 'words', ${provenance}})`,
      ['words'],
    ]),
    [
      'Every sheet and every spreading plan belongs to exactly one initiative',
      `MATCH (one:Initiative {id: 'garden'}), (other:Initiative {id: 'orchard'})
       CREATE (one)-[:DESCRIBED_BY {id: 'a', ${provenance}}]->(:Record:Sheet {id: 'words', ${provenance}})
         <-[:DESCRIBED_BY {id: 'b', ${provenance}}]-(other)`,
      ['words'],
    ],
    [
      'Every sheet and every spreading plan belongs to exactly one initiative',
      `MATCH (garden {id: 'garden'})
       CREATE (garden)-[:DESCRIBED_BY {id: 'a', ${provenance}}]->(:Record:Sheet {id: 'words', setUpCost: 9.5, ${provenance}})`,
      ['words'],
    ],
    [
      'Whether two records are one organisation is said once',
      `MATCH (town {id: 'town'}) CREATE (town)-[:SAME_AS {id: 'me', ${provenance}}]->(town)`,
      ['me'],
    ],
    [
      'Whether two records are one organisation is said once',
      `MATCH (town {id: 'town'})
       CREATE (town)-[:SAME_AS {id: 'to', ${provenance}}]->(hall:Record:Partner {id: 'hall', ${provenance}})
       CREATE (hall)-[:SAME_AS {id: 'fro', ${provenance}}]->(town)`,
      ['fro'],
    ],
    [
      'Whether two records are one organisation is said once',
      `MATCH (town {id: 'town'})
       CREATE (town)-[:SAME_AS {id: 'to', score: 80.0, ${provenance}}]->(:Record:Partner {id: 'hall', ${provenance}})`,
      ['to'],
    ],
    [
      'Every identifier is some partner',
      `CREATE (:Record:Identifier {id: 'rna:W751000000', scheme: 'RNA', value: 'W751000000', ${provenance}})`,
      ['rna:W751000000'],
    ],
    // 732 829 320 has the sum 40, 732 829 321 has 41; the places of La Poste need no such sum.
    ...[
      ['siren', '732829321'],
      ['siren', '73282932'],
      ['siret', '73282932000075'],
      ['rna', '751000000'],
      ['ror', 'Q42'],
      ['wikidata', '42'],
    ].map(([scheme = '', value = '']): [string, string, string[]] => [
      'Every identifier is some partner',
      identified(scheme, value),
      [`${scheme}:${value}`],
    ]),
    [
      'Every identifier is some partner',
      `${identified('siren', '732829320')} SET identifier.id = 'siret:732829320'`,
      ['siret:732829320'],
    ],
  ]
  test.each(broken)('are found to breach: %s (%s)', async (rule, change, ids) => {
    const { breaches } = await breachesAfter(store, change)
    expect(breaches).toContainEqual(expect.objectContaining({ rule: expect.stringContaining(rule), ids }))
  })

  test('every rule is broken once on purpose, here or with the programmes', () => {
    const rules = new Set([...broken, ...brokenProgrammes].map(([rule]) => rule))
    expect(rules.size).toBe(readdirSync(new URL('../../cypher/checks', import.meta.url)).length)
  })

  test.each([
    ['siren', '732829320'],
    ['siret', '73282932000074'],
    ['siret', '35600000000048'],
    ['siret', '35600000012345'],
    ['rna', 'W751000000'],
    ['rna', 'W2A1000000'],
    ['ror', '05a28rw58'],
    ['wikidata', 'Q3152'],
    ['siret', '00512345600013'],
    ['other', 'X 1'],
  ])('may be known by %s %s', async (scheme, value) => {
    const { breaches } = await breachesAfter(store, identified(scheme, value))
    expect(breaches).toEqual([])
  })

  test.each([
    'La M@ison des TIC',
    'En 2010-2011, 50 jeunes pendant 12 mois, de 9h30 à 17h',
    'https://example.org/0475000000 et http://user@example.org/a',
    'SIREN 813 205 221, 1 234 567 890 euros, 12 000 000 de parts',
    '2016-11-21 2016-11-22 2017-03-27',
  ])('holds no contact details in: %s', async (text) => {
    const { breaches } = await breachesAfter(store, `MATCH (i {id: 'garden'}) SET i.summary = '${text}'`)
    expect(breaches).toEqual([])
  })

  test('a lattice of 20 layers of 10, of 10²⁰ ways through, is checked like any other graph', async () => {
    const { breaches } = await breachesAfter(
      store,
      `UNWIND range(0, 19) AS layer UNWIND range(0, 9) AS place
       CREATE (:Record:Initiative {id: layer + '/' + place, name: 'l', source: 's', recordedBy: 'us', recordedOn: '2026'})
       WITH count(*) AS made
       MATCH (child:Initiative), (parent:Initiative)
       WHERE child.id CONTAINS '/' AND parent.id CONTAINS '/'
         AND toInteger(split(child.id, '/')[0]) = toInteger(split(parent.id, '/')[0]) + 1
       CREATE (child)-[:REPLICATES {id: child.id + ':' + parent.id, level: 'REDONE', source: 's', recordedBy: 'us', recordedOn: '2026'}]->(parent)`,
    )
    expect(breaches).toEqual([])
  })
})

describe('cycles', () => {
  test('are told as groups of who comes from each other', () => {
    const links = ['ab', 'bc', 'ca', 'cd', 'de', 'ed', 'ff', 'gh'].map(
      ([start = '', end = '']) => [start, end] as const,
    )
    expect(onCycles(links).sort()).toEqual([['a', 'b', 'c'], ['d', 'e'], ['f']])
  })

  test('of a hundred thousand links are found without a deep stack', () => {
    const links = Array.from({ length: 100_000 }, (_, at) => [`${at}`, `${(at + 1) % 100_000}`] as const)
    expect(onCycles(links)[0]).toHaveLength(100_000)
    expect(onCycles(links.slice(1))).toEqual([])
  })
})
