import { describe, expect, it } from 'vitest'
import { otherLinks } from '../../../web/dissemination/layout/others.ts'
import { roughMeasure } from '../../../web/dissemination/layout/labels.ts'
import type { Placed, Tree } from '../../../web/dissemination/layout/tree.ts'
import {
  answer,
  answers,
  armsOf,
  crowd,
  lattice,
  plainText,
  rowOf,
  story,
  treeOf,
  unfolded,
} from './story.ts'

type Box = { id: string; left: number; right: number; top: number; bottom: number }

// The ink of a label: its letters reach 10 px above the baseline and 3 below.
const boxes = (tree: Tree): Box[] =>
  tree.placed.flatMap((one): Box[] => {
    const { x: left, y: labelY, label } = tree.lettering(one)
    const box = { id: one.entry.id, left, right: left + label.width, top: labelY - 10, bottom: labelY + 3 }
    const second = tree.labelColumn ? label.place + label.rest : label.under
    const y = labelY + (tree.labelColumn ? 14 : 16)
    return second ? [box, { ...box, top: y - 9, bottom: y + 3 }] : [box]
  })
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
const between = (y: number, a: number, b: number) => y > Math.min(a, b) && y < Math.max(a, b)

describe.each([
  ['a window', { width: 1392, height: 640 }],
  ['a window with a sheet beside', { width: 1020, height: 620 }],
  ['a phone', { width: 358, height: 560, isNarrow: true }],
])('on %s', (_, window) => {
  it.each(answers)('lets no two labels of %s meet', (name) => {
    const all = boxes(treeOf(answer(name), window))
    const meetings = all.flatMap((a, at) =>
      all
        .slice(at + 1)
        .filter((b) => a.id !== b.id && meet(a, b))
        .map((b) => [a.id, b.id]),
    )
    expect(meetings).toEqual([])
  })

  it.each(answers)('lets no arm or stem of %s cross a label', (name) => {
    const tree = treeOf(answer(name), window)
    const all = boxes(tree)
    const crossed = armsOf(tree).flatMap((arm) =>
      all.filter(
        ({ id, left, right, top, bottom }) =>
          id !== arm.child.entry.id &&
          between(arm.child.y, top, bottom) &&
          arm.from < right &&
          arm.until > left,
      ),
    )
    const cut = tree.stems.flatMap((stem) =>
      all.filter(
        ({ left, right, top, bottom }) =>
          between(stem.x, left, right) && stem.top < bottom && stem.bottom > top,
      ),
    )
    expect([...crossed, ...cut]).toEqual([])
  })

  it.each(answers)('keeps every label of %s inside the picture', (name) => {
    const tree = treeOf(answer(name), window)
    expect(boxes(tree).filter(({ right, left }) => right > tree.width || left < 0)).toEqual([])
  })

  it.each(answers)('lets no link of %s run back in time', (name) => {
    expect(armsOf(treeOf(answer(name), window)).filter(({ parent, child }) => child.x <= parent.x)).toEqual(
      [],
    )
  })
})

it.each(answers)('puts each parent of %s between its children, or first where arcs need it', (name) => {
  const tree = treeOf(answer(name))
  const hasArcs = otherLinks(tree).length > 0
  const children = new Map<Placed, Placed[]>()
  for (const { parent, child } of armsOf(tree)) children.set(parent, [...(children.get(parent) ?? []), child])
  for (const [parent, below] of children) {
    if (below.length < 2) continue
    if (!hasArcs) expect(below.some(({ row }) => row < parent.row)).toBe(true)
    expect(below.some(({ row }) => row > parent.row)).toBe(true)
  }
})

it('keeps the row of a parent from between two that an arc joins', () => {
  const order = (from: Record<string, object>) =>
    treeOf(
      story({
        root: { startedOn: '2000' },
        a: { startedOn: '2001', from: { root: {} } },
        a1: { startedOn: '2002', from: { a: {} } },
        a2: { startedOn: '2003', from: { a: {} } },
        b: { startedOn: '2004', from },
        c: { startedOn: '2005', from: { root: {} } },
      }),
    ).placed.map(({ entry }) => entry.id)
  expect(order({ root: {} })).toEqual(['a1', 'a', 'a2', 'root', 'b', 'c'])
  expect(order({ root: { level: 'SCALED' }, a1: {} })).toEqual(['a1', 'a', 'a2', 'b', 'root', 'c'])
})

