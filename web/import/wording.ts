import { formatNumber, t } from '../messages.ts'

const levels = ['district', 'commune', 'intercommunality', 'department', 'region', 'country'] as const

/** « 12 communes », « 3 sans lieu ». */
export function placeWords(level: string, count: number): string {
  const known = levels.find((each) => each === level) ?? 'none'
  return t(`import.place.${known}`, { count, number: formatNumber(count) })
}

const clues = {
  code: 'import.by.code',
  'postal code': 'import.by.postalCode',
  name: 'import.by.name',
  coordinates: 'import.by.coordinates',
  département: 'import.by.department',
  region: 'import.by.region',
  country: 'import.by.country',
} as const

/** By what places were found: « code postal avec commune ». */
export function clueWords(how: string): string {
  const parts = how.split(' with ').map((part) => {
    const known = Object.entries(clues).find(([clue]) => clue === part)?.[1]
    return known ? t(known) : t('import.by.nothing')
  })
  return parts.join(` ${t('import.by.with')} `)
}
