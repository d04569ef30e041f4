import { beforeEach, describe, expect, test } from 'vitest'
import { knownLinks } from '../../api/exchange/writing/known.ts'
import { linkId, type LinkRow } from '../../api/exchange/record.ts'
import { statement } from '../../api/statements.ts'
import { emptyGraph, testStore } from '../support/store.ts'

const store = testStore()
const { driver, database } = store
const about = (initiative: string, theme: string): LinkRow => {
  const id = linkId('ABOUT', initiative, theme)
  return { type: 'ABOUT', start: initiative, end: theme, id, properties: {} }
}
const crowd = Array.from({ length: 2_000 }, (_, at) => about(`garden-${at}`, 'gardens'))

/** How much the database reads to tell which of these links are there. */
async function hits(links: readonly LinkRow[]): Promise<number> {
  const rows = links.map(({ start, id }) => ({ start, ids: [id] }))
  const text = `PROFILE ${statement('exchange/links.known.cypher')}`
  const { summary } = await driver.executeQuery(text, { rows }, { database })
  const sum = ({ dbHits = 0, children }: Step): number =>
    children.reduce((total, child) => total + sum(child), dbHits)
  return summary.profile ? sum(summary.profile) : Infinity
}
type Step = { dbHits?: number; children: Step[] }

const written = (links: readonly LinkRow[]) =>
  driver.executeQuery(
    `UNWIND $rows AS row
     MERGE (start:Record:Initiative {id: row.start})
     MERGE (end:Record:Theme {id: row.end})
     CREATE (start)-[:ABOUT {id: row.id}]->(end)`,
    { rows: links },
    { database },
  )
const known = async (links: readonly LinkRow[]) => {
  const session = driver.session({ database })
  try {
    return [...(await session.executeRead((tx) => knownLinks(tx, links))).keys()]
  } finally {
    await session.close()
  }
}

describe('links that are looked up', () => {
  beforeEach(() => emptyGraph(store))

  test('cost the same each, though the theme is shared by thousands and the plan was made without any', async () => {
    await hits(crowd)
    await written(crowd)
    expect(await hits(crowd)).toBeLessThan(crowd.length * 40)
  })

  test('are found when they go from and to the same records, by the same type', async () => {
    const [link, other] = [about('garden-1', 'gardens'), about('garden-2', 'gardens')]
    await written([link])
    expect(await known([link, other])).toEqual([link.id])
    expect(await known([{ ...link, end: 'soil' }])).toEqual([])
    expect(await known([{ ...link, type: 'USES' }])).toEqual([])
  })
})
