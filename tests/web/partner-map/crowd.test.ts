import { describe, expect, it } from 'vitest'
import { pushApart } from '../../../web/partner-map/layout/apart.ts'
import { broadPicture } from '../../../web/partner-map/picture/broad.ts'
import { withNames } from '../../../web/partner-map/picture/broadNames.ts'
import { arrangeCrowd, joinCrowd } from '../../../web/partner-map/layout/crowd.ts'
import { markBox } from '../../../web/partner-map/picture/drawn.ts'
import { fitting } from '../../../web/partner-map/picture/fit.ts'
import { placesGiven } from '../../../web/partner-map/layout/given.ts'
import { Grid } from '../../../web/partner-map/picture/grid.ts'
import type { Point } from '../../../web/partner-map/picture/hulls.ts'
import type { Network } from '../../../web/partner-map/network.ts'
import { overlap } from '../../../web/partner-map/picture/rects.ts'
import { measure } from './answers.ts'
import { crowd } from './crowds.ts'

const size = { width: 1340, height: 660 }

/** How many marks touch another, as a part of all. */
function touching({ marks }: Network, places: ReadonlyMap<string, Point>): number {
  const boxes = marks.map(({ id, size: half }) => {
    const { x, y } = places.get(id) ?? { x: NaN, y: NaN }
    return { id, box: { x: x - half, y: y - half, width: half * 2, height: half * 2 } }
  })
  const grid = new Grid(boxes)
  return boxes.filter(({ box }) => grid.near(box).length > 1).length / boxes.length
}

const areFinite = (places: ReadonlyMap<string, Point>) =>
  [...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))

describe('a crowd that nobody has placed', () => {
  const { map } = crowd(800)
  const places = arrangeCrowd(map, 0)

  it('gives each mark a place, the same each time', () => {
    expect(places.size).toBe(800)
    expect(areFinite(places)).toBe(true)
    expect(arrangeCrowd(map, 0)).toEqual(places)
  })

  it('lets few marks touch', () => {
    expect(touching(map, places)).toBeLessThan(0.02)
  })

  it('keeps a group together', () => {
    const spread = (ids: readonly string[]) => {
      const own = ids.flatMap((id) => places.get(id) ?? [])
      const middle = {
        x: own.reduce((sum, { x }) => sum + x, 0) / own.length,
        y: own.reduce((sum, { y }) => sum + y, 0) / own.length,
      }
      return own.reduce((sum, { x, y }) => sum + Math.hypot(x - middle.x, y - middle.y), 0) / own.length
    }
    const all = spread(map.marks.map(({ id }) => id))
    for (const group of map.groups)
      expect(spread(map.marks.filter((mark) => mark.group === group.id).map(({ id }) => id))).toBeLessThan(
        all / 2,
      )
  })

  it('leaves in place who was there when others come', () => {
    const first = map.marks.slice(0, 700).map((mark) => ({ ...mark, stage: 0 }))
    const later = map.marks.slice(700).map((mark) => ({ ...mark, stage: 1 }))
    const grown = { marks: [...first, ...later], ties: map.ties }
    const before = arrangeCrowd(grown, 0)
    const after = joinCrowd(grown, 1, before)
    expect(after.size).toBe(800)
    expect(areFinite(after)).toBe(true)
    for (const [id, at] of before) expect(after.get(id)).toEqual(at)
  })
})

it('who is linked to nobody stands at the rim of the others, however far out it was given', () => {
  const { map, places } = crowd(400)
  const ids = new Set(map.ties.flatMap(({ partner, initiative }) => [partner, initiative]))
  const [alone] = map.marks
  if (!alone) throw new Error('a crowd of nobody')
  const marks = [...map.marks.filter(({ id }) => ids.has(id)), { ...alone, id: 'alone' }]
  const found = placesGiven({ marks, ties: map.ties }, new Map([...places, ['alone', { x: 9000, y: 0 }]]))
  const rest = [...found].flatMap(([id, { x }]) => (id === 'alone' ? [] : x))
  const beyond = (found.get('alone')?.x ?? Infinity) - Math.max(...rest)
  expect(beyond).toBeLessThan(60)
})

