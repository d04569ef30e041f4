import { describe, expect, it } from 'vitest'
import { maps } from './answers.ts'
import { crowd, wheels } from './crowds.ts'
import { covered, opened } from './opened.ts'

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
