import { t } from '../messages.ts'
import { commonsHref, initiativeHref } from '../ui/links.ts'
import { isPast, period } from '../ui/period.ts'
import type { RecordRow } from '../ui/rows.ts'
import type { Derivation, Use } from './query.ts'

/** Who uses or enriches a commons, since when, those at work first, in the order of time. */
export const useRows = (edges: Use[]): RecordRow[] =>
  edges.toSorted(inTime).map(({ properties, node }) => ({
    key: properties.id,
    name: node.name,
    href: initiativeHref(node.id),
    place: node.territories[0]?.name,
    says: [...(node.status ? [t(`status.${node.status}`)] : []), period(properties.since)],
    source: properties.source,
    isPast: isPast(node.endedOn),
  }))

/** Commons that one was made from, or that were made from it. */
export const derivationRows = (edges: Derivation[]): RecordRow[] =>
  edges
    .map(({ properties, node }) => ({
      ...{ key: properties.id, name: node.name, href: commonsHref(node.id), source: properties.source },
      says: [t(`commonsKind.${node.kind}`), ...(node.licence ? [node.licence] : [])],
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name))

const inTime = (a: Use, b: Use) =>
  Number(isPast(a.node.endedOn)) - Number(isPast(b.node.endedOn)) ||
  (a.properties.since ?? '9999').localeCompare(b.properties.since ?? '9999') ||
  a.node.name.localeCompare(b.node.name)

export type Family = { id: string; name: string; count: number }

type Node = { id: string; familyId: string | null; familyName: string | null }

/** The families that these initiatives belong to, those with most of them first. */
export function familiesOf(nodes: Node[], initiatives: string[]): Family[] {
  const asked = new Set(initiatives)
  const families = new Map<string, Family>()
  for (const { id, familyId, familyName } of nodes) {
    if (!asked.has(id) || !familyId || !familyName) continue
    const family = families.get(familyId) ?? { id: familyId, name: familyName, count: 0 }
    family.count += 1
    families.set(familyId, family)
  }
  return [...families.values()].toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name))
}
