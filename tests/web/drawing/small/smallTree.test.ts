import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../../../web/drawing/levels.ts'
import { smallTreeScene } from '../../../../web/drawing/small/inkSmallTree.ts'
import { kinOf, kinRows, lineageOf, type KinRow } from '../../../../web/drawing/small/kin.ts'
import { smallTree, type SmallTree } from '../../../../web/drawing/small/smallTree.ts'
import { svgText } from '../../../../web/drawing/svg.ts'
import { light } from '../papers.ts'

type Told = { in?: string; from?: Record<string, Level>; isOver?: boolean }

/** A family told in a few words: `{ paris: { in: '2013', from: { amsterdam: 'REDONE' } } }`. */
const story = (told: Record<string, Told>): KinRow[] =>
  Object.entries(told).map(([id, { in: startedOn = null, from = {}, isOver = false }]) => ({
    id,
    name: id,
    startedOn,
    isOver,
    parents: Object.entries(from).map(([parent, level]) => ({ id: parent, level })),
  }))

const spot = (tree: SmallTree, id: string) => {
  const found = tree.spots.find(({ kin }) => kin.row.id === id)
  if (!found) throw new Error(`not drawn: ${id}`)
  return found
}

const crowd = (count: number, year: (at: number) => string): KinRow[] => [
  { id: 'root', name: 'root', startedOn: '2000', parents: [] },
  ...Array.from({ length: count }, (_, at): KinRow => ({
    id: `child-${at}`,
    name: `child ${at}`,
    startedOn: year(at),
    parents: [{ id: 'root', level: 'REDONE' }],
  })),
]

describe('a family', () => {
  it('hangs each under the parent of the highest level', () => {
    const [root] = kinOf(
      story({
        first: { in: '1990' },
        second: { in: '1995', from: { first: 'REDONE' } },
        third: { in: '2000', from: { first: 'INSPIRED', second: 'SCALED' } },
      }),
    )
    expect(root?.children.map(({ row }) => row.id)).toEqual(['second'])
    expect(root?.children[0]?.children[0]).toMatchObject({ row: { id: 'third' }, level: 'SCALED' })
    expect(root?.children[0]?.children[0]?.others.map(({ parent }) => parent.row.id)).toEqual(['first'])
  })

  it('has as lineage all above and all below, over every parent', () => {
    const roots = kinOf(
      story({
        first: {},
        other: {},
        own: { from: { first: 'SCALED', other: 'INSPIRED' } },
        child: { from: { own: 'REDONE' } },
        sister: { from: { first: 'REDONE' } },
      }),
    )
    expect([...lineageOf(roots, 'own')].map(({ row }) => row.id).toSorted()).toEqual([
      'child',
      'first',
      'other',
      'own',
    ])
  })
})

