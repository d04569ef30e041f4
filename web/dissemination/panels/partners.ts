import type { SharedPartnersAnswer } from './query.ts'

type Side = NonNullable<NonNullable<SharedPartnersAnswer['data']>['first']>
export type PartnerEdge = Side['partnersConnection']['edges'][number]

/** Partners of both, by name, with the roles that they have in one or the other. */
export function partnersInCommon(first: readonly PartnerEdge[], second: readonly PartnerEdge[]) {
  const theirs = new Set(second.map(({ node }) => node.id))
  const found = new Map<string, { id: string; name: string; roles: Set<PartnerEdge['properties']['role']> }>()
  for (const { node, properties } of [...first.filter(({ node }) => theirs.has(node.id)), ...second]) {
    const known = found.get(node.id)
    if (known) known.roles.add(properties.role)
    else found.set(node.id, { id: node.id, name: node.name, roles: new Set([properties.role]) })
  }
  const ours = new Set(first.map(({ node }) => node.id))
  return [...found.values()]
    .filter(({ id }) => ours.has(id))
    .map(({ id, name, roles }) => ({ id, name, roles: [...roles].toSorted() }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
