import { readFileSync } from 'node:fs'
import { parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import english from '../../../web/messages/en.json'
import french from '../../../web/messages/fr.json'
import { brought } from '../../../web/partner-map/beside/brought.ts'
import { absent, steps, wayOf } from '../../../web/partner-map/beside/paths.ts'
import { linkWords } from '../../../web/partner-map/beside/pathWords.ts'
import type { Path, PathLink } from '../../../web/partner-map/beside/queries.ts'

const linkOf = (type: PathLink['type'], position: number, start: string, end: string): PathLink => ({
  id: `${start} ${type} ${end}`,
  type,
  position,
  start,
  end,
  role: type === 'PARTNERS_IN' ? 'FUNDER' : null,
  level: null,
  since: null,
  until: null,
  source: 'an annual report',
})
// The bank funds the garden, that redid the kitchen; the kitchen's carrier is a member of a network.
const path: Path = {
  nodes: [
    { id: 'kitchen', kind: 'INITIATIVE', name: 'La cuisine', position: 2 },
    { id: 'bank', kind: 'PARTNER', name: 'La banque', position: 0 },
    { id: 'garden', kind: 'INITIATIVE', name: 'Le jardin', position: 1 },
    { id: 'guide', kind: 'COMMONS', name: 'Le guide', position: 3 },
  ],
  links: [
    linkOf('PARTNERS_IN', 0, 'bank', 'garden'),
    { ...linkOf('REPLICATES', 1, 'garden', 'kitchen'), level: 'REDONE' },
    linkOf('USES', 2, 'kitchen', 'guide'),
  ],
}

describe('a path on the map', () => {
  it('is told from its start to its end, each link after the one it leaves', () => {
    expect(steps(path).map(({ node, links }) => [node.id, links.map(({ type }) => type)])).toEqual([
      ['bank', ['PARTNERS_IN']],
      ['garden', ['REPLICATES']],
      ['kitchen', ['USES']],
      ['guide', []],
    ])
  })

  it('goes over ties where partners take part', () => {
    expect([...wayOf(path).ties]).toEqual(['bank garden'])
    expect(wayOf(path).marks.has('kitchen')).toBe(true)
  })

  it('lacks only what a map can show', () => {
    expect(absent(path, new Set(['bank', 'garden']))).toEqual(['kitchen'])
  })

  it('is told in sentences', () => {
    const names = new Map(path.nodes.map(({ id, name }) => [id, name]))
    expect(path.links.map((link) => linkWords(link, names))).toEqual([
      'La banque finance',
      'Le jardin reprend La cuisine à sa façon',
      'La cuisine se sert de Le guide',
    ])
  })

  it('has words for every sort of link of the vocabulary, and for no other', () => {
    const { definitions } = parse(readFileSync('api/contract.graphql', 'utf8'), { noLocation: true })
    const types = definitions.flatMap((one) =>
      one.kind === 'EnumTypeDefinition' && one.name.value === 'RecordPathLinkType'
        ? (one.values ?? []).map(({ name }) => `pathLink.${name.value}`)
        : [],
    )
    expect(types.length).toBeGreaterThan(40)
    for (const messages of [french, english])
      expect(Object.keys(messages).filter((key) => key.startsWith('pathLink.'))).toEqual(types.toSorted())
  })
})

describe('what opening a mark would bring', () => {
  it('is counted once, and once in each family of roles', () => {
    const links = [
      { partner: 'bank', initiative: 'garden', role: 'FUNDER' as const },
      { partner: 'bank', initiative: 'garden', role: 'EVALUATOR' as const },
      { partner: 'bank', initiative: 'school', role: 'FUNDER' as const },
      { partner: 'bank', initiative: 'kitchen', role: 'FUNDER' as const },
    ]
    expect(brought({ nodes: [], links }, 'bank', new Set(['bank', 'kitchen']))).toEqual({
      count: 2,
      families: [
        { family: 'funds', count: 2 },
        { family: 'supports', count: 1 },
      ],
    })
  })
})
