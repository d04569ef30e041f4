import { t } from '../messages.ts'
import { during } from '../ui/period.ts'
import type { Figure } from './figure.ts'
import { today } from './time.ts'

/** The last line of a figure: when it was made, what date it shows, whose data it is, where it is found. */
export function footOf({ date, licence, address }: Pick<Figure, 'date' | 'licence' | 'address'>): string {
  return [
    t('export.made', { when: during(today()) }),
    date === null ? t('time.all') : t('export.shows', { when: during(date) }),
    licence || t('export.noLicence'),
    address,
  ].join(' · ')
}
