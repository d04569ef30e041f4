import { beforeAll, describe, expect, it } from 'vitest'
import { withBays } from '../../../web/partner-map/picture/bays.ts'
import { markBox, type Picture } from '../../../web/partner-map/picture/drawn.ts'
import { expense } from '../../../web/partner-map/layout/expense.ts'
import { fitted } from '../../../web/partner-map/picture/fit.ts'
import { isInside } from '../../../web/drawing/inside.ts'
import { convexHull, roundedPath, type Point } from '../../../web/partner-map/picture/hulls.ts'
import { arrange, tries } from '../../../web/partner-map/layout/map.ts'
import { picture } from '../../../web/partner-map/picture/picture.ts'
import { seeded } from '../../../web/partner-map/layout/random.ts'
import { crosses, overlap, type Shape } from '../../../web/partner-map/picture/rects.ts'
import { nextMark } from '../../../web/partner-map/hand/steps.ts'
import { tableMeasure, widths } from '../../../web/partner-map/layout/widths.ts'
import { balance, firstWords, shorten } from '../../../web/partner-map/picture/wording.ts'
import { mapOf, maps, measure, secours } from './answers.ts'

const sizes: Record<Shape, { width: number; height: number }> = {
  wide: { width: 1340, height: 660 },
  tall: { width: 374, height: 480 },
}
const cases = Object.keys(maps).flatMap((name) =>
  (['wide', 'tall'] as const).map((shape) => ({ name, shape })),
)

describe.each(cases)('the $shape map of $name', ({ name, shape }) => {
  const map = mapOf(name)
  let positions: Map<string, Point>
  let drawn: Picture

  beforeAll(() => {
    positions = arrange(map, shape, measure)
    drawn = fitted(map, positions, sizes[shape], { shape, measure })
  })

  it('gives every mark a place, the same each time', () => {
    expect(positions.size).toBe(map.marks.length)
    expect(arrange(map, shape, measure)).toEqual(positions)
  })

  it('lets no two marks touch', () => {
    const atOne = picture(map, positions, { zoom: 1, shape, measure })
    const boxes = atOne.marks.map(({ at, size }) => ({
      x: at.x - size,
      y: at.y - size,
      width: size * 2,
      height: size * 2,
    }))
    boxes.forEach((one, index) => {
      for (const other of boxes.slice(index + 1)) expect(overlap(one, other)).toBe(false)
    })
  })

  it('lets no name touch a name, a mark or a badge', () => {
    const named = drawn.marks.flatMap(({ mark, label }) => (label ? [{ mark, box: label.box }] : []))
    named.forEach(({ mark, box }, index) => {
      for (const other of named.slice(index + 1)) expect(overlap(box, other.box), mark.name).toBe(false)
      for (const other of drawn.marks) {
        if (other.mark !== mark) expect(overlap(box, markBox(other)), mark.name).toBe(false)
        if (other.badge) expect(overlap(box, other.badge), mark.name).toBe(false)
      }
    })
  })

  it('holds all members of a family inside its hull', () => {
    for (const hull of drawn.hulls)
      for (const { mark, at } of drawn.marks)
        if (mark.group === hull.id)
          expect(isInside(hull.polygon, at), `${mark.name} in ${hull.name}`).toBe(true)
  })

  it('names the one it was made for', () => {
    const [first] = picture(map, positions, { zoom: 1, shape, measure }).marks.filter(
      ({ mark }) => mark.isFocus,
    )
    expect(first?.label).toBeTruthy()
  })
})

describe('a partner map', () => {
  it('fits its surface, names and hulls included', () => {
    const { box } = fitted(mapOf('a partner'), arrange(mapOf('a partner'), 'wide', measure), sizes.wide, {
      shape: 'wide',
      measure,
    })
    expect(box.width).toBeLessThanOrEqual(sizes.wide.width * 1.02)
    expect(box.height).toBeLessThanOrEqual(sizes.wide.height * 1.02)
  })

  it('names every initiative of a map of forty marks', () => {
    const map = mapOf('a partner')
    const drawn = fitted(map, arrange(map, 'wide', measure), sizes.wide, { shape: 'wide', measure })
    const unnamed = drawn.marks.filter(({ mark, label }) => mark.isInitiative && !label)
    expect(unnamed.map(({ mark }) => mark.name)).toEqual([])
  })

  it('leaves in place what was there when a partner is opened', () => {
    const before = arrange(mapOf('a partner'), 'wide', measure)
    const after = arrange(mapOf('a partner and one opened'), 'wide', measure)
    for (const [id, at] of before) expect(after.get(id)).toEqual(at)
  })

  it('keeps the cheapest arrangement that was tried', () => {
    const map = mapOf('an initiative')
    const best = arrange(map, 'wide', measure)
    const heap = new Map(map.marks.map(({ id }, index) => [id, { x: index * 9, y: (index % 4) * 9 }]))
    expect(expense(map, best, 'wide', measure)).toBeLessThan(expense(map, heap, 'wide', measure))
  })

  it('tries fewer arrangements the more there is to arrange', () => {
    expect([10, 50, 100, 300].map(tries)).toEqual([40, 15, 4, 2])
  })

  it('arranges alike with measured text and with the table that a worker gets', () => {
    const map = mapOf('an initiative')
    const table = tableMeasure(widths(map, 'wide', measure))
    expect(arrange(map, 'wide', table)).toEqual(arrange(map, 'wide', measure))
  })

  it('places the name of the selected mark before others', () => {
    const map = mapOf('a partner')
    const positions = arrange(map, 'tall', measure)
    for (const { mark } of fitted(map, positions, sizes.tall, { shape: 'tall', measure }).marks) {
      const drawn = fitted(map, positions, sizes.tall, { shape: 'tall', measure, selected: [mark.id] })
      expect(drawn.marks.find((one) => one.mark === mark)?.label, mark.name).toBeTruthy()
    }
  })

  it('draws parallel strands for an organisation with several roles', () => {
    const drawn = picture(mapOf('a partner'), arrange(mapOf('a partner'), 'wide', measure), {
      zoom: 1,
      shape: 'wide',
      measure,
    })
    const double = drawn.ties.find(({ strands }) => strands.length === 2)
    expect(new Set(double?.strands.map(({ from }) => `${from.x},${from.y}`)).size).toBe(2)
  })
})

