import { describe, expect, it } from 'vitest'
import { towards, ways } from '../../../web/territory-map/towards.ts'

const at = (x: number, y: number) => ({ at: { x, y } })
const go = (key: string, ...places: { at: { x: number; y: number } }[]) =>
  towards(places, { x: 0, y: 0 }, ways[key] ?? { x: 0, y: 0 })

describe('an arrow key leads', () => {
  it('to the nearest place on its side, not to one behind', () => {
    expect(go('ArrowRight', at(-5, 0), at(30, 0), at(10, 0))).toBe(2)
    expect(go('ArrowUp', at(0, 10), at(0, -20))).toBe(1)
  })

  // 10 ahead and 9 aside costs 28, 20 ahead and 2 aside 24.
  it('straight ahead rather than to what is nearer aside', () => {
    expect(go('ArrowDown', at(9, 10), at(2, 20))).toBe(1)
  })

  it('nowhere when nothing lies there', () => {
    expect(go('ArrowLeft', at(0, 0), at(10, 0), at(-1, 40))).toBe(-1)
  })
})
