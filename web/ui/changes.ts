import type { ChangedInitiative } from './changesQuery.ts'

type Parent = ChangedInitiative['replicatesConnection']['edges'][number]
type Kept = ChangedInitiative['keepsConnection']['edges'][number]
type Adapted = ChangedInitiative['adaptsConnection']['edges'][number]
type Element = ChangedInitiative['elements'][number]
export type Change = {
  id: string
  /** The id of the element. */
  element: string
  name: string
  isCore: boolean
  note: string | null
  /** What made the change necessary; absent where no reason is asked for. */
  driver?: Adapted['properties']['driver']
  source: string
}
export type Kind = 'kept' | 'adapted' | 'dropped' | 'added'
export const signs: Record<Kind | 'unknown', string> = {
  kept: '=',
  adapted: '≈',
  dropped: '−',
  added: '+',
  unknown: '?',
}
export type Section = { kind: Kind; changes: Change[] }
export type Changes = {
  sections: Section[]
  /** Elements of the parent on which nobody recorded anything: not known, never taken for kept. */
  unknown: Element[]
  /** The same for elements that came from its other parents. */
  elsewhere: { kind: Kind; change: Change; parent: string; link: string }[]
}

/** What an initiative kept, adapted and dropped of one parent, what it added, and what is not known. */
export function changesFrom(initiative: ChangedInitiative, parent: string | null): Changes {
  const owners = new Map<string, Parent[]>()
  for (const edge of initiative.replicatesConnection.edges)
    for (const { id } of edge.node.elements) owners.set(id, [...(owners.get(id) ?? []), edge])
  const isFrom = ({ element }: Change) => owners.get(element)?.some(({ node }) => node.id === parent) ?? false
  const taken = treatmentsOf(initiative)
  const known = new Set(taken.flatMap(({ changes }) => changes.map(({ element }) => element)))
  const own = initiative.replicatesConnection.edges.find(({ node }) => node.id === parent)
  return {
    sections: [
      ...taken.map(({ kind, changes }) => ({ kind, changes: changes.filter(isFrom) })),
      { kind: 'added', changes: initiative.elements.map(added) },
    ],
    unknown: own?.node.elements.filter(({ id }) => !known.has(id)) ?? [],
    elsewhere: taken.flatMap(({ kind, changes }) =>
      changes.flatMap((change) => {
        const owner = isFrom(change) ? undefined : owners.get(change.element)?.[0]
        return owner ? [{ kind, change, parent: owner.node.name, link: owner.properties.id }] : []
      }),
    ),
  }
}

/** One line of the comparison with a parent: its element, and what was made of it; one of the two may be missing. */
export type Pair = { id: string; kind: Kind | 'unknown'; element: Element | null; made: Change | null }

/** The model of a parent beside what became of it: its core first, then what was added. */
export function pairsWith(initiative: ChangedInitiative, parent: string): Pair[] {
  const { sections } = changesFrom(initiative, parent)
  const model =
    initiative.replicatesConnection.edges.find(({ node }) => node.id === parent)?.node.elements ?? []
  const taken = sections.filter(({ kind }) => kind !== 'added')
  const ofModel = model
    .toSorted((a, b) => Number(b.core) - Number(a.core))
    .flatMap((element): Pair[] => {
      const made = taken.flatMap(({ kind, changes }) =>
        changes.filter((one) => one.element === element.id).map((one) => ({ kind, made: one })),
      )
      if (made.length === 0) return [{ id: element.id, kind: 'unknown', element, made: null }]
      return made.map((one) => ({ id: one.made.id, element, ...one }))
    })
  const news = initiative.elements
    .map(added)
    .map((made): Pair => ({ id: made.id, kind: 'added', element: null, made }))
  return [...ofModel, ...news]
}

/** What an initiative kept, adapted and dropped, of whichever parent. */
function treatmentsOf(initiative: ChangedInitiative): Section[] {
  return [
    { kind: 'kept', changes: initiative.keepsConnection.edges.map(change) },
    {
      kind: 'adapted',
      changes: initiative.adaptsConnection.edges.map((edge) => ({
        ...change(edge),
        driver: edge.properties.driver,
      })),
    },
    { kind: 'dropped', changes: initiative.dropsConnection.edges.map(change) },
  ]
}

const change = ({ node, properties }: Kept): Change => ({
  id: properties.id,
  element: node.id,
  name: node.name,
  isCore: node.core,
  note: properties.note,
  source: properties.source,
})

const added = ({ id, name, core, source }: Element): Change => ({
  id,
  element: id,
  name,
  isCore: core,
  note: null,
  source,
})

/** What two initiatives made of the same elements, a line an element; nothing where nobody recorded anything. */
export type Beside = {
  element: string
  name: string
  isCore: boolean
  first: { kind: Kind; change: Change } | null
  second: { kind: Kind; change: Change } | null
}

export function besides(first: ChangedInitiative, second: ChangedInitiative): Beside[] {
  const lines = new Map<string, Beside>()
  for (const [side, initiative] of [
    ['first', first],
    ['second', second],
  ] as const)
    for (const { kind, changes } of [
      ...treatmentsOf(initiative),
      { kind: 'added' as const, changes: initiative.elements.map(added) },
    ])
      for (const one of changes) {
        const { element, name, isCore } = one
        const line = lines.get(element) ?? { element, name, isCore, first: null, second: null }
        lines.set(element, { ...line, [side]: { kind, change: one } })
      }
  const shared = (line: Beside) => Number(line.first !== null && line.second !== null)
  return [...lines.values()].toSorted((a, b) => shared(b) - shared(a) || Number(b.isCore) - Number(a.isCore))
}
