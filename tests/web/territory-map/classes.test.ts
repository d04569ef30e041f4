import { expect, it } from 'vitest'
import { classesOf, classOf } from '../../../web/territory-map/classes.ts'
import { cutInWords } from '../../../web/territory-map/legend.ts'

const told = (counts: number[]) => classesOf(counts).map(({ from, to }) => `${from}-${to}`)

it('has no class where there is nothing', () => {
  expect(told([])).toEqual([])
  expect(told([0, 0])).toEqual([])
})

it('gives each number its class while there are few', () => {
  expect(told([0, 1, 1])).toEqual(['1-1'])
  expect(told([4, 2])).toEqual(['1-1', '2-2', '3-3', '4-4'])
})

// The fourth roots of 52 are 2.7, 7.2 and 19.4, of 246 they are 4, 15.7 and 62: the nearest of 1, 2, 3, 5, 10, 20, 30, 50, …
it('has four classes, each about as many times larger, at numbers that people read at once', () => {
  expect(told([52, 3])).toEqual(['1-2', '3-9', '10-19', '20-52'])
  expect(told([246])).toEqual(['1-4', '5-19', '20-49', '50-246'])
})

it('leaves no number out and puts none into two', () => {
  for (let largest = 1; largest < 400; largest += 1) {
    const classes = classesOf([largest])
    expect(classes[0]?.from).toBe(1)
    expect(classes.at(-1)?.to).toBe(largest)
    for (const [place, { from, to }] of classes.entries()) {
      expect(to).toBeGreaterThanOrEqual(from)
      if (place > 0) expect(from).toBe((classes[place - 1]?.to ?? 0) + 1)
    }
  }
})

it('tells none from few', () => {
  const classes = classesOf([52])
  expect([0, 1, 2, 3, 9, 10, 52].map((count) => classOf(classes, count))).toEqual([-1, 0, 0, 1, 1, 2, 3])
})

// 246 in four classes: its fourth root is 3.96.
it('are explained where they are more than numbers', () => {
  expect(cutInWords({ classes: classesOf([246]), plots: [] })).toBe('')
  const plots = [
    {
      code: 'a',
      name: 'A',
      frame: 'f',
      rings: [],
      box: { left: 0, top: 0, right: 1, bottom: 1 },
      at: { x: 0, y: 0 },
    },
  ]
  expect(cutInWords({ classes: classesOf([246]), plots })).toContain('environ 4 fois')
  expect(cutInWords({ classes: classesOf([3]), plots })).toBe('')
})
