import { expect, it } from 'vitest'
import { keyStep } from '../../../web/dissemination/tree/keys.ts'
import { rowOf, story, treeOf } from './story.ts'

const rows = story({
  root: { startedOn: '2000' },
  a: { startedOn: '2004', from: { root: {} } },
  b: { startedOn: '2006', from: { root: {} } },
  c: { startedOn: '2008', from: { a: {} } },
})
const tree = treeOf(rows)

/** Where a key leads from a row, when only some are there. */
function led(key: string, from: string, there = ['root', 'a', 'b', 'c']): string | undefined {
  let at: string | undefined
  const nothing = () => {}
  const acts = {
    stand: (id: string | undefined) => (at = id),
    act: nothing,
    toggle: nothing,
    zoomTo: nothing,
  }
  keyStep(key, rowOf(tree, from), tree, 1, {
    ...acts,
    isThere: ({ entry }) => there.includes(entry.id),
  })?.()
  return at
}

it('walks along links to the parent and to the first child', () => {
  expect(led('ArrowRight', 'root')).toBe('a')
  expect(led('ArrowRight', 'a')).toBe('c')
  expect(led('ArrowLeft', 'c')).toBe('a')
})

it('walks down and up the rows, and to both ends', () => {
  const order = tree.placed.map(({ entry }) => entry.id)
  for (let at = 1; at < order.length; at += 1) {
    expect(led('ArrowDown', order[at - 1] ?? '')).toBe(order[at])
    expect(led('ArrowUp', order[at] ?? '')).toBe(order[at - 1])
  }
  expect(led('Home', 'root')).toBe(order[0])
  expect(led('End', 'root')).toBe(order.at(-1))
})

it('stands on nobody who had not begun on the date that is shown', () => {
  expect(led('ArrowRight', 'root', ['root', 'b'])).toBe('b')
  expect(led('End', 'root', ['root', 'a'])).toBe(
    ['root', 'a'].sort((x, y) => rowOf(tree, x).y - rowOf(tree, y).y)[1],
  )
  expect(led('ArrowRight', 'a', ['root', 'a'])).toBeUndefined()
})
