import { describe, expect, test } from 'vitest'
import { territoryRecords } from '../../api/exchange/places/territories.ts'

const of = (...codes: string[]) => territoryRecords(codes, 'us', '2026')
const parents = (code: string) =>
  of(code)
    .links.filter((link) => link.start === code)
    .map((link) => link.end)
const named = (code: string) => of(code).nodes.find((node) => node.id === code)?.properties

describe('a territory', () => {
  test('comes with all it is part of', () => {
    const { nodes, links } = of('cog:26345')
    expect(nodes.map((node) => node.id).sort()).toEqual(
      ['cog:26345', 'dep:26', 'epci:200042901', 'iso:FR', 'reg:84'].sort(),
    )
    expect(links).toHaveLength(5)
    expect(links[0]?.id).toMatch(/^PART_OF:cog:26345:/)
  })

  test.each([
    ['cog:26345', ['epci:200042901', 'dep:26']],
    ['cog:69387', ['cog:69123']],
    ['cog:2B033', ['epci:242000354', 'dep:2B']],
    ['cog:97502', ['dep:975']],
    ['dep:974', ['reg:04']],
    ['reg:04', ['iso:FR']],
    ['epci:200042901', ['iso:FR']],
    ['geonames:6325494', ['geonames:6115047']],
    ['iso:BE', []],
  ])('%s is part of %s', (code, around) => {
    expect(parents(code)).toEqual(around)
  })

  test('says its name, its level, how many live there and where it lies', () => {
    expect(named('cog:35238')).toMatchObject({
      name: 'Rennes',
      level: 'MUNICIPALITY',
      population: expect.any(Number),
      position: { latitude: expect.closeTo(48.11, 1), longitude: expect.closeTo(-1.67, 1) },
      recordedBy: 'us',
    })
    expect(named('iso:CA')).toMatchObject({ name: 'Canada', level: 'COUNTRY' })
    expect(named('cog:75119')).toMatchObject({ name: 'Paris 19e Arrondissement', level: 'DISTRICT' })
  })

  test('asked for twice comes once', () => {
    expect(of('dep:26', 'cog:26345', 'dep:26').nodes).toHaveLength(5)
  })

  test('that is in no list is named', () => {
    expect(() => of('cog:26345', 'cog:99999', 'iso:ZZ', 'planet:3')).toThrow('planet:3')
    expect(() => of('cog:99999')).toThrow('unknown territory: cog:99999')
    expect(() => of('iso:ZZ')).toThrow('iso:ZZ')
  })
})
