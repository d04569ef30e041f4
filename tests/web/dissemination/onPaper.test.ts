import { describe, expect, it } from 'vitest'
import { cutInSheets } from '../../../web/dissemination/layout/onPaper.ts'

/** Rows of 30 px from 8 px on, of which some are higher. */
function rows(...heights: number[]) {
  let top = 8
  const placed = heights.map((height) => {
    const y = top + 15
    top += height
    return { y }
  })
  return { placed, rowHeight: 30, height: top + 8 }
}

describe('a tree on paper', () => {
  it('stays on one sheet that has room for it', () => {
    expect(cutInSheets(rows(30, 30, 30), { first: 110, next: 200 })).toEqual([{ top: 0, bottom: 106 }])
  })

  it('is cut above the row that would not fit, the first sheet sooner', () => {
    // Rows begin at 8, 38, 84, 114, 144; the last sheet reaches to the end, 182.
    expect(cutInSheets(rows(30, 46, 30, 30, 30), { first: 80, next: 70 })).toEqual([
      { top: 0, bottom: 38 },
      { top: 38, bottom: 84 },
      { top: 84, bottom: 144 },
      { top: 144, bottom: 182 },
    ])
  })

  it('fills several sheets about evenly', () => {
    // Five rows of 30 px: three and two rather than four and one.
    expect(cutInSheets(rows(30, 30, 30, 30, 30), { first: 130, next: 130 })).toEqual([
      { top: 0, bottom: 98 },
      { top: 98, bottom: 166 },
    ])
  })

  it('gives a row that is higher than a sheet one of its own', () => {
    expect(cutInSheets(rows(30, 90, 30), { first: 40, next: 40 })).toEqual([
      { top: 0, bottom: 38 },
      { top: 38, bottom: 128 },
      { top: 128, bottom: 166 },
    ])
  })
})