it('draws the true year: two initiatives of one month stand above each other', () => {
  const tree = treeOf(
    story({
      root: { startedOn: '2000' },
      a: { startedOn: '2010-06', from: { root: {} } },
      b: { startedOn: '2010-06', from: { root: {} } },
      c: { startedOn: '2005-06', from: { root: {} } },
    }),
  )
  const at = (id: string) => rowOf(tree, id).x
  expect(at('a')).toBe(at('b'))
  expect(at('c') - (tree.ticks[5]?.x ?? 0)).toBeCloseTo(at('a') - (tree.ticks[10]?.x ?? 0), 0)
})

it('puts a parent of the same year, known by its year only, at the start of it', () => {
  const tree = treeOf(
    story({
      root: { startedOn: '2010' },
      a: { startedOn: '2010', from: { root: {} } },
      b: { startedOn: '2012', from: { a: {} } },
    }),
  )
  expect(rowOf(tree, 'root').x).toBe(tree.ticks[0]?.x)
  expect(rowOf(tree, 'a').x).toBeGreaterThan(rowOf(tree, 'root').x + 17)
})

it('puts unknown years into a column of their own, and unknown beginnings left of all', () => {
  const tree = treeOf(
    story({
      root: {},
      known: { startedOn: '2010', from: { root: {} } },
      unknown: { from: { known: {} } },
    }),
  )
  expect(rowOf(tree, 'root').when).toBe('earlier')
  expect(rowOf(tree, 'root').x).toBeLessThan(tree.line?.left ?? 0)
  expect(rowOf(tree, 'unknown').x).toBeGreaterThan(tree.line?.right ?? Infinity)
  expect(tree.unknown).not.toBeNull()
})

it('draws an undated one just before what came from it', () => {
  const tree = treeOf(
    story({
      root: { startedOn: '1990' },
      middle: { from: { root: {} } },
      leaf: { startedOn: '2010', from: { middle: {} } },
    }),
  )
  expect(rowOf(tree, 'leaf').x - rowOf(tree, 'middle').x).toBe(18)
  expect(rowOf(tree, 'middle').when).toBe('unknown')
})

it('shows the generations side by side when no date is known at all', () => {
  const tree = treeOf(story({ root: {}, a: { from: { root: {} } }, b: { from: { a: {} } } }))
  expect(tree.line).toBeNull()
  expect(rowOf(tree, 'a').x - rowOf(tree, 'root').x).toBe(90)
})

it('leaves the years where they are when a branch is folded', () => {
  const rows = answer('youth-cooperatives')
  const folded = { ...unfolded, open: new Set<string>(), closed: new Set(['sample:cjs-quebec']) }
  expect(treeOf(rows, {}, folded).placed.length).toBeLessThan(rows.initiatives.length)
  expect(treeOf(rows, {}, folded).ticks.map(({ year }) => year)).toContain(2023)
})

it('presses rows together until all are in sight, and no further', () => {
  const rows = answer('cocagne-and-amap')
  expect(treeOf(rows).height).toBeGreaterThan(640)
  expect(treeOf(rows).isWhole).toBe(false)
  const whole = treeOf(rows, { zoom: 0.1 })
  expect(whole.isWhole).toBe(true)
  expect(whole.height).toBeGreaterThan(630)
  expect(whole.height).toBeLessThanOrEqual(641)
})

it('stretches the years and leaves the letters as they are', () => {
  const rows = answer('repair-cafes')
  const [near, far] = [treeOf(rows), treeOf(rows, { zoom: 2 })]
  expect(far.width).toBe(near.width * 2)
  expect(far.rowHeight).toBe(near.rowHeight)
})

it('draws the same picture every time', () => {
  const shape = (tree: Tree) =>
    tree.placed.map((one) => [one.entry.id, one.x, one.y, tree.lettering(one).label.name])
  const rows = answer('cocagne-and-amap')
  const shuffled = { initiatives: rows.initiatives.toReversed(), links: rows.links }
  expect(shape(treeOf(rows))).toEqual(shape(treeOf(rows)))
  expect(shape(treeOf(shuffled, { cameFor: rows.initiatives[0]?.id ?? '' }))).toEqual(shape(treeOf(rows)))
})

it('draws each initiative of a lattice once', () => {
  const tree = treeOf(lattice(20, 10))
  expect(tree.placed).toHaveLength(200)
  expect(armsOf(tree)).toHaveLength(190)
})

it('lays out ten thousand in ten times the steps of one thousand', () => {
  const steps = (total: number) => {
    let count = 0
    treeOf(crowd(total), {
      text: (entry) => {
        count += 1
        return plainText(entry)
      },
      measure: (text, voice) => {
        count += 1
        return roughMeasure(text, voice)
      },
    })
    return count
  }
  expect(steps(10_000) / steps(1000)).toBeLessThan(10.5)
  expect(steps(10_000)).toBeLessThan(60_000)
})
