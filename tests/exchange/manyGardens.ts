import type { Records } from '../../api/exchange/record.ts'
import { link, node } from './story.ts'

/** So many gardens more, in the Drôme, carried by the town; who has written the first gardens knows both. */
export function manyGardens(number: number): Records {
  const ids = Array.from({ length: number }, (_, at) => `plot-${at}`)
  return {
    nodes: ids.map((id) => node('Initiative', id)),
    links: [
      ...ids.map((id) => link('PARTNERS_IN', 'town', id, { role: 'CARRIER' })),
      ...ids.map((id) => link('ACTS_IN', id, 'dep:26')),
    ],
  }
}
