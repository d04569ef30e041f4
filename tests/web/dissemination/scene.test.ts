import { expect, it } from 'vitest'
import type { Shape } from '../../../web/drawing/ink.ts'
import { familyOf, wasOver } from '../../../web/dissemination/family.ts'
import { foldedRows } from '../../../web/dissemination/folds.ts'
import { armWords, labelShapes, pillOf } from '../../../web/dissemination/picture/inkLabels.ts'
import { threadShapes } from '../../../web/dissemination/picture/inkLinks.ts'
import { roughMeasure } from '../../../web/dissemination/layout/labels.ts'
import { plainLook } from '../../../web/dissemination/picture/look.ts'
import { overviewShapes } from '../../../web/dissemination/layout/overview.ts'
import { drawnPart, tiling } from '../../../web/dissemination/layout/parts.ts'
import { rowsIn, treeScene, treeShapes } from '../../../web/dissemination/picture/scene.ts'
import { trailOf } from '../../../web/dissemination/picture/trail.ts'
import { answer, crowd, rowOf, story, treeOf, unfolded } from './story.ts'

const words = (shapes: readonly Shape[]) =>
  shapes.flatMap((shape) => (shape.is === 'text' ? shape.lines : []))
const branch = () =>
  story({
    root: { startedOn: '2000' },
    a: { startedOn: '2004', from: { root: {} } },
    b: { startedOn: '2006', from: { a: { level: 'SCALED' } } },
    c: { startedOn: '2008', from: { a: { level: 'INSPIRED' } } },
    d: { startedOn: '2010', from: { b: { level: 'SCALED' } } },
  })
const closed = { ...unfolded, open: new Set<string>(), closed: new Set(['a']) }

it('draws nothing of what has not begun, and leaves the others in their place', () => {
  const tree = treeOf(branch())
  const of = (present: ReadonlySet<string> | null) =>
    treeScene(tree, { ...plainLook, present }, roughMeasure).shapes
  const early = of(new Set(['root', 'a']))
  expect(words(early).filter((word) => /^[a-z]+$/.test(word))).toEqual(['root', 'a'])
  const placeOf = (shapes: readonly Shape[]) =>
    shapes.find((one) => one.is === 'text' && one.lines[0] === 'a')
  expect(placeOf(early)).toEqual(placeOf(of(null)))
})

it('keeps the shapes of what has not begun without ink, so that they can fade in', () => {
  const tree = treeOf(branch())
  const all = treeShapes(tree, plainLook, roughMeasure)
  const early = treeShapes(tree, { ...plainLook, present: new Set(['root', 'a', 'b', 'c']) }, roughMeasure)
  expect(early).toHaveLength(all.length)
  expect(early.filter(({ opacity }) => opacity === 0).length).toBeGreaterThan(0)
})

it('says of a closed branch how many lie below, and of which level', () => {
  const tree = treeOf(branch(), {}, closed)
  expect(pillOf(tree, rowOf(tree, 'a'), null)).toMatchObject({ count: 3, below: [1, 0, 2] })
  expect(pillOf(tree, rowOf(tree, 'a'), new Set(['root', 'a', 'b', 'c']))).toMatchObject({ below: [1, 0, 1] })
  expect(words(treeScene(tree, plainLook, roughMeasure).shapes)).toContain('+ 3')
})

it('leads a thread along the stem only where the parent has the commons too', () => {
  const tree = treeOf(branch())
  const threads = new Map([
    ['a', 'uses'],
    ['b', 'enriches'],
    ['c', 'lacks'],
  ] as const)
  const marks = (id: string) => {
    const row = rowOf(tree, id)
    return threadShapes(row, tree.arms[row.row], { ...plainLook, threads })
  }
  expect(marks('root')).toEqual([])
  const starts = (id: string) =>
    marks(id).flatMap((one) => (one.is === 'path' ? [one.d.split('Q')[0]] : []))[0]
  expect(starts('a')).not.toContain('V')
  expect(starts('b')).toContain('V')
  expect(marks('b').at(-1)).toMatchObject({ fill: 'relays' })
  expect(marks('a').at(-1)).toMatchObject({ fill: 'paper' })
  expect(marks('c')).toHaveLength(1)
})

