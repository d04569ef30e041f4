import { t } from '../messages.ts'
import { listHref } from '../ui/links.ts'
import type { RecordRow } from '../ui/rows.ts'
import type { Place } from './query.ts'

/** True when more of the initiatives act in France than in all other countries: then regions say more than countries. */
export function isMostlyFrench(countries: readonly Place[]): boolean {
  const all = countries.reduce((sum, { initiatives }) => sum + initiatives, 0)
  const inFrance = countries.find(({ code }) => code === 'iso:FR')?.initiatives ?? 0
  return inFrance > all - inFrance
}

/** Those where initiatives act, where most do first. */
export const withMostFirst = (territories: readonly Place[]): Place[] =>
  territories
    .filter(({ initiatives }) => initiatives > 0)
    .toSorted((a, b) => b.initiatives - a.initiatives || a.name.localeCompare(b.name))

/** These places as rows, each leading to the initiatives of this network there. */
export const whereRows = (territories: readonly Place[], network: string): RecordRow[] =>
  territories.map(({ code, name, initiatives }) => ({
    ...{ key: code, name, href: listHref('initiatives', { recorder: network, territory: code }) },
    says: [t('network.records.initiatives', { count: initiatives })],
  }))
