import { expect, it } from 'vitest'
import { grains, ringsAround } from '../../../web/partner-map/layout/rings.ts'

const marks = ['a', 'b', 'c', 'd', 'e', 'pair', 'other', 'alone'].map((id) => ({ id, size: 6, group: null }))
const tie = (partner: string, initiative: string) => ({ partner, initiative })
const ties = [tie('a', 'b'), tie('a', 'c'), tie('d', 'c'), tie('e', 'b'), tie('pair', 'other')]

it('tells who hangs together with four marks at most, the larger grains first', () => {
  expect(grains(marks, ties)).toEqual([['pair', 'other'], ['alone']])
})

it('puts grains around everybody else, none on another, members side by side', () => {
  const main = new Map([
    ['left', { x: -100, y: 0 }],
    ['right', { x: 100, y: 0 }],
    ['low', { x: 0, y: 50 }],
    ['high', { x: 0, y: -50 }],
  ])
  const pairs = Array.from({ length: 60 }, (_, at) => [`${at}`, `${at}'`])
  const places = ringsAround(main, pairs, 20)
  const all = [...places.values()]
  expect(all).toHaveLength(120)
  for (const { x, y } of all) expect(Math.hypot(x / 100, y / 50)).toBeGreaterThan(1.1)
  all.forEach((one, at) => {
    for (const other of all.slice(at + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(12)
  })
  for (const [one = '', other = ''] of pairs) {
    const [from, to] = [places.get(one), places.get(other)]
    expect(from && to && Math.hypot(from.x - to.x, from.y - to.y)).toBeLessThan(24)
  }
})
