import { describe, expect, it } from 'vitest'
import { kinshipOf } from '../../../web/compare/kinship.ts'
import type { Compared, Lineage } from '../../../web/compare/query.ts'
import { commonsOf, measuredIn, takingPart } from '../../../web/compare/sides.ts'

/** A lineage told as `child<parent`, the one whose it is first. */
function lineage(of: string, ...links: string[]): Lineage {
  const pairs = links.map((link) => link.split('<') as [string, string])
  const generations = new Map([[of, 0]])
  for (const [one, generation] of generations)
    for (const [child, parent] of pairs)
      if (child === one && !generations.has(parent)) generations.set(parent, generation - 1)
  return {
    initiatives: [...generations].map(([id, generation]) => ({ id, name: id.toUpperCase(), generation })),
    links: pairs.map(([child, parent]) => ({ child, parent, level: 'REDONE' as const })),
  }
}
const kin = (first: Lineage, second: Lineage) => {
  const found = kinshipOf(first, second)
  return found && [found.origin.id, ...found.ways.map((way) => way.map(({ id }) => id).join('>'))]
}

describe('where two initiatives come from', () => {
  it('is the nearest one that both came from, with the way to each', () => {
    const paris = lineage('paris', 'paris<lyon', 'lyon<quebec')
    const annecy = lineage('annecy', 'annecy<chambery', 'chambery<lyon', 'lyon<quebec')
    expect(kin(paris, annecy)).toEqual(['lyon', 'lyon>paris', 'lyon>chambery>annecy'])
  })

  it('is one of the two when the other came from it', () => {
    expect(kin(lineage('quebec'), lineage('paris', 'paris<quebec'))).toEqual([
      'quebec',
      'quebec',
      'quebec>paris',
    ])
  })

  it('goes the shortest of several ways', () => {
    const nantes = lineage('nantes', 'nantes<paris', 'paris<quebec', 'nantes<quebec')
    expect(kin(nantes, lineage('quebec'))).toEqual(['quebec', 'quebec>nantes', 'quebec'])
  })

  it('is not known of two that share nobody', () => {
    expect(kin(lineage('a', 'a<b'), lineage('c', 'c<d'))).toBeNull()
  })
})

const bare: Compared = {
  id: '',
  name: '',
  summary: null,
  status: null,
  reason: null,
  startedOn: null,
  endedOn: null,
  source: 's',
  recordedBy: 'us',
  recordedOn: '2026',
  themes: [],
  territories: [],
  partnersConnection: { totalCount: 0, edges: [] },
  usesConnection: { edges: [] },
  contributesToConnection: { edges: [] },
  results: [],
}
const edge = (id: string, role: 'CARRIER' | 'FUNDER' | 'HOST') => ({
  properties: { id: `${id} ${role}`, role, since: null, until: null, source: 's' },
  node: { id, name: id },
})
const commons = (...ids: string[]) => ({
  edges: ids.map((id) => ({ properties: { id, source: 's' }, node: { id, name: id } })),
})
const result = (indicator: string, value: number, period: string) => ({
  id: `${indicator} ${period}`,
  indicator,
  value,
  unit: 'persons',
  period,
  source: 's',
})

describe('two initiatives side by side', () => {
  it('tell who takes part in each by what they do, those of both first', () => {
    const first = {
      ...bare,
      partnersConnection: {
        totalCount: 4,
        edges: [
          edge('assoc', 'CARRIER'),
          edge('town', 'HOST'),
          edge('town', 'CARRIER'),
          edge('bank', 'FUNDER'),
        ],
      },
    }
    const second = { ...bare, partnersConnection: { totalCount: 1, edges: [edge('town', 'FUNDER')] } }
    const told = takingPart([first, second]).map(({ family, sides }) => [
      family,
      ...sides.map((side) =>
        side.map(({ id, isShared, roles }) => `${id}${isShared ? '*' : ''} ${roles.length}`),
      ),
    ])
    expect(told).toEqual([
      ['carries', ['town* 2', 'assoc 1'], []],
      ['funds', ['bank 1'], ['town* 1']],
    ])
  })

  it('tell what each does with a commons, those of both first', () => {
    const first = { ...bare, usesConnection: commons('charter', 'guide') }
    const second = { ...bare, usesConnection: commons('guide'), contributesToConnection: commons('guide') }
    expect(
      commonsOf([first, second]).map(({ id, isShared, sides }) => [
        id,
        isShared,
        ...sides.map((side) => side.map(({ way }) => way)),
      ]),
    ).toEqual([
      ['guide', true, ['uses'], ['uses', 'enriches']],
      ['charter', false, ['uses'], []],
    ])
  })

  it('tell figures of one indicator beside each other in time, and add nothing up', () => {
    const first = { ...bare, results: [result('members', 400, '2007'), result('members', 100, '2004')] }
    const second = { ...bare, results: [result('hours', 9, '2010'), result('members', 50, '2012')] }
    expect(
      measuredIn([first, second]).map(({ indicator, sides }) => [
        indicator,
        ...sides.map((side) => side.map(({ value }) => value)),
      ]),
    ).toEqual([
      ['members', [100, 400], [50]],
      ['hours', [], [9]],
    ])
  })
})