describe.each([
  { count: 5000, most: 0.05 },
  { count: 50_000, most: 0.35 },
])('a crowd of $count that the picture of everything has placed', ({ count, most }) => {
  const { map, places: given } = crowd(count)
  const places = placesGiven(map, given)

  it('gives each mark a place, the same each time', () => {
    expect(places.size).toBe(count)
    expect(areFinite(places)).toBe(true)
    expect(placesGiven(map, given)).toEqual(places)
  })

  it('lets few marks touch', () => {
    expect(touching(map, places)).toBeLessThan(most)
  })

  it('places by its neighbours who is not on that picture', () => {
    const [gone] = map.ties.map(({ partner }) => partner)
    const tie = map.ties.find(({ partner }) => partner === gone)
    if (!gone || !tie) throw new Error('no tie')
    const found = placesGiven(map, new Map([...given].filter(([id]) => id !== gone)))
    const [at, near] = [found.get(gone), found.get(tie.initiative)]
    if (!at || !near) throw new Error('no place')
    expect(Math.hypot(at.x - near.x, at.y - near.y)).toBeLessThan(150)
  })
})

describe('the picture of a crowd', () => {
  const { map, places: given } = crowd(1500)
  const places = placesGiven(map, given)
  const { zoom, box } = fitting(map, places, size, { shape: 'wide', measure })
  const sight = { x: box.x - 60, y: box.y - 40, width: size.width, height: size.height }
  const drawn = withNames(broadPicture(map, places, zoom), sight, { measure, shape: 'wide' })
  const names = [...drawn.marks, ...drawn.hulls].flatMap(({ label }) => (label ? [label.box] : []))

  it('fits its surface', () => {
    expect(box.width).toBeLessThanOrEqual(size.width)
    expect(box.height).toBeLessThanOrEqual(size.height)
  })

  it('names some, and lets no name touch another', () => {
    expect(names.length).toBeGreaterThan(12)
    names.forEach((one, index) => {
      for (const other of names.slice(index + 1)) expect(overlap(one, other)).toBe(false)
    })
  })

  it('lets no name cover a larger mark than a dot, but its own', () => {
    for (const { mark, label } of drawn.marks)
      if (label)
        for (const other of drawn.marks)
          if (other.mark !== mark && other.size >= 5)
            expect(overlap(label.box, markBox(other)), mark.name).toBe(false)
  })

  it('draws a country only where three belong to it', () => {
    for (const { members } of drawn.hulls) expect(members).toBeGreaterThanOrEqual(3)
    expect(drawn.hulls.length).toBeGreaterThan(10)
  })

  it('names more once it is closer', () => {
    const near = broadPicture(map, places, zoom * 4)
    const middle = { x: -size.width / 2, y: -size.height / 2, ...size }
    const closer = withNames(near, middle, { measure, shape: 'wide' })
    const inSight = (label: { box: { x: number; y: number } } | null) =>
      label && label.box.x > -size.width / 2 && label.box.x < size.width / 2
    const shown = (picture: typeof drawn) =>
      picture.marks.filter(({ mark }) => places.has(mark.id)).filter(({ label }) => inSight(label))
    const named = new Set(shown(drawn).map(({ mark }) => mark.id))
    expect(shown(closer).filter(({ mark }) => !named.has(mark.id)).length).toBeGreaterThan(10)
  })

  it('names the selected mark before others', () => {
    for (const { mark } of drawn.marks.filter((_, index) => index % 97 === 0)) {
      const chosen = withNames(broadPicture(map, places, zoom), sight, {
        measure,
        shape: 'tall',
        selected: [mark.id],
      })
      expect(chosen.marks.find((one) => one.mark.id === mark.id)?.label, mark.name).toBeTruthy()
    }
  })
})

describe('pushing apart', () => {
  const crowdOf = (points: Point[]) => ({
    x: Float64Array.from(points, ({ x }) => x),
    y: Float64Array.from(points, ({ y }) => y),
    reach: Float64Array.from(points, () => 5),
  })

  it('parts two that stand on one spot', () => {
    const two = crowdOf([
      { x: 3, y: 3 },
      { x: 3, y: 3 },
    ])
    pushApart(two, 2, 80)
    const [ax = 0, bx = 0] = two.x
    const [ay = 0, by = 0] = two.y
    expect(Math.hypot(ax - bx, ay - by)).toBeGreaterThan(11.5)
  })

  it('moves nobody who is fixed', () => {
    const two = crowdOf([
      { x: 0, y: 0 },
      { x: 4, y: 0 },
    ])
    pushApart(two, 2, 80, [1, 0])
    expect([two.x[0], two.y[0]]).toEqual([0, 0])
    expect(two.x[1]).toBeGreaterThan(11.5)
  })

  it('leaves alone what has room', () => {
    const two = crowdOf([
      { x: 0, y: 0 },
      { x: 13, y: 0 },
    ])
    pushApart(two, 2, 80)
    expect([...two.x]).toEqual([0, 13])
  })
})
