import { describe, expect, it } from 'vitest'
import { addressIn, citedIn, noteOf } from '../../../web/ui/sources.ts'

const page = 'https://example.org/a?b=c;d'
const book = 'Le petit livre; deuxième édition'

describe('what a record says to be its source', () => {
  it('is an address of the web or a citation', () => {
    expect(addressIn(page)?.hostname).toBe('example.org')
    for (const citation of [book, 'javascript:alert(1)', `${page} (lu en 2014)`])
      expect(addressIn(citation)).toBeNull()
  })

  it('is taken apart where it is several addresses', () => {
    expect(citedIn(`${page}; http://example.org/b;  ${page}`)).toEqual([page, 'http://example.org/b'])
    expect(citedIn(`${page}; ${book}`)).toEqual([page, book])
    for (const source of [page, book, '']) expect(citedIn(source)).toEqual([source])
  })

  it('keeps the number of its first citation', () => {
    const notes = new Map<string, number>()
    expect([page, book, page].map((source) => noteOf(notes, source))).toEqual([1, 2, 1])
  })
})
