import { expect, it } from 'vitest'
import { bent, wayOf } from '../../../web/partner-map/picture/bends.ts'

const line = { from: { x: 0, y: 0 }, to: { x: 200, y: 0 }, ends: ['a', 'b'] as [string, string], reach: 1 }
// Nearer to the upper side of the line, so that the least bend goes below it.
const name = { id: 'name', box: { x: 80, y: -12, width: 40, height: 16 } }
const wide = { x: -50, y: -50, width: 300, height: 100 }

it('a line goes around a name on the side where that takes the least', () => {
  const { lines, struck } = bent([line], [name], [], wide)
  const way = wayOf(lines[0] ?? line)
  expect(Math.max(...way.map(({ y }) => y))).toBeGreaterThan(4)
  expect(Math.min(...way.map(({ y }) => y))).toBe(0)
  expect(struck).toEqual(new Set())
})

it('it goes around the other side where the window ends', () => {
  const { lines, struck } = bent([line], [name], [], { ...wide, height: 55 })
  expect(Math.min(...wayOf(lines[0] ?? line).map(({ y }) => y))).toBeLessThan(-12)
  expect(struck).toEqual(new Set())
})

it('where the window leaves neither side it stays straight, and the name counts as struck', () => {
  const { lines, struck } = bent([line], [name], [], { ...wide, y: -14, height: 19 })
  expect(lines).toEqual([line])
  expect(struck).toEqual(new Set(['name']))
})