it('tells the sides of a comparison by letters and rings, not by colour', () => {
  const compared = new Map([
    ['b', 'first'],
    ['c', 'second'],
    ['d', 'both'],
  ] as const)
  const shapes = treeScene(treeOf(branch()), { ...plainLook, compared }, roughMeasure).shapes
  expect(
    words(shapes)
      .filter((word) => /^[AB ]+$/.test(word))
      .sort(),
  ).toEqual(['A', 'A B', 'B'])
})

it('is not over yet on a date before it ended', () => {
  const [row] = story({ one: { endedOn: '2013-03', reason: 'fin' } }).initiatives
  if (!row) throw new Error('no row')
  expect(['2012', '2013-02', '2013-03', '2013', '2014'].map((on) => wasOver(row, on))).toEqual([
    false,
    false,
    true,
    true,
    true,
  ])
  expect(wasOver({ ...row, endedOn: null, status: 'ENDED' }, '2001')).toBe(true)
})

it('writes how the chosen branch changed only where no label stands above', () => {
  const tree = treeOf(
    story({
      root: { startedOn: '2000' },
      'a long name that reaches far over the arm below': { startedOn: '2001', from: { root: {} } },
      z: { startedOn: '2020', from: { root: {} } },
      y: { startedOn: '2021', from: { root: {} } },
    }),
    { height: 60 },
  )
  const row = tree.placed.find(({ entry }) => entry.id === 'z')
  if (!row) throw new Error('no row')
  const above = tree.placed[row.row - 1]
  const [text] = armWords(tree, row, '1 gardé', roughMeasure)
  if (!above || text?.is !== 'text') throw new Error('no words')
  const { x, label } = tree.lettering(above)
  const half = roughMeasure('1 gardé', 'soft') / 2
  expect(text.x - half > x + label.width || text.x + half < x).toBe(true)
})

it('lets a long name go on in a second line of a narrow column', () => {
  const rows = story({
    one: { startedOn: '2001', name: 'Accorderie du bassin annécien', territory: 'Lyon' },
  })
  const tree = treeOf(rows, { width: 358, isNarrow: true })
  expect(words(labelShapes(tree, rowOf(tree, 'one'), plainLook))).toEqual([
    'Accorderie du bassin',
    'annécien',
    'Lyon',
  ])
})

it('draws of ten thousand rows those in sight, and finite numbers only', () => {
  const tree = treeOf(crowd(10_000))
  const sight = { top: 120_000, bottom: 121_000, lit: null }
  expect(rowsIn(tree, sight).length).toBeLessThan(50)
  const shapes = treeShapes(tree, plainLook, roughMeasure, sight)
  expect(shapes.length).toBeLessThan(600)
  expect(JSON.stringify(shapes)).not.toMatch(/NaN|null|Infinity/)
})

it('finds every row in some part of the tree', () => {
  const tree = treeOf(answer('accorderies'))
  const found = new Set<string>()
  for (let top = 0; top < tree.height; top += 50)
    for (const { entry } of rowsIn(tree, { top, bottom: top + 50 })) found.add(entry.id)
  expect(found.size).toBe(tree.placed.length)
})

it('draws the same part while one scrolls less than half a window, always with what is in sight', () => {
  const whole = { width: 1300, height: 30_000 }
  const part = (top: number) => drawnPart(1000, whole, { left: 0, top, width: 1300, height: 800 })
  expect(part(4000)).toEqual(part(4399))
  for (let top = 0; top <= 29_200; top += 130) {
    expect(part(top).top).toBeLessThanOrEqual(top)
    expect(part(top).bottom).toBeGreaterThanOrEqual(top + 800)
  }
  expect(drawnPart(60, whole, { left: 0, top: 0, width: 1300, height: 800 }).bottom).toBe(30_000)
})

