import { t } from '../../messages.ts'
import { signs } from '../../ui/changes.ts'
import type { Cell } from './comparison.ts'

export const cellSigns: Record<Cell['kind'], string> = { ...signs, own: '•', none: '' }

/** What a place did with an element, in words: « Adapté, les besoins du territoire : ateliers le soir ». */
export function cellWords({ kind, change }: Cell): string {
  if (kind === 'none') return t('tree.elements.nothing')
  const what = t(`tree.${kind}.title`)
  const why = change?.driver ? `${what}, ${t(`driver.${change.driver}`)}` : what
  return change?.note ? t('tree.elements.because', { what: why, note: change.note }) : why
}
