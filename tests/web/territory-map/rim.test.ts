import { describe, expect, it } from 'vitest'
import { france } from '../../../web/territory-map/contours/france.ts'
import { groundOf } from '../../../web/territory-map/ground.ts'
import { gatesOf } from '../../../web/territory-map/rim.ts'
import { spotsOf } from '../../../web/territory-map/spots.ts'
import { beyond } from '../../../web/territory-map/beyond.ts'
import { isApart } from '../../../web/territory-map/boxes.ts'
import { place, twoSquares, west } from './story.ts'

const abroad = (id: string, country: string, longitude: number, latitude: number) =>
  place({ id, territory: `geonames:${id}`, country, longitude, latitude })
const gatesIn = (ground: ReturnType<typeof groundOf>, rows: ReturnType<typeof place>[], wide = 100) =>
  gatesOf(ground, beyond(spotsOf(ground, rows).spots, 'iso:FR'), () => wide, 30)

describe('a country beyond the map', () => {
  const ground = groundOf(twoSquares, false)
  const gates = gatesIn(ground, [
    abroad('a', 'iso:CA', -70, 12),
    abroad('b', 'iso:CA', -74, 12),
    abroad('c', 'iso:CH', 70, 12),
    place({ id: 'd', ...west }),
  ])

  it('is named on the rim on the side where it lies, outwards, with all that is linked there', () => {
    expect(gates.map(({ code, ids, side }) => [code, ids.length, side]).toSorted()).toEqual([
      ['iso:CA', 2, -1],
      ['iso:CH', 1, 1],
    ])
    const [main] = ground.pieces
    const at = (code: string) => gates.find((gate) => gate.code === code)?.at.x ?? 0
    expect(at('iso:CA')).toBeLessThan(main?.x ?? 0)
    expect(at('iso:CH')).toBeGreaterThan((main?.x ?? 0) + 400)
  })

  it('keeps its dot where there is no room for its name', () => {
    const many = Array.from({ length: 40 }, (_, n) => abroad(`n${n}`, `iso:${n}`, 70, 12 + n / 10))
    const crowd = gatesIn(ground, many, 60)
    expect(crowd).toHaveLength(40)
    expect(crowd.some(({ side }) => side === 0)).toBe(true)
    expect(crowd.some(({ side }) => side !== 0)).toBe(true)
  })

  it('is named above or below in a low window, where letters are high for the map', () => {
    const low = groundOf(france(), false)
    const three = [
      abroad('gb', 'iso:GB', -1.5, 52.5),
      abroad('ch', 'iso:CH', 6.6, 46.6),
      abroad('es', 'iso:ES', -3.7, 40.4),
    ]
    // Names of 70 pixels and 15 high, where a unit is a quarter of a pixel.
    const named = gatesOf(low, beyond(spotsOf(low, three).spots, 'iso:FR'), () => 280, 60)
    const { top, bottom } = low.rim
    expect(named).toHaveLength(3)
    for (const { at, side } of named) {
      expect(side).not.toBe(0)
      expect([top, bottom]).toContain(at.y)
    }
  })
})

// Middles of the countries that the sample's initiatives are linked to; names of 70 pixels where a unit is 0.36 or 0.5.
describe.each([
  ['a wide window', false, 120, 30],
  ['a phone', true, 195, 42],
])('around France, in %s', (_, isNarrow, wide, high) => {
  const ground = groundOf(france(), isNarrow)
  const gates = gatesOf(
    ground,
    beyond(
      spotsOf(ground, [
        abroad('gb', 'iso:GB', -1.5, 52.5),
        abroad('nl', 'iso:NL', 4.9, 52.4),
        abroad('be', 'iso:BE', 4.4, 50.8),
        abroad('dk', 'iso:DK', 12.6, 55.7),
        abroad('de', 'iso:DE', 13.4, 52.5),
        abroad('ch', 'iso:CH', 6.6, 46.6),
        abroad('it', 'iso:IT', 11.3, 44.5),
        abroad('es', 'iso:ES', -3.7, 40.4),
        abroad('pt', 'iso:PT', -9.1, 38.7),
        abroad('br', 'iso:BR', -46.6, -23.5),
        abroad('us', 'iso:US', -74, 40.7),
        abroad('ca', 'iso:CA', -71.2, 46.8),
      ]).spots,
      'iso:FR',
    ),
    () => wide,
    high,
  )

  it('every country has its name, and none covers another', () => {
    expect(gates.map(({ side }) => side)).not.toContain(0)
    const boxes = gates.map(({ at, side }) => ({
      left: side < 0 ? at.x - wide : at.x,
      right: side < 0 ? at.x : at.x + wide,
      top: at.y - high / 2,
      bottom: at.y + high / 2,
    }))
    for (const [place, one] of boxes.entries())
      for (const other of boxes.slice(place + 1)) expect(isApart(one, other)).toBe(true)
  })

  it('countries stand where they lie: Switzerland at the right, Spain below, Britain above, Canada at the left', () => {
    const at = (code: string) => gates.find((gate) => gate.code === code)?.at ?? { x: 0, y: 0 }
    const { left, top, right, bottom } = ground.rim
    expect(at('iso:CH').x).toBe(right)
    expect(at('iso:ES').y).toBeGreaterThan((top + bottom * 3) / 4)
    expect(at('iso:GB').y).toBe(top)
    expect(at('iso:CA').x).toBe(left)
  })
})
