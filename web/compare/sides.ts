import { roleFamilies, roleFamily, type PartnerRole, type RoleFamily } from '../ui/roles.ts'
import type { Compared } from './query.ts'

type Both<Of> = readonly [Of, Of]
type RoleEdge = Compared['partnersConnection']['edges'][number]
export type Taking = {
  id: string
  name: string
  /** True when it takes part in both, in whatever role. */
  isShared: boolean
  roles: { id: string; role: PartnerRole; since: string | null; until: string | null; source: string }[]
}

/** Who carries, funds, supports, governs and relays each of two, those of both first; families in which nobody is are left out. */
export function takingPart(both: Both<Compared>): { family: RoleFamily; sides: Taking[][] }[] {
  const edges = both.map(({ partnersConnection }) => partnersConnection.edges)
  const ids = edges.map((side) => new Set(side.map(({ node }) => node.id)))
  const isShared = (id: string) => ids.every((side) => side.has(id))
  return roleFamilies
    .map((family) => ({
      family,
      sides: edges.map((side) =>
        byPartner(
          side.filter(({ properties }) => roleFamily(properties.role) === family),
          isShared,
        ),
      ),
    }))
    .filter(({ sides }) => sides.some((side) => side.length > 0))
}

function byPartner(edges: readonly RoleEdge[], isShared: (id: string) => boolean): Taking[] {
  const partners = new Map<string, Taking>()
  for (const { node, properties } of edges) {
    const known = partners.get(node.id) ?? { ...node, isShared: isShared(node.id), roles: [] }
    known.roles.push(properties)
    partners.set(node.id, known)
  }
  return [...partners.values()].toSorted(
    (a, b) => Number(b.isShared) - Number(a.isShared) || a.name.localeCompare(b.name),
  )
}

type Use = { id: string; source: string; way: 'uses' | 'enriches' }
/** The commons of two initiatives, those of both first, with what each does with them. */
export function commonsOf(both: Both<Compared>) {
  const rows = new Map<string, { id: string; name: string; sides: [Use[], Use[]] }>()
  for (const [at, initiative] of [both[0], both[1]].entries()) {
    const uses = [
      ...initiative.usesConnection.edges.map((edge) => ({ ...edge, way: 'uses' as const })),
      ...initiative.contributesToConnection.edges.map((edge) => ({ ...edge, way: 'enriches' as const })),
    ]
    for (const { node, properties, way } of uses) {
      const row = rows.get(node.id) ?? { ...node, sides: [[], []] }
      row.sides[at === 0 ? 0 : 1].push({ ...properties, way })
      rows.set(node.id, row)
    }
  }
  const isShared = ({ sides }: { sides: Use[][] }) => sides.every((side) => side.length > 0)
  return [...rows.values()]
    .map((row) => ({ ...row, isShared: isShared(row) }))
    .toSorted((a, b) => Number(b.isShared) - Number(a.isShared) || a.name.localeCompare(b.name))
}

type Result = Compared['results'][number]
/** What was measured of two initiatives, an indicator in one unit a row, those measured in both first; never added up. */
export function measuredIn(both: Both<Compared>) {
  const rows = new Map<string, { key: string; indicator: string; sides: [Result[], Result[]] }>()
  for (const [at, { results }] of [both[0], both[1]].entries())
    for (const result of results.toSorted((a, b) => (a.period ?? '9999').localeCompare(b.period ?? '9999'))) {
      const key = `${result.indicator}\n${result.unit}`
      const row = rows.get(key) ?? { key, indicator: result.indicator, sides: [[], []] }
      row.sides[at === 0 ? 0 : 1].push(result)
      rows.set(key, row)
    }
  const measured = ({ sides }: { sides: Result[][] }) => sides.filter((side) => side.length > 0).length
  return [...rows.values()].toSorted(
    (a, b) => measured(b) - measured(a) || a.indicator.localeCompare(b.indicator),
  )
}
