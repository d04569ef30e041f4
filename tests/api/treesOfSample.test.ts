import { beforeAll, describe, expect, test } from 'vitest'
import { seed } from '../../api/exchange/sample/sample.ts'
import { costs } from '../../web/dissemination/layout/arcCosts.ts'
import { arcOf } from '../../web/dissemination/layout/arcs.ts'
import { otherLinks } from '../../web/dissemination/layout/others.ts'
import type { Dissemination } from '../../web/dissemination/query.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { treeOf } from '../web/dissemination/story.ts'
import { hiddenBy, namesMet, sharpestTurn } from '../web/dissemination/legible.ts'
import { testApi } from './api.ts'

const store = testStore()
const { ask } = testApi(store)

const rowsOf = `query ($of: ID!) { dissemination(of: $of, first: 1000) {
  initiatives { id name familyName status reason startedOn endedOn territoryCode territory territoryWithin generation
    isOtherParent replicatedByCount elementCount added }
  links { id child parent level mode since note source kept adapted dropped }
} }`

const sheets = {
  'a wide window': { width: 1392, height: 540, isNarrow: false },
  'a window with a panel': { width: 1000, height: 540, isNarrow: false },
  'a phone': { width: 358, height: 560, isNarrow: true },
}

// As wide as the widest of the letters that systems bring.
const wideLetters = (text: string, voice: string) =>
  text.length * (voice === 'parent' ? 8.1 : voice === 'child' ? 7.4 : 6.9)

describe('every family of the sample', () => {
  const families: { name: string; rows: Dissemination }[] = []

  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
    const { data } = await ask('{ families(first: 100) { id name } }')
    for (const { id, name } of data?.families as unknown as { id: string; name: string }[]) {
      const answer = await ask(rowsOf, { of: id })
      families.push({ name, rows: answer.data?.dissemination as unknown as Dissemination })
    }
  })

  test('has trees of its own to look at', () => {
    expect(families.length).toBeGreaterThan(20)
  })

  describe.each(Object.entries(sheets))('on %s', (_, sheet) => {
    const trees = () =>
      families.map(({ name, rows }) => ({ name, tree: treeOf(rows, { ...sheet, measure: wideLetters }) }))

    test('has no name under another one or under a line', () => {
      expect(trees().flatMap(({ name, tree }) => namesMet(tree).map((met) => `${name}: ${met}`))).toEqual([])
    })

    test('has arcs that pass beside names and discs, without a kink', () => {
      for (const { tree } of trees()) {
        const cost = costs(tree)
        for (const pair of otherLinks(tree)) {
          const arc = arcOf(tree, pair, cost)
          expect([arc.link.id, hiddenBy(tree, arc)]).toEqual([arc.link.id, []])
          expect([arc.link.id, sharpestTurn(arc.path) < 15]).toEqual([arc.link.id, true])
        }
      }
    })
  })
})
