import { t } from '../messages.ts'
import { listHref } from '../ui/links.ts'
import type { RecordRow } from '../ui/rows.ts'
import type { Recorded } from './query.ts'

type Place = Recorded['countries']['territories'][number]
export type Places = { level: 'REGION' | 'COUNTRY'; territories: Place[] }

/**
 * Where the initiatives that a network recorded act, where most do first: by regions when more of them act in France than
 * in all other countries, else by countries.
 */
export function placesOf({ regions, countries }: Recorded): Places {
  const inFrance = countries.territories.find(({ code }) => code === 'iso:FR')?.initiatives ?? 0
  const elsewhere = countries.territories.reduce((sum, { initiatives }) => sum + initiatives, 0) - inFrance
  const level = inFrance > elsewhere ? 'REGION' : 'COUNTRY'
  const { territories } = level === 'REGION' ? regions : countries
  return {
    level,
    territories: territories
      .filter(({ initiatives }) => initiatives > 0)
      .toSorted((a, b) => b.initiatives - a.initiatives || a.name.localeCompare(b.name)),
  }
}

/** These places as rows, each leading to the initiatives of this network there. */
export const whereRows = (territories: readonly Place[], network: string): RecordRow[] =>
  territories.map(({ code, name, initiatives }) => ({
    ...{ key: code, name, href: listHref('initiatives', { recorder: network, territory: code }) },
    says: [t('network.records.initiatives', { count: initiatives })],
  }))
