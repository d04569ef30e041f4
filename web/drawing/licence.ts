import { t } from '../messages.ts'

/** A network whose records a picture holds; its licence is null when it states none. */
export type Recorder = { network: string; name: string; licence: string | null }

/** Whose data a picture holds and under which licence, each once, as a sentence; empty when nobody recorded any. */
export function licenceOf(recorders: readonly Recorder[]): string {
  const each = new Map(recorders.map((one) => [one.network, one]))
  const who = [...each.values()].map(({ name, licence }) =>
    licence ? t('export.recorder', { name, licence }) : t('export.unlicensed', { name }),
  )
  return who.length ? t('export.data', { who: who.join(', ') }) : ''
}
