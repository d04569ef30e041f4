import type { Kept } from '../../api/exchange/kept/kept.ts'
import type { LinkRow, NodeRow } from '../../api/exchange/record.ts'

type Listed = { nodes: NodeRow[]; links: LinkRow[] }

/** What was made, its records as lists to look through. */
export function listed<M extends { records: Kept }>(made: M): Omit<M, 'records'> & { records: Listed } {
  const { nodes, links } = made.records
  return { ...made, records: { nodes: [...nodes], links: [...links] } }
}
