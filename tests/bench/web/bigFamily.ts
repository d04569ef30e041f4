import type { InitiativeRow, LinkRow } from '../../../web/dissemination/query.ts'
import type { Rows } from '../../../web/dissemination/family.ts'
import { seeded } from './random.ts'

const levels = ['INSPIRED', 'REDONE', 'SCALED'] as const

/** A family over thirty years: each initiative comes from an earlier one, some from two, some without a year. */
export function bigFamily(count: number): Rows {
  const random = seeded(11)
  const parents = Array.from({ length: count }, (_, index) =>
    index === 0
      ? []
      : [...new Set([Math.floor(index * random() * random()), ...(index % 20 ? [] : [index >> 1])])],
  )
  const taken = new Map<number, number>()
  for (const parent of parents.flat()) taken.set(parent, (taken.get(parent) ?? 0) + 1)
  const initiatives = parents.map((from, index): InitiativeRow => ({
    id: `i${index}`,
    name: `Épicerie solidaire de Saint-Lieu ${index}`,
    familyName: index ? null : 'Épiceries solidaires',
    status: 'RUNNING',
    reason: index % 40 === 7 ? 'local perdu' : null,
    startedOn: index % 17 === 9 ? null : String(1992 + Math.floor((index / count) * 33)),
    endedOn: index % 40 === 7 ? '2025' : null,
    territoryCode: `cog:${10000 + index}`,
    territory: `Saint-Lieu ${index}`,
    territoryWithin: 'Savoie',
    generation: from.length,
    isOtherParent: false,
    replicatedByCount: taken.get(index) ?? 0,
    elementCount: 4,
    added: 1,
  }))
  const links = parents.flatMap((from, child) =>
    from.map((parent): LinkRow => ({
      id: `i${child}>i${parent}`,
      child: `i${child}`,
      parent: `i${parent}`,
      level: levels[child % 3] ?? 'REDONE',
      mode: null,
      since: null,
      note: null,
      source: 'https://example.org',
      kept: 2,
      adapted: child % 3,
      dropped: child % 2,
    })),
  )
  return { initiatives, links }
}