describe('the parts of a picture', () => {
  it('gives the same numbers for the same seed', () => {
    const [one, other] = [seeded(7), seeded(7)]
    expect([one(), one()]).toEqual([other(), other()])
  })

  it('says the first words of a name where they tell something', () => {
    expect(firstWords('Unis-Cité', 12)).toBe('Unis-Cité')
    expect(firstWords('Banque alimentaire de Paris', 20)).toBe('Banque alimentaire…')
    expect(firstWords('Le département de la DINUM', 12)).toBeNull()
  })

  it('shortens a name in its middle, between words', () => {
    expect(shorten('Secours catholique', 24)).toBe('Secours catholique')
    expect(shorten('Territoires zéro chômeur de longue durée', 26)).toBe('Territoires…longue durée')
    expect(shorten('Incompréhensibilités', 9)).toBe('Inco…ités')
    expect(shorten('Accorderie de Bordeaux', 13)).toBe('…de Bordeaux')
    for (const most of [8, 12, 16, 22, 30]) {
      expect(
        shorten('Fonds d’expérimentation territoriale contre le chômage', most).length,
      ).toBeLessThanOrEqual(most)
    }
  })

  it('breaks a long name into two lines of about the same length', () => {
    expect(balance('Fédération des acteurs de la solidarité', 20)).toEqual([
      'Fédération des acteurs',
      'de la solidarité',
    ])
    expect(balance('Ville de Paris', 20)).toEqual(['Ville de Paris'])
    // What parts two names never begins a line.
    expect(balance('Unis-Cité Lille · Fédération sociale', 20)).toEqual([
      'Unis-Cité Lille ·',
      'Fédération sociale',
    ])
  })

  it('finds the convex hull and rounds it', () => {
    const square = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
      { x: 5, y: 5 },
    ]
    expect(convexHull(square)).toHaveLength(4)
    expect(roundedPath(convexHull(square), 2)).toMatch(/^M.*Q.*Z$/)
  })

  it('sees whether a line touches a box', () => {
    const box = { x: 0, y: 0, width: 10, height: 10 }
    expect(crosses({ from: { x: -5, y: 5 }, to: { x: 15, y: 5 } }, box)).toBe(true)
    expect(crosses({ from: { x: -5, y: 5 }, to: { x: -1, y: 30 } }, box)).toBe(false)
  })

  it('steps with an arrow to the nearest that way, those tied to it before others', () => {
    const marks = [
      { id: 'here', at: { x: 0, y: 0 } },
      { id: 'near', at: { x: 50, y: 10 } },
      { id: 'tied', at: { x: 80, y: 0 } },
      { id: 'left', at: { x: -20, y: 0 } },
    ]
    expect(nextMark(marks, 'here', 'ArrowRight', new Set())).toBe('near')
    expect(nextMark(marks, 'here', 'ArrowRight', new Set(['tied']))).toBe('tied')
    expect(nextMark(marks, 'here', 'ArrowUp', new Set())).toBeNull()
    expect(nextMark(marks, secours, 'ArrowUp', new Set())).toBe('here')
  })
})

describe('a contour with bays', () => {
  const square = [
    { x: 0, y: 0 },
    { x: 300, y: 0 },
    { x: 300, y: 300 },
    { x: 0, y: 300 },
  ]

  it('bends in to the point that it would touch first', () => {
    const deep = [
      { x: 150, y: 60 },
      { x: 140, y: 120 },
    ]
    expect(withBays(square, [...square, ...deep])[1]).toEqual({ x: 150, y: 60 })
  })

  it('leaves no point out', () => {
    const random = seeded(3)
    for (let turn = 0; turn < 40; turn += 1) {
      const points = Array.from({ length: 30 }, () => ({ x: random() * 600, y: random() * 400 }))
      const contour = withBays(convexHull(points), points)
      for (const point of points)
        if (!contour.includes(point)) expect(isInside(contour, point), JSON.stringify(point)).toBe(true)
    }
  })

  it('stays as it is where a point lies on its side', () => {
    const held = [...square, { x: 100, y: 0 }, { x: 150, y: 60 }]
    expect(withBays(square, held)).toEqual(square)
  })

  it('stays as it is where its sides are short', () => {
    const small = square.map(({ x, y }) => ({ x: x / 3, y: y / 3 }))
    expect(withBays(small, [...small, { x: 50, y: 30 }])).toEqual(small)
  })
})
