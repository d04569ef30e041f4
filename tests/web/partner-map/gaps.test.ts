import { expect, it } from 'vitest'
import { outside } from '../../../web/partner-map/picture/gaps.ts'

const strand = {
  from: { x: 0, y: 0 },
  to: { x: 100, y: 0 },
  family: 'funds',
  standing: 'inForce',
  width: 1.6,
} as const
const box = (x: number, width: number) => ({ x, y: -10, width, height: 20 })

it('a line stops three pixels before a name and goes on three pixels behind it', () => {
  expect(outside(strand, [box(40, 20)])).toEqual([
    { ...strand, to: { x: 37, y: 0 } },
    { ...strand, from: { x: 63, y: 0 } },
  ])
})

it('names side by side make one gap, and no crumb of a line stays between them', () => {
  // The gaps reach from 27 to 53 and from 55 to 83: two pixels would be left between them.
  expect(outside(strand, [box(58, 22), box(30, 20)])).toEqual([
    { ...strand, to: { x: 27, y: 0 } },
    { ...strand, from: { x: 83, y: 0 } },
  ])
})

it('a line that meets no name is left alone', () => {
  const high = { x: 40, y: 20, width: 20, height: 10 }
  expect(outside(strand, [high])).toEqual([strand])
})
