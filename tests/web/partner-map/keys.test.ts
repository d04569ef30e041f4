import { expect, it } from 'vitest'
import { fitted } from '../../../web/partner-map/picture/fit.ts'
import { pressed } from '../../../web/partner-map/hand/keys.ts'
import { arrange } from '../../../web/partner-map/layout/map.ts'
import { neighbours } from '../../../web/partner-map/network.ts'
import { chambery, macif, mapOf, measure } from './answers.ts'

const map = mapOf('an initiative')
const size = { width: 900, height: 560 }
const drawn = fitted(map, arrange(map, 'wide', measure), size, { shape: 'wide', measure })
const marks = new Map(drawn.marks.map((one) => [one.mark.id, one]))

/** What a key does to a mark, in words. */
function told(id: string, key: string, held: Partial<KeyboardEvent> = {}, pinned: string[] = []): string[] {
  const done: string[] = []
  const event = Object.assign(new Event('keydown', { cancelable: true }), { key, ...held }) as KeyboardEvent
  pressed(event, id, {
    marks,
    tiedTo: (one) => neighbours(map, one),
    isPinned: (one) => pinned.includes(one),
    camera: () => false,
    focus: (one) => done.push(`focus ${one}`),
    open: (one) => done.push(`open ${one}`),
    hide: (one) => done.push(`hide ${one}`),
    pin: (one, at) => done.push(at ? `pin ${one} ${at.x} ${at.y}` : `free ${one}`),
    selectAll: () => done.push('select all'),
    letGo: () => done.push('let go'),
  })
  return done
}

it('moves a mark by ten pixels and pins it there with Alt and an arrow', () => {
  const at = marks.get(macif)?.at ?? { x: 0, y: 0 }
  expect(told(macif, 'ArrowRight', { altKey: true })).toEqual([`pin ${macif} ${at.x + 10} ${at.y}`])
})

it('pins with P, and frees what is pinned', () => {
  const at = marks.get(macif)?.at ?? { x: 0, y: 0 }
  expect(told(macif, 'p')).toEqual([`pin ${macif} ${at.x} ${at.y}`])
  expect(told(macif, 'p', {}, [macif])).toEqual([`free ${macif}`])
})

it('goes on to a neighbour before it hides with H', () => {
  const [first, second] = told(macif, 'h')
  expect(neighbours(map, macif).has(first?.replace('focus ', '') ?? '')).toBe(true)
  expect(second).toBe(`hide ${macif}`)
})

it('opens with E only what has more to show', () => {
  expect(told(chambery, 'e')).toEqual(marks.get(chambery)?.mark.missing ? [`open ${chambery}`] : [])
  const closed = drawn.marks.find(({ mark }) => mark.missing > 0)?.mark.id ?? ''
  expect(told(closed, 'e')).toEqual([`open ${closed}`])
})

it('takes all in sight with Ctrl+A, lets go with Escape, leaves Enter to the button', () => {
  expect(told(macif, 'a', { ctrlKey: true })).toEqual(['select all'])
  expect(told(macif, 'Escape')).toEqual(['let go'])
  expect(told(macif, 'Enter')).toEqual([])
})
