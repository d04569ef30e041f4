import type { ChangedInitiative } from './query.ts'

type Kept = ChangedInitiative['keepsConnection']['edges'][number]
type Adapted = ChangedInitiative['adaptsConnection']['edges'][number]
export type Change = {
  id: string
  name: string
  isCore: boolean
  note: string | null
  /** What made the change necessary; absent where no reason is asked for. */
  driver?: Adapted['properties']['driver']
  source: string
}
export type Kind = 'kept' | 'adapted' | 'dropped' | 'added'
export type Changes = {
  sections: { kind: Kind; sign: string; changes: Change[] }[]
  /** The same for elements that came from its other parents. */
  elsewhere: { kind: Kind; sign: string; change: Change; parent: string; link: string }[]
}

const change = ({ node, properties }: Kept): Change => ({
  id: properties.id,
  name: node.name,
  isCore: node.core,
  note: properties.note,
  source: properties.source,
})

/** What an initiative kept, adapted and dropped of one parent, and what it added. */
export function changesFrom(initiative: ChangedInitiative, parent: string | null): Changes {
  const owners = new Map<string, { parent: string; name: string; link: string }[]>()
  for (const { node, properties } of initiative.replicatesConnection.edges)
    for (const element of node.elements) {
      const owner = { parent: node.id, name: node.name, link: properties.id }
      owners.set(element.id, [...(owners.get(element.id) ?? []), owner])
    }
  const isFrom = (element: string) => owners.get(element)?.some((owner) => owner.parent === parent) ?? false
  const told: { kind: Kind; sign: string; all: { element: string; change: Change }[] }[] = [
    { kind: 'kept', sign: '=', all: initiative.keepsConnection.edges.map(withElement) },
    {
      kind: 'adapted',
      sign: '≈',
      all: initiative.adaptsConnection.edges.map((edge) => ({
        element: edge.node.id,
        change: { ...change(edge), driver: edge.properties.driver },
      })),
    },
    { kind: 'dropped', sign: '−', all: initiative.dropsConnection.edges.map(withElement) },
  ]
  return {
    sections: [
      ...told.map(({ kind, sign, all }) => ({
        kind,
        sign,
        changes: all.filter(({ element }) => isFrom(element)).map((one) => one.change),
      })),
      { kind: 'added', sign: '+', changes: initiative.elements.map(added) },
    ],
    elsewhere: told.flatMap(({ kind, sign, all }) =>
      all
        .filter(({ element }) => !isFrom(element))
        .flatMap((one) => {
          const owner = owners.get(one.element)?.[0]
          return owner ? [{ kind, sign, change: one.change, parent: owner.name, link: owner.link }] : []
        }),
    ),
  }
}

const withElement = (edge: Kept) => ({ element: edge.node.id, change: change(edge) })

const added = ({ id, name, core, source }: ChangedInitiative['elements'][number]): Change => ({
  id,
  name,
  isCore: core,
  note: null,
  source,
})
