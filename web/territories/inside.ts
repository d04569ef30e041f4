import type { ResultOf } from '../graphql.ts'
import type { Inside, levelsQuery } from './query.ts'

type Counted = ResultOf<typeof levelsQuery>
export type LevelInside = keyof Counted

// As many rows as one answer holds.
const most = 1000

/** The levels of what lies inside a territory, the widest first; those of too many territories for a table left out. */
export const levelsInside = (counted: Counted): LevelInside[] =>
  order.filter((level) => counted[level].total > 0 && counted[level].total <= most)

const order: LevelInside[] = ['REGION', 'DEPARTMENT', 'MUNICIPALITY', 'INTERCOMMUNALITY', 'DISTRICT']

/** How many replications, of any level, were made there. */
export const taken = ({ inspired, redone, scaled }: Inside): number => inspired + redone + scaled

/** Territories where something is recorded, those with most first. */
export const withSomething = (territories: Inside[]): Inside[] =>
  territories
    .filter(({ initiatives, partnersBased }) => initiatives > 0 || partnersBased > 0)
    .toSorted((a, b) => b.initiatives - a.initiatives || b.partnersBased - a.partnersBased)
