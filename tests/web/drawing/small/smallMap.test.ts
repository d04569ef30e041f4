import { describe, expect, it } from 'vitest'
import { smallMapScene } from '../../../../web/drawing/small/inkSmallMap.ts'
import { smallMap, type RoleRow } from '../../../../web/drawing/small/smallMap.ts'
import { svgText } from '../../../../web/drawing/svg.ts'
import { dark, light } from '../papers.ts'

const role = (
  name: string,
  role: RoleRow['role'],
  since: string | null = '2014',
  until: string | null = null,
) => ({
  id: name,
  name,
  role,
  since,
  until,
})
const crowd = (count: number, of: RoleRow['role']) =>
  Array.from({ length: count }, (_, at) => role(`${of} ${String(at).padStart(2, '0')}`, of))

const story: RoleRow[] = [
  role('Secours Catholique', 'FUNDER', '2011', '2014'),
  role('Régie de quartier du 19e', 'CARRIER', '2011-09'),
  role('Secours Catholique', 'RELAY', null),
  role('Fondation Macif', 'FUNDER', '2011'),
  role('Ville de Paris', 'INSTITUTIONAL', null),
  role('Réseau des Accorderies', 'NETWORK_HEAD', '2011'),
]

describe('a small map', () => {
  it('gives each partner one seat, in the order of the families of roles', () => {
    const { seats } = smallMap(story, 640)
    expect(seats.map(({ id }) => id)).toEqual([
      'Régie de quartier du 19e',
      'Fondation Macif',
      'Secours Catholique',
      'Réseau des Accorderies',
      'Ville de Paris',
    ])
    expect(seats[2]?.strands).toEqual([
      { family: 'funds', standing: 'ended' },
      { family: 'relays', standing: 'unknown' },
    ])
  })

  it('keeps a role of today before one of yesterday in the same family', () => {
    const { seats } = smallMap(
      [role('Paris', 'FUNDER', '2001', '2005'), role('Paris', 'FUNDER', '2010')],
      640,
    )
    expect(seats[0]?.strands).toEqual([{ family: 'funds', standing: 'inForce' }])
  })

  it('seats people on both sides where there is room, and in a fan where there is not', () => {
    const wide = smallMap(story, 640)
    expect(wide.seats.map(({ side }) => side)).toEqual([-1, -1, 1, 1, 1])
    expect(wide.centre).toEqual({ x: 320, y: wide.height / 2 })
    const fan = smallMap(story, 358)
    expect(fan.seats.every(({ side }) => side === 1)).toBe(true)
    expect(fan.centre.x).toBeLessThan(40)
  })

  it('keeps 26 pixels from name to name', () => {
    const { seats } = smallMap(crowd(12, 'RELAY'), 358)
    const ys = seats.map(({ y }) => y)
    expect(ys.slice(1).map((y, at) => y - (ys[at] ?? 0))).toEqual(Array(11).fill(26))
  })

  it('names one less than it may, and counts the rest', () => {
    const { seats, left } = smallMap(crowd(12, 'RELAY'), 358, 6)
    expect(seats).toHaveLength(5)
    expect(left?.count).toBe(7)
  })

  it('names eleven of more than twelve, one of each family in turn, and counts the rest', () => {
    const { seats, left } = smallMap(
      [...crowd(30, 'FUNDER'), ...crowd(1, 'RELAY'), ...crowd(3, 'CARRIER')],
      640,
    )
    expect(seats).toHaveLength(11)
    const families = seats.map(({ strands }) => strands[0]?.family)
    expect(families.filter((one) => one === 'carries')).toHaveLength(3)
    expect(families.filter((one) => one === 'relays')).toHaveLength(1)
    expect(left?.count).toBe(34 - 11)
  })

  it('cuts the middle out of names that are wider than their side', () => {
    const { seats } = smallMap([role('x'.repeat(2000), 'FUNDER')], 358)
    expect(seats[0]?.label).toMatch(/^x+…x+$/)
    expect((seats[0]?.label.length ?? 0) * 13 * 0.52).toBeLessThanOrEqual(256)
  })

  it('draws an Accorderie on both papers, wide and narrow', async () => {
    const scene = (width: number) => smallMapScene(smallMap(story, width), false, '')
    await expect(svgText(scene(640), light)).toMatchFileSnapshot('map-wide.svg')
    await expect(svgText(scene(344), dark)).toMatchFileSnapshot('map-narrow-dark.svg')
  })
})
