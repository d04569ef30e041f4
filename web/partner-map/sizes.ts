import { tiesAround, type Network, type Sizing } from './network.ts'

export type Figure = { betweenness?: number | null; reach?: number | null }
const [least, most] = [6, 22]

/**
 * The same network with marks whose area tells a measure; a partner reaches as far as the initiative of its that does
 * so most. Without figures sizes tell links, as they come.
 */
export function sized(whole: Network, by: Sizing, figures: ReadonlyMap<string, Figure> | null): Network {
  if (by === 'links' || !figures) return whole
  const around = by === 'reach' ? tiesAround(whole.ties) : null
  const own = (id: string) => figures.get(id)?.[by] ?? 0
  const values = whole.marks.map(({ id, isInitiative }) => {
    if (isInitiative || !around) return own(id)
    return Math.max(own(id), ...(around.get(id) ?? []).map((tie) => own(tie.initiative)))
  })
  const largest = values.reduce((sum, value) => Math.max(sum, value), 0)
  const sizeOf = (value: number) =>
    Math.round((least + (most - least) * Math.sqrt(largest ? value / largest : 0)) * 10) / 10
  const marks = whole.marks.map((mark, index) => ({ ...mark, size: sizeOf(values[index] ?? 0) }))
  return { ...whole, marks, sizedBy: by }
}
