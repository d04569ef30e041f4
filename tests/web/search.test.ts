import { expect, it } from 'vitest'
import { leading } from '../../web/search/query.ts'

const found = (kind: 'INITIATIVE' | 'PARTNER' | 'NETWORK' | 'TERRITORY' | 'THEME', id: string) => ({
  id,
  kind,
  name: id,
  context: null,
})

it('a find leads to its sheet, a network to its map', () => {
  const hits = leading([found('INITIATIVE', 'a:1'), found('PARTNER', 'b:2'), found('NETWORK', 'c:3')], 10)
  expect(hits.map(({ href }) => href)).toEqual(['/initiatives/a%3A1', '/partners/b%3A2', '/map?of=c%3A3'])
})

it('what has no page of its own is not offered, and does not take a place', () => {
  const hits = leading([found('TERRITORY', 't'), found('THEME', 'h'), found('PARTNER', 'p')], 1)
  expect(hits.map(({ id }) => id)).toEqual(['p'])
})
