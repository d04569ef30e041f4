import { describe, expect, it } from 'vitest'
import { maps } from './answers.ts'
import { crowd, wheels } from './crowds.ts'
import { covered, opened, openedIn } from './opened.ts'
import { contains, overlap } from '../../../web/partner-map/picture/rects.ts'

const crowded = { ...maps, 'three hundred marks': crowd(300).map }

describe.each(Object.entries(crowded))('the map of %s, as it opens', (_, map) => {
  it.each(['wide', 'tall'] as const)(
    'has no name over a name or a mark, no link through a name (%s)',
    (shape) => {
      const drawn = opened(map, shape)
      expect(covered(drawn)).toEqual([])
      expect(drawn.marks.filter(({ label }) => label).length).toBeGreaterThan(2)
    },
  )
})

it.each(Object.entries(maps))('the map of %s names nearly all that have four links or more', (_, map) => {
  const hubs = opened(map, 'wide').marks.filter(({ mark }) => mark.shown >= 4)
  const unnamed = hubs.flatMap(({ mark, label }) => (label ? [] : mark.name))
  expect(unnamed.length, unnamed.join(', ')).toBeLessThanOrEqual(hubs.length / 6)
})

describe.each(Object.entries(maps))('the map of %s on a phone', (_, map) => {
  const { boxes, window } = openedIn(map, 'tall')

  it('has all of it in the window', () => {
    expect(boxes.filter((box) => !contains(window, box))).toEqual([])
  })

  it('has nothing under the two buttons of its corner', () => {
    const buttons = { x: window.width - 52, y: window.height - 112, width: 52, height: 112 }
    expect(boxes.filter((box) => overlap(box, buttons))).toEqual([])
  })
})

describe('a map of hundred and twenty marks on a phone', () => {
  const map = wheels([40, 30, 20, 12, 8, 4])
  const { drawn, boxes, window } = openedIn(map, 'tall')

  it('names everybody who holds it together, and no mark meets another', () => {
    const hubs = drawn.marks.filter(({ mark }) => mark.shown > 3)
    expect(hubs).toHaveLength(6)
    expect(hubs.filter(({ label }) => !label)).toEqual([])
    expect(covered(drawn)).toEqual([])
    const meeting = drawn.marks.filter(({ at, size }, index) =>
      drawn.marks
        .slice(index + 1)
        .some((other) => Math.hypot(at.x - other.at.x, at.y - other.at.y) < size + other.size),
    )
    expect(meeting).toEqual([])
  })

  it('has nothing under the two buttons of its corner', () => {
    const buttons = { x: window.width - 52, y: window.height - 112, width: 52, height: 112 }
    expect(boxes.filter((box) => overlap(box, buttons))).toEqual([])
  })
})

describe('a map of three hundred marks around six hubs', () => {
  const map = wheels([110, 80, 50, 20, 16, 12])

  it.each(['wide', 'tall'] as const)(
    'names those with most links, whose names nothing covers (%s)',
    (shape) => {
      const drawn = opened(map, shape)
      const largest = drawn.marks.filter(({ mark }) => mark.shown > 40)
      expect(largest).toHaveLength(3)
      expect(largest.filter(({ label }) => !label)).toEqual([])
      expect(covered(drawn)).toEqual([])
    },
  )
})
