import { describe, expect, it } from 'vitest'
import { svgText } from '../../../web/drawing/svg.ts'
import { stripScene } from '../../../web/partners/inkStrip.ts'
import { registerHref, registerName } from '../../../web/partners/registers.ts'
import { roleStrip, type RoleSpan } from '../../../web/partners/strip.ts'
import { light } from '../drawing/papers.ts'

const span = (
  name: string,
  role: RoleSpan['role'],
  since: string | null = null,
  until: string | null = null,
): RoleSpan => ({ id: `${name} ${role}`, name, said: role.toLowerCase(), role, since, until })

const on = '2025-12-31'
const bar = (of: RoleSpan, width = 1328) => {
  const [only] = roleStrip([of], width, on).bars
  if (!only) throw new Error('no bar')
  return only
}

describe('the strip of a partner', () => {
  it('draws a year as its whole span', () => {
    // Ten years, 2016 to 2025, on a thousand pixels: a hundred a year, from 320 on.
    const { x1, x2 } = bar(span('Paris', 'FUNDER', '2018', '2020'))
    expect(x1).toBeCloseTo(520, 0)
    expect(x2).toBeCloseTo(820, 0)
  })

  it('is full while a role goes on, hollow when it is over, hatched without a beginning', () => {
    expect(bar(span('a', 'FUNDER', '2018')).certainty).toBe('known')
    expect(bar(span('b', 'FUNDER', '2018', '2020')).certainty).toBe('past')
    expect(bar(span('c', 'FUNDER')).certainty).toBe('unknown')
    expect(bar(span('d', 'FUNDER', null, '2020')).certainty).toBe('unknown')
  })

  it('begins with the first year that is known, and shows ten years at least', () => {
    const { ticks } = roleStrip([span('a', 'FUNDER', '1984')], 1328, on)
    expect(ticks[0]?.year).toBe(1984)
    expect(roleStrip([span('a', 'FUNDER', '2024')], 1328, on).ticks[0]?.year).toBe(2016)
  })

  it('puts roles in the order of their families, then of their beginnings', () => {
    const { bars } = roleStrip(
      [
        span('relays', 'RELAY', '2001'),
        span('unknown', 'CARRIER'),
        span('later', 'CARRIER', '2010'),
        span('first', 'HOST', '2005-03'),
      ],
      640,
      on,
    )
    expect(bars.map(({ name }) => name)).toEqual(['first', 'later', 'unknown', 'relays'])
  })

  it('writes names above their bars on narrow screens', () => {
    const narrow = bar(span('Accorderie', 'HOST', '2020'), 358)
    expect(narrow.labelY).toBeLessThan(narrow.y)
    expect(narrow.x2).toBeLessThanOrEqual(350)
  })

  it('draws a partner of three families', async () => {
    const spans = [
      span('Accorderie de Chambéry', 'IMPLEMENTER', '2011'),
      span('Jardin solidaire', 'HOST', '2003', '2005'),
      span('Accorderie du bassin annécien', 'INCUBATOR', '2013-05'),
      span("Projet de territoire du Pays d'Apt", 'RELAY'),
    ]
    await expect(svgText(stripScene(roleStrip(spans, 720, on)), light)).toMatchFileSnapshot('strip.svg')
  })
})

it('a number leads to its register, where that has pages', () => {
  expect(registerHref({ scheme: 'SIREN', value: '775666704' })).toBe(
    'https://annuaire-entreprises.data.gouv.fr/entreprise/775666704',
  )
  expect(registerHref({ scheme: 'WIKIDATA', value: 'Q1"<' })).toBe('https://www.wikidata.org/wiki/Q1%22%3C')
  expect(registerHref({ scheme: 'RNA', value: 'W751212130' })).toBeUndefined()
  expect(registerName({ id: 'finess:750000000', scheme: 'OTHER' })).toBe('finess')
})
