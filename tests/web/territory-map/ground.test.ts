import { gzipSync } from 'node:zlib'
import { geoConicConformal, geoMercator, geoNaturalEarth1 } from 'd3-geo'
import { describe, expect, it } from 'vitest'
import { france } from '../../../web/territory-map/contours/france.ts'
import { world } from '../../../web/territory-map/contours/world.ts'
import { frameAround, inFrame, type Frame } from '../../../web/territory-map/frames.ts'
import { groundOf, onGround } from '../../../web/territory-map/ground.ts'
import { plotAt } from '../../../web/territory-map/plotAt.ts'
import { boxOf } from '../../../web/territory-map/points.ts'

const contours = france()
const ground = groundOf(contours, false)
const departments = ground.plots.DEPARTMENT ?? []
const regions = ground.plots.REGION ?? []

describe('a frame', () => {
  const around = { id: 'main', meridian: 3, width: 100, height: 200 } as const
  const corners = [
    [-4.8, 48.4],
    [8.2, 48.6],
    [2.4, 51.1],
    [3, 42.4],
  ] as const

  it('holds its places as large as possible, in its middle', () => {
    const frame = frameAround(corners, { ...around, kind: 'conic' })
    const box = boxOf(corners.map(([longitude, latitude]) => inFrame(frame, longitude, latitude)))
    expect(box.left).toBeCloseTo(0)
    expect(box.right).toBeCloseTo(100)
    expect(box.top + box.bottom).toBeCloseTo(200)
  })

  it.each([
    ['conic', geoConicConformal().parallels([44, 49]).rotate([-3, 0])],
    ['mercator', geoMercator().rotate([-3, 0])],
    ['earth', geoNaturalEarth1().rotate([-3, 0])],
  ] as const)('of the kind %s puts places where d3-geo does', (kind, projection) => {
    const frame: Frame = { ...around, kind, k: 500, left: 40, top: 60 }
    const theirs = projection.scale(500).translate([0, 0])
    const [x0 = 0, y0 = 0] = theirs([3, 46]) ?? []
    const origin = inFrame(frame, 3, 46)
    for (const place of [...corners, [2.35, 48.86], [170, -30], [-160, 20]] as [number, number][]) {
      const [x = 0, y = 0] = theirs(place) ?? []
      const ours = inFrame(frame, ...place)
      expect(ours.x - origin.x).toBeCloseTo(x - x0, 5)
      expect(ours.y - origin.y).toBeCloseTo(y - y0, 5)
    }
  })
})

describe('the contours of France', () => {
  it('are those of 101 départements and 18 régions, with their names', () => {
    expect([departments.length, regions.length]).toEqual([101, 18])
    expect(ground.byCode.get('dep:2B')?.name).toBe('Haute-Corse')
    expect(ground.byCode.get('reg:94')?.name).toBe('Corse')
  })

  it('weigh less than 60 KB on the way, as those of the world do', () => {
    for (const data of [contours, world()])
      expect(gzipSync(JSON.stringify(data)).length).toBeLessThan(60 * 1024)
  })

  it('write the name of each inside of it, and each département in its région', () => {
    for (const { code, at } of departments) {
      expect(plotAt(departments, at)?.code).toBe(code)
      expect(plotAt(regions, at)?.code).toBe(ground.within[code])
    }
  })

  it.each([
    ['Paris', 2.3522, 48.8566, 'dep:75'],
    ['Brest', -4.4861, 48.3904, 'dep:29'],
    ['Bastia', 9.4509, 42.7028, 'dep:2B'],
    ['Perpignan', 2.8956, 42.6986, 'dep:66'],
    ['Strasbourg', 7.7521, 48.5734, 'dep:67'],
  ])('%s lies in its département', (_, longitude, latitude, code) => {
    expect(plotAt(departments, onGround(ground, longitude, latitude))?.code).toBe(code)
  })

  it.each([
    ['Fort-de-France', -61.0588, 14.6161, '972', 'dep:972'],
    ['Cayenne', -52.3135, 4.9224, '973', 'dep:973'],
    ['Le Tampon', 55.5177, -21.2766, '974', 'dep:974'],
  ])('%s lies in the inset of its département', (_, longitude, latitude, frame, code) => {
    expect(plotAt(departments, onGround(ground, longitude, latitude, frame))?.code).toBe(code)
  })

  it.each([[false], [true]])(
    'keep the insets clear of the mainland and of each other (narrow: %s)',
    (isNarrow) => {
      const { pieces, box } = groundOf(contours, isNarrow)
      const boxes = pieces.map(({ frame, x, y }) => ({
        left: x,
        top: y,
        right: x + frame.width,
        bottom: y + frame.height,
      }))
      for (const one of boxes) {
        expect(
          one.left >= box.left && one.right <= box.right && one.top >= box.top && one.bottom <= box.bottom,
        ).toBe(true)
        for (const other of boxes) {
          if (one === other) continue
          const isClear =
            one.right < other.left ||
            other.right < one.left ||
            one.bottom < other.top ||
            other.bottom < one.top
          expect(isClear).toBe(true)
        }
      }
    },
  )
})

