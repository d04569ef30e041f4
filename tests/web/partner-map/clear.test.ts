import { describe, expect, it } from 'vitest'
import { maps } from './answers.ts'
import { crowd } from './crowds.ts'
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