describe('a small tree', () => {
  it('stands each at its true year', () => {
    const tree = smallTree(
      story({
        a: { in: '2000-01-01' },
        b: { in: '2005-01-01', from: { a: 'REDONE' } },
        c: { in: '2009-12-31', from: { a: 'REDONE' } },
      }),
      { width: 1024, height: 160 },
    )
    // Ten years on a thousand pixels between edges of twelve; a day's middle stands for it.
    expect(tree.scale).toMatchObject({ from: 2000, until: 2010, left: 12, right: 1012 })
    expect(spot(tree, 'a').x).toBeCloseTo(12.1, 1)
    expect(spot(tree, 'b').x).toBeCloseTo(512.1, 1)
    expect(spot(tree, 'c').x).toBeCloseTo(1011.9, 1)
  })

  it('stands a child right of its parent, even of the same year', () => {
    const tree = smallTree(
      story({
        a: { in: '2000' },
        b: { in: '2000', from: { a: 'REDONE' } },
        c: { in: '2020', from: { b: 'SCALED' } },
      }),
      { width: 400, height: 160 },
    )
    expect(spot(tree, 'b').x - spot(tree, 'a').x).toBeGreaterThanOrEqual(7)
  })

  it('stands who has no year before its first child, or after the last year', () => {
    const tree = smallTree(
      story({
        a: {},
        b: { in: '2000', from: { a: 'REDONE' } },
        c: { in: '2020', from: { b: 'REDONE' } },
        d: { from: { b: 'REDONE' } },
      }),
      { width: 400, height: 160 },
    )
    expect(spot(tree, 'a').x).toBeLessThan(spot(tree, 'b').x)
    expect(spot(tree, 'a').isDated).toBe(false)
    expect(spot(tree, 'd').x).toBeGreaterThan(tree.scale?.right ?? Infinity)
  })

  it('is as high as its rows need, and never higher than asked', () => {
    const low = smallTree(
      crowd(2, () => '2010'),
      { width: 400, height: 320 },
    )
    expect(low.height).toBe(16 + 3 * 18 + 20)
    const high = smallTree(
      crowd(100, (at) => String(1920 + at)),
      { width: 400, height: 160 },
    )
    expect(high.height).toBeLessThanOrEqual(160)
  })

  it('gathers those of one parent, year and level when there are too many', () => {
    const tree = smallTree(
      crowd(500, (at) => String(2001 + (at % 5))),
      { width: 400, height: 160 },
    )
    expect(tree.spots.map(({ kin }) => kin.count).toSorted((a, b) => a - b)).toEqual([
      1, 100, 100, 100, 100, 100,
    ])
    expect(tree.count).toBe(501)
  })

  it('never gathers the one that somebody came for', () => {
    const tree = smallTree(
      crowd(500, () => '2001'),
      { width: 400, height: 160, kept: 'child-77' },
    )
    expect(spot(tree, 'child-77').kin.count).toBe(1)
    expect(tree.spots).toHaveLength(3)
  })

  it('counts the last generations when there are too many rows', () => {
    const rows = [
      ...crowd(30, (at) => String(2001 + at)),
      ...Array.from({ length: 300 }, (_, at): KinRow => ({
        id: `grandchild-${at}`,
        name: '',
        startedOn: String(1000 + at),
        parents: [{ id: `child-${at % 30}`, level: 'REDONE' }],
      })),
    ]
    const tree = smallTree(rows, { width: 400, height: 160, kept: 'grandchild-31' })
    expect(tree.spots).toHaveLength(32)
    expect(spot(tree, 'child-0').kin.hidden).toBe(10)
    expect(spot(tree, 'child-1').kin.hidden).toBe(9)
  })

  it('draws generations side by side where no year is known', () => {
    const tree = smallTree(story({ a: {}, b: { from: { a: 'REDONE' } } }), { width: 300, height: 160 })
    expect(tree.scale).toBeNull()
    expect([spot(tree, 'a').x, spot(tree, 'b').x]).toEqual([12, 72])
  })

  it('survives a lattice of 20 layers × 10', () => {
    const rows = Array.from({ length: 200 }, (_, at): KinRow => {
      const layer = Math.floor(at / 10)
      const parents = layer === 0 ? [] : Array.from({ length: 10 }, (_, up) => `${layer - 1}-${up}`)
      return {
        id: `${layer}-${at % 10}`,
        name: '',
        startedOn: String(1990 + layer),
        parents: parents.map((id) => ({ id, level: 'REDONE' })),
      }
    })
    const tree = smallTree(rows, { width: 400, height: 320, kept: '19-9' })
    expect(smallTreeScene(tree, '19-9').shapes.length).toBeGreaterThan(tree.spots.length)
  })

  const answer = (name: string) =>
    JSON.parse(
      readFileSync(new URL(`../../dissemination/answers/${name}.json`, import.meta.url), 'utf8'),
    ) as { initiatives: Parameters<typeof kinRows>[0]; links: Parameters<typeof kinRows>[1] }

  it('draws the Accorderies as seen from Paris', async () => {
    const { initiatives, links } = answer('accorderies')
    const kept = 'sample:accorderie-paris-19'
    const tree = smallTree(kinRows(initiatives, links), { width: 640, height: 320, kept })
    await expect(svgText(smallTreeScene(tree, kept), light)).toMatchFileSnapshot('accorderies.svg')
  })

  it('draws Housing First with its ended branches', async () => {
    const { initiatives, links } = answer('housing-first')
    const tree = smallTree(kinRows(initiatives, links), { width: 320, height: 160 })
    await expect(svgText(smallTreeScene(tree), light)).toMatchFileSnapshot('housing-first.svg')
  })
})
