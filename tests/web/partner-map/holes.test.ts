import { describe, expect, it } from 'vitest'
import { withHoles } from '../../../web/partner-map/layout/holes.ts'

/** Marks on a grid, 46 pixels apart; `hub` is the one in its middle. */
const grid = new Map(
  Array.from({ length: 21 * 21 }, (_, index) => {
    const [x, y] = [((index % 21) - 10) * 46, (Math.floor(index / 21) - 10) * 46]
    return [x === 0 && y === 0 ? 'hub' : `${x},${y}`, { x, y }] as const
  }),
)

describe('the room of hubs', () => {
  // 920 pixels square on 1300 x 620 of a window: zoom 0.976, so that 46 pixels of the window are 47.1 of the map.
  const radius = 46 / (Math.sqrt(1300 * 620) / 920)
  const places = withHoles(grid, [{ id: 'hub', size: 16 }])
  const hub = places.get('hub')

  it('leaves the hub where it was', () => expect(hub).toEqual({ x: 0, y: 0 }))

  it('clears a disc beside it that is as wide as a name', () => {
    const middles = Array.from({ length: 16 }, (_, side) => {
      const angle = (side * Math.PI) / 8
      return { x: Math.cos(angle) * (radius + 16), y: Math.sin(angle) * (radius + 16) }
    })
    const isClear = (middle: { x: number; y: number }) =>
      [...places.values()].every(({ x, y }) => Math.hypot(x - middle.x, y - middle.y) > radius - 0.01)
    expect(middles.some(isClear)).toBe(true)
  })

  it('moves nobody who stands far from it', () => {
    expect(places.get('-460,-460')).toEqual({ x: -460, y: -460 })
    expect(places.get('460,230')).toEqual({ x: 460, y: 230 })
  })
})