describe.each([[false], [true]])('what is too small on the map (narrow: %s)', (isNarrow) => {
  const near = groundOf(contours, isNarrow, true)
  const { piece, told, of } = near.closeUp ?? { piece: null, told: new Map(), of: null }

  it('is there again, larger, in an inset: Paris and the three départements around', () => {
    expect([...told.keys()].toSorted()).toEqual(['dep:75', 'dep:92', 'dep:93', 'dep:94'])
    const [small, large] = [near.byCode.get('dep:75')?.box, near.closeUp?.told.get('dep:75')?.box]
    const times = ((large?.right ?? 0) - (large?.left ?? 0)) / ((small?.right ?? 0) - (small?.left ?? 1))
    expect(times).toBeGreaterThan(6)
  })

  it('stands in one projection: Saint-Denis lies in the Seine-Saint-Denis there too', () => {
    const at = onGround(near, 2.3574, 48.9362, 'paris')
    expect(plotAt(near.closeUp?.plots ?? [], at)?.code).toBe('dep:93')
    const small = onGround(near, 2.3574, 48.9362)
    expect(of && small.x > of.left && small.x < of.right && small.y > of.top && small.y < of.bottom).toBe(
      true,
    )
  })

  it('is cut at the border of its frame, clear of the other insets', () => {
    const box = boxOf((near.closeUp?.plots ?? []).flatMap(({ rings }) => rings.flat()))
    expect(box.left).toBeGreaterThanOrEqual((piece?.x ?? 0) - 0.1)
    expect(box.right).toBeLessThanOrEqual((piece?.x ?? 0) + (piece?.frame.width ?? 0) + 0.1)
    for (const other of near.pieces) {
      if (!piece || other === piece) continue
      const isClear =
        piece.x > other.x + other.frame.width ||
        other.x > piece.x + piece.frame.width ||
        piece.y > other.y + other.frame.height ||
        other.y > piece.y + piece.frame.height
      expect(isClear, other.frame.id).toBe(true)
    }
  })
})

it('Europe stands larger in the sea beside the Americas, with what of Norway reaches in', () => {
  const { closeUp } = groundOf(world(), false, true)
  expect(closeUp?.told.has('iso:CH')).toBe(true)
  expect(closeUp?.told.has('iso:NO')).toBe(false)
  expect(closeUp?.plots.some(({ code }) => code === 'iso:NO')).toBe(true)
  // No border runs across all of it, as that of islands on both sides of the map's edge would.
  for (const { code, box } of closeUp?.plots ?? []) expect(box.right - box.left, code).toBeLessThan(269)
})

describe('the contours of the world', () => {
  const earth = groundOf(world(), false)
  const countries = earth.plots.COUNTRY ?? []

  it('know the countries of the sample by their codes', () => {
    const codes = [
      'AT',
      'AU',
      'BE',
      'BF',
      'BR',
      'CA',
      'CH',
      'DE',
      'DK',
      'ES',
      'FR',
      'GB',
      'GH',
      'HU',
      'IN',
      'IT',
      'JP',
    ]
    for (const code of [...codes, 'NL', 'NO', 'PT', 'RO', 'SN', 'TG', 'US', 'ZA'])
      expect(earth.byCode.has(`iso:${code}`), code).toBe(true)
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length)
  })

  it.each([
    ['Montréal', -73.5878, 45.5088, 'iso:CA'],
    ['Melbourne', 144.9631, -37.8136, 'iso:AU'],
    ['Ouagadougou', -1.5339, 12.3657, 'iso:BF'],
    ['Yakoutsk', 129.7331, 62.0339, 'iso:RU'],
  ])('%s lies in its country', (_, longitude, latitude, code) => {
    expect(plotAt(countries, onGround(earth, longitude, latitude))?.code).toBe(code)
  })
})
