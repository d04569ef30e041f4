import type { Driver } from 'neo4j-driver'
import { beforeAll, describe, expect, test } from 'vitest'
import { graphServer } from '../../api/graphql.ts'
import { contextOf, reading } from '../../api/read.ts'
import { link } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell } from './api.ts'

const store = testStore()
let statements = 0
const read = reading(counting(store.driver), store.database)
const graph = await graphServer()

/** The driver itself, with every statement that goes through it counted. */
function counting(driver: Driver): Driver {
  return new Proxy(driver, {
    get(target, name) {
      if (name !== 'session') return Reflect.get(target, name, target) as unknown
      return (...given: Parameters<Driver['session']>) => {
        const session = driver.session(...given)
        const run = session.run.bind(session)
        session.run = ((...statement: Parameters<typeof run>) => {
          statements += 1
          return run(...statement)
        }) as typeof session.run
        return session
      }
    },
  })
}

async function cost(query: string): Promise<number> {
  statements = 0
  const { body } = await graph.executeOperation({ query }, { contextValue: contextOf(read) })
  expect(body.kind === 'single' && body.singleResult.errors).toBeFalsy()
  return statements
}

beforeAll(async () => {
  const many = Array.from({ length: 60 }, (_, place) => `i${place}`)
  await tell(store, {
    nodes: [partner('town'), ...many.map((id) => initiative(id))],
    links: [
      ...many.map((id) => link('PARTNERS_IN', 'town', id, { role: 'FUNDER' })),
      ...many
        .slice(1)
        .map((id, place) => link('REPLICATES', id, many[Math.floor(place / 3)] ?? 'i0', { level: 'REDONE' })),
    ],
  })
  // The first operation asks for the version of Neo4j.
  await cost('{ initiatives(first: 1) { id } }')
})

describe('whatever the number of records, one statement answers', () => {
  test.each([
    [
      'a sheet',
      '{ initiative(id: "i0") { name partners { name } replicatedBy { name partners { name } } } }',
    ],
    [
      'a list',
      '{ initiatives(first: 60) { name partnersConnection { edges { properties { role } node { name initiatives(limit: 100) { name } } } } } }',
    ],
    ['a count', '{ initiativesCount }'],
    [
      'the programmes of a network',
      '{ networks(first: 60) { programmes(limit: 20) { offers { kind } cohorts(limit: 20) { enrolmentsConnection(first: 20) { edges { properties { status } node { name readiness(limit: 1) { asOf } } } } } } } }',
    ],
    ['the families', '{ families { name initiatives countries } }'],
    [
      'a dissemination',
      '{ dissemination(of: "i0") { total initiatives { id } links { id } recorders { licence } } }',
    ],
    [
      'a partner map',
      '{ partnerMap(of: ["town"]) { total nodes { id } links { id } recorders { licence } } }',
    ],
    ['a lineage', '{ lineage(of: "i59") { total initiatives { id } links { id } } }'],
    ['the commons of a family', '{ commonsReuse(of: "i0") { total commons { id lacks } } }'],
    [
      'a comparison',
      '{ compareReplications(of: "i0", depth: 40) { total places { id } changes { element } } }',
    ],
    ['what fits a partner', '{ fitFor(partner: "town") { total models { id parts { points } } } }'],
    ['the changes of a year', '{ changesBetween(from: "2014", to: "2014") { total changes { kind } } }'],
    ['a path', '{ pathBetween(from: "i0", to: "town") { length paths { nodes { id } links { id } } } }'],
    ['a search', '{ search(text: "i") { id name context } }'],
  ])('%s', async (_, query) => {
    expect(await cost(query)).toBe(1)
  })
})

test('a text that is no word at all asks the graph nothing', async () => {
  expect(await cost('{ search(text: "*** !!!") { id } }')).toBe(0)
})
