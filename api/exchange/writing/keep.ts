import { plansFor } from './plans.ts'
import { says } from './plan.ts'
import { LinkRows } from '../kept/linkRows.ts'
import { NodeRows } from '../kept/nodeRows.ts'
import type { Kept } from '../kept/kept.ts'
import type { Fault, Records } from '../record.ts'

/** The records, each once; one that is given twice, not in the same words, is a fault. */
export function keep(records: Records | Kept): { kept: Kept; faults: Fault[] } {
  const faults: Fault[] = []
  const plans = plansFor()
  const { nodes, links } = records
  if (nodes instanceof NodeRows && links instanceof LinkRows) return { kept: { nodes, links }, faults }
  const kept = { nodes: new NodeRows(), links: new LinkRows() }
  const twice = (id: string) => faults.push({ ids: [id], says: `${id}: given twice, not in the same words` })
  for (const row of nodes) {
    const twin = kept.nodes.get(row.id)
    if (!twin) kept.nodes.set(row)
    else if (twin.label !== row.label)
      faults.push({ ids: [row.id], says: `${row.label} ${row.id}: this id is already a ${twin.label}` })
    else if (!says(plans.nodes.stored(twin), plans.nodes.stored(row))) twice(row.id)
  }
  for (const row of links) {
    const twin = kept.links.get(row)
    if (!twin) kept.links.set(row)
    else if (!says(plans.links.stored(twin), plans.links.stored(row))) twice(row.id)
  }
  return { kept, faults }
}
