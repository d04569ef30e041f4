import { setTimeout as delay } from 'node:timers/promises'
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import { Keeper } from '../../api/federation/insights/keeper.ts'
import { insightsSubgraph } from '../../api/federation/insights/subgraph.ts'
import { inThread } from '../../api/federation/insights/thread.ts'
import { versionOf } from '../../api/federation/insights/snapshot.ts'
import { contextOf, reading, type Read } from '../../api/read.ts'
import { initiative, partner, tell } from '../api/api.ts'
import { link } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { temporaryFolder } from '../support/folder.ts'
import { execute, parse } from 'graphql'
import { testInsights } from './insights.ts'
import { pathToFileURL } from 'node:url'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const store = testStore()
const read = reading(store.driver, store.database)
const takesPart = (who: string, where: string) => link('PARTNERS_IN', who, where, { role: 'CARRIER' })
const gardens = {
  nodes: [partner('ann'), initiative('rose'), initiative('lily')],
  links: [takesPart('ann', 'rose')],
}
/** A subgraph of its own for one test, over whatever reads and computes. */
function insights(keeper: Keeper) {
  const subgraph = insightsSubgraph(read, keeper)
  onTestFinished(() => subgraph.close())
  return async (query: string) => {
    const { data, errors } = await execute({
      schema: subgraph.schema,
      document: parse(query),
      contextValue: contextOf(read),
    })
    return { data: data as Record<string, unknown> | null, errors }
  }
}
/** A thread that does what this says. */
function threadThat(does: string): URL {
  const file = join(temporaryFolder(), 'worker.mjs')
  writeFileSync(file, does)
  return pathToFileURL(file)
}
const twoCarriers = `{ mapFigures(of: ["ann"]) { total } _entities(representations: [
  { __typename: "Partner", id: "ann" }, { __typename: "Initiative", id: "rose" }]) {
  ... on Partner { centrality { degree } } ... on Initiative { reach { descendants } fidelity } } }`

