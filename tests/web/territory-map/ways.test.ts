import { describe, expect, it } from 'vitest'
import { around } from '../../../web/territory-map/boxes.ts'
import { crosses, curveBetween, lineOf, reached } from '../../../web/territory-map/ways.ts'

const end = (x: number, y = 0) => ({ at: { x, y }, box: null })

describe('an arc', () => {
  it('bends to its left and keeps clear of the points at both ends', () => {
    const curve = curveBetween(end(0), end(100), 0.2)
    const { from, top, to } = curve ?? { from: { x: 0, y: 0 }, top: { x: 0, y: 0 }, to: { x: 0, y: 0 } }
    expect(top.y).toBeLessThan(from.y)
    expect(Math.hypot(from.x, from.y)).toBeCloseTo(9, 1)
    expect(Math.hypot(to.x - 100, to.y)).toBeCloseTo(9, 1)
  })

  it('begins and ends outside of the numbers that stand there', () => {
    const [start, finish] = [around({ x: 0, y: 0 }, 40, 20), around({ x: 200, y: 0 }, 20, 40)]
    const curve = curveBetween({ at: { x: 0, y: 0 }, box: start }, { at: { x: 200, y: 0 }, box: finish }, 0.2)
    expect(curve && crosses(lineOf(curve), start)).toBe(false)
    expect(curve && crosses(lineOf(curve), finish)).toBe(false)
  })

  it('is not drawn where there is no room', () => {
    expect(curveBetween(end(0), end(20), 0.2)).toBeNull()
  })

  it('is farthest out before or after its middle when it leans', () => {
    expect(curveBetween(end(0), end(100), 0.2, -0.2)?.top.x).toBeLessThan(50)
    expect(curveBetween(end(0), end(100), 0.2, 0.2)?.top.x).toBeGreaterThan(50)
  })

  // From (0, 0) to (100, 0) by (50, -40): half of its way is (50, -20), reached by way of (25, -20).
  it('that grows has its head on its way, and is whole when it arrives', () => {
    const whole = { from: { x: 0, y: 0 }, top: { x: 50, y: -40 }, to: { x: 100, y: 0 } }
    expect(reached(whole, 0)).toBeNull()
    expect(reached(whole, 0.5)).toEqual({
      from: { x: 0, y: 0 },
      top: { x: 25, y: -20 },
      to: { x: 50, y: -20 },
    })
    expect(reached(whole, 1)).toEqual(whole)
  })
})

// From (0, 0) to (100, 0) with its control point at (50, -20) it is at (50, -10) in its middle.
it('a line crosses a box that it passes through, also with no corner of its own in it', () => {
  const line = lineOf({ from: { x: 0, y: 0 }, top: { x: 50, y: -20 }, to: { x: 100, y: 0 } })
  expect(crosses(line, { left: 49, top: -11, right: 51, bottom: -9 })).toBe(true)
  expect(crosses(line, { left: 40, top: -30, right: 60, bottom: -11 })).toBe(false)
  expect(crosses(line, { left: 40, top: -9, right: 60, bottom: 10 })).toBe(false)
})
