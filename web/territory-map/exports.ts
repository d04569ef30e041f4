import type { Figure, Sheet } from '../drawing/figure.ts'
import type { Scene } from '../drawing/ink.ts'
import { licenceOf, type Recorder } from '../drawing/licence.ts'
import { t } from '../messages.ts'
import type { MapAddress } from './address.ts'
import { arcKinds, countInWords, cutInWords, groundInWords, points, tints } from './legend.ts'
import type { CountsRow } from './query.ts'
import type { ShownMap } from './shown.ts'

type Numbers = 'initiatives' | 'partners' | 'partnersBased' | 'inspired' | 'redone' | 'scaled'

/** The numbers of a territory, in the order in which tables and files tell them. */
export const columnsOf = () =>
  (['initiatives', 'partners', 'partnersBased', 'inspired', 'redone', 'scaled'] as const).map(
    (key: Numbers) => ({
      key,
      label: t(`territories.column.${key}`),
      value: (row: CountsRow) => row[key],
    }),
  )

/** The map with what explains it. */
export function figureOf(
  scene: Scene,
  about: { title: string; address: MapAddress; where: string; recorders: readonly Recorder[] },
  shown: Pick<ShownMap, 'classes' | 'count' | 'plots' | 'spots' | 'flows'>,
): Figure {
  return {
    title: about.title,
    note: [
      ...(shown.plots.length > 0 ? [countInWords(about.address)] : []),
      cutInWords(shown),
      ...(shown.flows.length > 0 ? [t('territories.key.arcs')] : []),
      groundInWords(about.address),
    ]
      .filter(Boolean)
      .join(' '),
    legend: [...tints(shown), ...points(shown), ...arcKinds(shown)],
    scene,
    date: about.address.on,
    licence: licenceOf(about.recorders),
    address: about.where,
  }
}

/** The rows of the table, with the codes that tools join by. */
export function sheetOf(rows: readonly CountsRow[], nameOf: (code: string) => string): Sheet {
  const columns = columnsOf()
  return {
    columns: [t('territories.column.name'), ...columns.map(({ label }) => label), 'code'],
    rows: rows.map((row) => [nameOf(row.code), ...columns.map(({ value }) => value(row)), row.code]),
  }
}
