import { expect, it } from 'vitest'
import { Sight } from '../../../web/partner-map/sight.svelte.ts'

const said = { x: 12, y: -30, k: 1.4 }

function sightOf(hand: Sight['hand']): Sight {
  const sight = new Sight(() => false)
  Object.assign(sight, { width: 800, height: 600, hand })
  return sight
}

it('a map that comes later is fitted, unless somebody looks somewhere', () => {
  expect(sightOf('none').lookingOn(said, false)).toBeNull()
  expect(sightOf('rests').lookingOn(said, false)).toEqual(said)
})

it('what a hand has begun is kept when places change before it comes to rest', () => {
  // The camera is at the origin at zoom 1, so the middle of the window shows (400, 300).
  expect(sightOf('moves').lookingOn(null, false)).toEqual({ x: 400, y: 300, k: 1 })
  expect(sightOf('moves').lookingOn(said, false)).toEqual({ x: 400, y: 300, k: 1 })
})

it('a map opens where its address says', () => {
  expect(sightOf('none').lookingOn(said, true)).toEqual(said)
  expect(sightOf('moves').lookingOn(null, true)).toBeNull()
})
