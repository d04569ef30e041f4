import { describe, expect, it } from 'vitest'
import { groundOf } from '../../../web/territory-map/ground.ts'
import { discsOf } from '../../../web/territory-map/discs.ts'
import { newcomers } from '../../../web/territory-map/flowOrder.ts'
import { flowsOn } from '../../../web/territory-map/flows.ts'
import { mayHold, placesOn, spotsOf } from '../../../web/territory-map/spots.ts'
import { east, island, place, replication, twoSquares, west } from './story.ts'

const ground = groundOf(twoSquares, false)

describe('what has dates', () => {
  it.each([
    [null, null, '2014', true],
    ['2014-05', null, '2014', true],
    ['2014-05', null, '2014-04', false],
    ['2015', null, '2014', false],
    [null, '2014', '2014-12', true],
    [null, '2014-03', '2014', true],
    [null, '2013', '2014', false],
    ['2010', '2012', null, true],
  ])('from %s until %s may hold on %s: %s', (since, until, on, expected) => {
    expect(mayHold(since, until, on)).toBe(expected)
  })

  it('is there when both the initiative and its place may be', () => {
    const rows = [
      place({ id: 'early', ...west, startedOn: '2001', since: '2009' }),
      place({ id: 'ended', ...west, startedOn: '2001', endedOn: '2004' }),
      place({ id: 'undated', ...east }),
    ]
    const ids = (on: string | null) => placesOn(rows, on).map(({ id }) => id)
    expect(ids('2003')).toEqual(['ended', 'undated'])
    expect(ids('2010')).toEqual(['early', 'undated'])
    expect(ids(null)).toEqual(['early', 'ended', 'undated'])
  })
})

describe('a spot', () => {
  it('holds all initiatives of a commune, each once', () => {
    const rows = [
      place({ id: 'a', ...west }),
      place({ id: 'b', ...west }),
      place({ id: 'a', ...west, since: '2010' }),
    ]
    expect(spotsOf(ground, rows).spots.map(({ code, ids }) => [code, ids])).toEqual([['cog:1', ['a', 'b']]])
  })

  it('stands where the commune lies, in the inset overseas', () => {
    const { spots } = spotsOf(ground, [place({ id: 'a', ...west }), place({ id: 'b', ...island })])
    const [piece, inset] = ground.pieces
    // 5° east are 50 units right of the frame's edge; 55° east is the middle of the inset.
    expect(spots[0]?.at.x).toBeCloseTo((piece?.x ?? 0) + 50)
    expect(spots[1]?.at.x).toBeCloseTo((inset?.x ?? 0) + 50)
    expect(spots.map(({ isVague }) => isVague)).toEqual([false, false])
  })

  it('is vague in the middle of what its territory lies in, when no point is known', () => {
    const whole = { territory: 'dep:E', department: 'dep:E', region: 'reg:E' }
    const { spots } = spotsOf(ground, [place({ id: 'a', ...whole })])
    expect(spots[0]).toMatchObject({ isVague: true, at: ground.byCode.get('dep:E')?.at })
  })

  it('is nowhere when only a country without contour is known', () => {
    const { spots, unplaced } = spotsOf(ground, [place({ id: 'a', territory: 'iso:FR' })])
    expect([spots, unplaced]).toEqual([[], ['a']])
  })
})

describe('a flow', () => {
  const rows = [
    place({ id: 'first', ...west, startedOn: '1990', endedOn: '2000' }),
    place({ id: 'second', ...east, startedOn: '1995' }),
    place({ id: 'third', ...east, startedOn: '2005' }),
    place({ id: 'near', ...west, startedOn: '1992' }),
  ]
  const replications = [
    replication('second', 'first'),
    replication('third', 'first', 'REDONE', '2005'),
    replication('third', 'near', 'SCALED', '2008'),
    replication('near', 'first'),
  ]
  const flows = (on: string | null) =>
    flowsOn({ places: rows, replications }, on, ({ region }) => region ?? '').map(
      ({ from, to, level, ids }) => `${ids.length} ${level} from ${from} to ${to}`,
    )

  it('gathers replications of one level between the same two places, and none within one', () => {
    expect(flows(null)).toEqual(['2 REDONE from reg:W to reg:E', '1 SCALED from reg:W to reg:E'])
  })

  it('grows with the years, from what ended since as well', () => {
    expect(flows('1994')).toEqual([])
    expect(flows('1996')).toEqual(['1 REDONE from reg:W to reg:E'])
    expect(flows('2006')).toEqual(['2 REDONE from reg:W to reg:E'])
    expect(flows('2008')).toHaveLength(2)
  })

  it('that a later date brings is new, unless nobody knows since when it has been', () => {
    const all = (given: typeof replications, on: string) =>
      flowsOn(
        { places: [...rows, place({ id: 'undated', ...island })], replications: given },
        on,
        ({ region }) => region ?? '',
      )
    const given = [...replications, replication('undated', 'third', 'INSPIRED')]
    const [before, after] = [all(given, '1996'), all(given, '2008')]
    expect([...newcomers(before, after)]).toEqual(['SCALED reg:W reg:E'])
    expect([...newcomers(after, before)]).toEqual([])
    expect(after.map(({ level, isDated }) => [level, isDated])).toEqual([
      ['REDONE', true],
      ['SCALED', true],
      ['INSPIRED', false],
    ])
  })
})

it('discs that would lie over each other are one, and a larger zoom parts them', () => {
  const near = { ...west, territory: 'cog:9', longitude: 5.4 }
  const { spots } = spotsOf(ground, [
    place({ id: 'a', ...west }),
    place({ id: 'b', ...near }),
    place({ id: 'c', ...east }),
  ])
  expect(discsOf(spots, 1, 17).map(({ count }) => count)).toEqual([2, 1])
  expect(discsOf(spots, 4, 17).map(({ count }) => count)).toEqual([1, 1, 1])
})
