import { beforeAll, describe, expect, test } from 'vitest'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)

// A recipe that the cellar looks after was translated; the press uses the recipe, and the still enriches it.
beforeAll(async () => {
  await tell(store, {
    nodes: [
      ...[
        node('Commons', 'recipe', { kind: 'METHOD', licence: 'CC BY' }),
        node('Commons', 'translation', { kind: 'GUIDE' }),
      ],
      ...[partner('cellar'), initiative('press'), initiative('still')],
    ],
    links: [
      link('STEWARDS', 'cellar', 'recipe'),
      link('DERIVES_FROM', 'translation', 'recipe'),
      link('USES', 'press', 'recipe', { since: '2014' }),
      link('CONTRIBUTES_TO', 'still', 'recipe'),
    ],
  })
})

describe('one commons', () => {
  test('tells who looks after it, who uses and enriches it, and what was made from it', async () => {
    const { data } = await ask(`{ commonsById(id: "recipe") { kind licence
      stewards { id } derivesFrom { id } derivatives { id } enrichedBy { id }
      usedByConnection { edges { properties { since } node { id } } } } }`)
    expect(data?.commonsById).toEqual({
      kind: 'METHOD',
      licence: 'CC BY',
      stewards: [{ id: 'cellar' }],
      derivesFrom: [],
      derivatives: [{ id: 'translation' }],
      enrichedBy: [{ id: 'still' }],
      usedByConnection: { edges: [{ properties: { since: '2014' }, node: { id: 'press' } }] },
    })
  })

  test('knows what it was made from, on what page that stands', async () => {
    const { data } = await ask(`{ commonsById(id: "translation") {
      derivesFromConnection { edges { properties { source } node { id } } } } }`)
    expect(data?.commonsById).toEqual({
      derivesFromConnection: {
        edges: [{ properties: { source: expect.any(String) }, node: { id: 'recipe' } }],
      },
    })
  })

  test('is nothing where no record, or a record of another kind, has its id', async () => {
    const { data } = await ask(
      '{ none: commonsById(id: "nobody") { id } other: commonsById(id: "cellar") { id } }',
    )
    expect(data).toEqual({ none: null, other: null })
  })
})
