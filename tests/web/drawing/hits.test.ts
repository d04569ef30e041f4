import { describe, expect, it } from 'vitest'
import { hits } from '../../../web/drawing/hits.ts'

const found = hits([
  { id: 'hub', x: 0, y: 0, reach: 20 },
  { id: 'leaf', x: 15, y: 0, reach: 6 },
  { id: 'far', x: 200, y: 100, reach: 6 },
  { id: 'twin', x: 200, y: 100, reach: 6 },
])

describe('what lies at a point', () => {
  it('is the mark whose reach holds it', () => {
    expect(found.at(-19, 0)).toBe('hub')
    expect(found.at(-21, 0)).toBeNull()
    expect(found.at(203, 104)).toMatch(/far|twin/)
  })

  it('is the nearest of several', () => {
    expect(found.at(12, 0)).toBe('leaf')
    expect(found.at(7, 0)).toBe('hub')
  })

  it('is nothing among no marks', () => {
    expect(hits([]).at(0, 0)).toBeNull()
  })
})

describe('a lasso', () => {
  it('takes the marks whose middle it goes round, and those that share a place', () => {
    const round = [
      { x: 10, y: -10 },
      { x: 300, y: -10 },
      { x: 300, y: 300 },
      { x: 10, y: 10 },
    ]
    expect(found.within(round).toSorted()).toEqual(['far', 'leaf', 'twin'])
  })

  it('leaves out what lies in its bay', () => {
    const bay = [
      { x: -50, y: -50 },
      { x: 50, y: -50 },
      { x: 50, y: 50 },
      { x: 10, y: 50 },
      { x: 10, y: -20 },
      { x: -10, y: -20 },
      { x: -10, y: 50 },
      { x: -50, y: 50 },
    ]
    expect(found.within(bay)).toEqual(['leaf'])
  })
})
