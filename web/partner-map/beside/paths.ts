import type { Path, PathLink } from './queries.ts'

/** One step of a path as it is told: who, and by which links one comes to the next. */
export type Step = { node: Path['nodes'][number]; links: PathLink[] }

/** A path from its start to its end; the links of a step lead to the next one, and the last step has none. */
export function steps({ nodes, links }: Path): Step[] {
  return nodes
    .toSorted((a, b) => a.position - b.position)
    .map((node) => ({ node, links: links.filter(({ position }) => position === node.position) }))
}

/** The marks and ties of the map that a path goes over. */
export function wayOf({ nodes, links }: Path): { marks: ReadonlySet<string>; ties: ReadonlySet<string> } {
  return {
    marks: new Set(nodes.map(({ id }) => id)),
    ties: new Set(
      links.filter(({ type }) => type === 'PARTNERS_IN').map(({ start, end }) => `${start} ${end}`),
    ),
  }
}

/** Partners and initiatives of a path that the map does not show yet. */
export function absent({ nodes }: Path, there: ReadonlySet<string>): string[] {
  return nodes
    .filter(({ id, kind }) => (kind === 'PARTNER' || kind === 'INITIATIVE') && !there.has(id))
    .map(({ id }) => id)
}