it('shows the whole of ten thousand rows in a strip by one path a level', () => {
  const shapes = overviewShapes(treeOf(crowd(10_000)), 48, 600)
  expect(shapes).toHaveLength(1)
  const [path] = shapes
  if (path?.is !== 'path') throw new Error('no path')
  const ends = [...path.d.matchAll(/M([\d.]+),([\d.]+)H([\d.]+)/g)]
  expect(ends.length).toBeLessThanOrEqual(600)
  for (const [, x, y, right] of ends) {
    expect(Number(x)).toBeGreaterThanOrEqual(0)
    expect(Number(right)).toBeLessThanOrEqual(48)
    expect(Number(y)).toBeLessThanOrEqual(600)
  }
})

it('folds ten thousand sites of one year by looking at each a few times', () => {
  const reads = (total: number) => {
    let count = 0
    const rows = story({ root: { startedOn: '2010' }, site: { startedOn: '2013', from: { root: {} } } })
    const [root, site] = rows.initiatives
    const [link] = rows.links
    if (!root || !site || !link) throw new Error('no story')
    const family = familyOf({
      initiatives: [
        root,
        ...Array.from({ length: total }, (_, n) => ({ ...site, id: `site ${n}`, name: `Site ${n}` })),
      ],
      links: Array.from({ length: total }, (_, n) => ({ ...link, id: `link ${n}`, child: `site ${n}` })),
    })
    for (const member of family.members.values()) {
      const { row } = member
      Object.defineProperty(member, 'row', { get: () => ((count += 1), row) })
    }
    expect(foldedRows(family, { open: new Set(), closed: new Set(), kept: [] }).rows).toBe(2)
    return count
  }
  expect(reads(10_000)).toBeLessThan(120_000)
  expect(reads(10_000) / reads(1000)).toBeLessThan(10.5)
})

it('says what all rows in sight came from, once it is out of sight', () => {
  const tree = treeOf(branch(), { height: 40 })
  const ids = (from: string, until: string) =>
    trailOf(tree, { top: rowOf(tree, from).y - 2, bottom: rowOf(tree, until).y + 2 }).map(
      ({ entry }) => entry.id,
    )
  expect(tree.placed.map(({ entry }) => entry.id)).toEqual(['root', 'b', 'd', 'a', 'c'])
  expect(ids('b', 'd')).toEqual(['root', 'a'])
  expect(ids('d', 'd')).toEqual(['root', 'a', 'b'])
  expect(ids('d', 'c')).toEqual(['root'])
  expect(ids('root', 'c')).toEqual([])
})

it('cuts a part into tiles without a gap, and keeps those that stay in sight', () => {
  const whole = { width: 1300, height: 30_100 }
  const view = { left: 0, width: 1300, height: 800 }
  const cut = tiling()
  const at = (top: number) => cut(drawnPart(1000, whole, { ...view, top }), whole, view)
  const before = at(4000)
  expect(before.map(({ top, bottom }) => [top, bottom])).toEqual([
    [3600, 4000],
    [4000, 4400],
    [4400, 4800],
    [4800, 5200],
    [5200, 5600],
  ])
  expect(before.every(({ left, right }) => left === 0 && right === 1300)).toBe(true)
  const after = at(4500)
  expect(after.filter((tile) => before.includes(tile))).toHaveLength(4)
  expect(at(29_300).at(-1)?.bottom).toBe(30_100)
})

it('cuts across only what is wider than its window', () => {
  const whole = { width: 4000, height: 900 }
  const tiles = tiling()({ left: 500, right: 1500, top: 0, bottom: 900 }, whole, { width: 1000, height: 900 })
  expect(tiles.map(({ left, right }) => [left, right])).toEqual([
    [500, 1000],
    [1000, 1500],
  ])
})