describe('figures of a graph that is written', () => {
  const { ask, fresh, statements } = testInsights(store)
  beforeAll(async () => {
    await tell(store, gardens)
    await fresh()
  })

  test('are computed once, and not again while nothing changes', async () => {
    const first = await ask('{ insights { computedOn version isStale } }')
    const before = statements.length
    const second = await ask('{ insights { computedOn version isStale } }')
    expect(second.data).toEqual(first.data)
    expect(statements.length - before).toBe(1)
  })

  test('are asked for by one statement, whatever the number of records and of fields', async () => {
    const representations = Array.from({ length: 500 }, (_, at) => ({ __typename: 'Partner', id: `p${at}` }))
    const before = statements.length
    const { data, errors } = await ask(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Partner { centrality { rank } community { id } } } }`,
      { of: representations },
    )
    expect(errors).toBeUndefined()
    expect(data?._entities).toHaveLength(500)
    expect(statements.length - before).toBe(1)
  })

  test('say that they are stale after a write, and are soon those of the graph as it is', async () => {
    const degree = async () => {
      const { data } = await ask(`{ insights { isStale version }
        _entities(representations: [{ __typename: "Partner", id: "ann" }]) { ... on Partner { centrality { degree } } } }`)
      return data as {
        insights: { isStale: boolean; version: string }
        _entities: [{ centrality: { degree: number } }]
      }
    }
    const former = await degree()
    await writeRecords(store.driver, store.database, { nodes: [], links: [takesPart('ann', 'lily')] })
    const now = await degree()
    expect(now.insights).toEqual({ isStale: true, version: former.insights.version })
    expect(now._entities[0].centrality.degree).toBe(1)
    await fresh()
    const then = await degree()
    expect(then.insights.isStale).toBe(false)
    expect(then.insights.version).not.toBe(former.insights.version)
    expect(then._entities[0].centrality.degree).toBe(2)
  })

  test('do not change when somebody looks what an import would write', async () => {
    const before = await versionOf(read)
    const records = { nodes: [partner('bob')], links: [] }
    await writeRecords(store.driver, store.database, records, { dryRun: true })
    expect(await versionOf(read)).toBe(before)
    await writeRecords(store.driver, store.database, records)
    expect(await versionOf(read)).not.toBe(before)
  })

  test('of a graph that was emptied are none, without an error', async () => {
    await tell(store, { nodes: [], links: [] })
    await fresh()
    const { data, errors } = await ask(
      '{ insights { nodes links communities modularity } bridges { pieces } }',
    )
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      insights: { nodes: 0, links: 0, communities: 0, modularity: 0 },
      bridges: [],
    })
  })
})

describe('figures that can not be had', () => {
  beforeAll(() => tell(store, gardens))

  test('while they take long are nothing, and one error an operation says so, within its time', async () => {
    const ask = insights(
      new Keeper(read, (links) => inThread(links, threadThat('setInterval(() => {}, 1000)'))),
    )
    const began = performance.now()
    const { data, errors } = await ask(twoCarriers)
    expect(performance.now() - began).toBeLessThan(20_000)
    expect(data).toEqual({
      mapFigures: null,
      _entities: [{ centrality: null }, { reach: null, fidelity: null }],
    })
    expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
      [
        'The figures of this graph are being computed for the first time: ask again in a few seconds.',
        'UNAVAILABLE',
      ],
    ])
  })

  test('since the thread died are told as such, in the log too, and had again from the next thread', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => log.mockRestore())
    let threads = 0
    const keeper = new Keeper(read, (links) =>
      ++threads === 1 ? inThread(links, threadThat('process.exit(7)')) : inThread(links),
    )
    const ask = insights(keeper)
    const { data, errors } = await ask('{ insights { nodes } }')
    expect([data, errors?.map(({ message }) => message)]).toEqual([
      { insights: null },
      [
        'The figures are missing. They could not be computed for the present graph; the log of the server says why.',
      ],
    ])
    expect(log.mock.calls.join()).toContain('the thread that computes ended with code 7')
    // It rests for five seconds, so that a graph that can't be computed does not keep the machine busy.
    await delay(5_500)
    expect((await ask('{ insights { nodes } }')).data).toEqual({ insights: { nodes: 3 } })
    expect(threads).toBe(2)
  })

  test('anew are told as a problem beside the former ones', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    onTestFinished(() => log.mockRestore())
    let threads = 0
    const keeper = new Keeper(read, (links) =>
      ++threads === 1 ? inThread(links) : inThread(links, threadThat('throw new Error("no more")')),
    )
    const ask = insights(keeper)
    expect((await ask('{ insights { nodes problem } }')).data).toEqual({
      insights: { nodes: 3, problem: null },
    })
    await keeper.positions(read)
    await writeRecords(store.driver, store.database, { nodes: [partner('eve')], links: [] })
    await vi.waitFor(
      async () =>
        expect((await ask('{ insights { nodes isStale problem } }')).data).toEqual({
          insights: {
            ...{ nodes: 3, isStale: true },
            problem: 'They could not be computed for the present graph; the log of the server says why.',
          },
        }),
      { timeout: 30_000, interval: 200 },
    )
    expect(log.mock.calls.join()).toContain('no more')
  })

  test('because the graph does not answer fail as the graph does', async () => {
    const gone: Read = () => Promise.reject(new Error('gone'))
    const subgraph = insightsSubgraph(gone)
    onTestFinished(() => subgraph.close())
    const { errors } = await execute({
      schema: subgraph.schema,
      document: parse('{ insights { nodes } }'),
      contextValue: contextOf(gone),
    })
    expect(errors?.map(({ message }) => message)).toEqual(['gone'])
  })
})

test('a subgraph that closes ends its thread and starts no other', async () => {
  await tell(store, gardens)
  let stopped = 0
  const begin: typeof inThread = (links) => {
    const computation = inThread(links, threadThat('setInterval(() => {}, 1000)'))
    return {
      ...computation,
      stop: async () => {
        await computation.stop()
        stopped += 1
      },
    }
  }
  const keeper = new Keeper(read, begin)
  const waiting = keeper.answer(read).catch((error: Error) => error.message)
  await delay(1_000)
  await keeper.close()
  expect(stopped).toBe(1)
  expect(await waiting).toMatch(/^The figures/)
  expect(await keeper.answer(read).catch((error: Error) => error.message)).toMatch(/^The figures/)
})
