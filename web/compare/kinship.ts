import type { Lineage } from './query.ts'

type Member = { id: string; name: string }

/** What two initiatives have in common above them: the nearest one both came from, and the way down to each. */
export type Kinship = {
  origin: Member
  /** From the origin to the first and to the second, both ends included; alone when it is the origin itself. */
  ways: readonly [Member[], Member[]]
}

/** The nearest initiative that two lineages share, or one of the two that the other came from; nothing when none is known. */
export function kinshipOf(first: Lineage, second: Lineage): Kinship | null {
  const heights = new Map(second.initiatives.map(({ id, generation }) => [id, -generation]))
  const shared = first.initiatives
    .flatMap((one) => {
      const height = heights.get(one.id)
      return height === undefined ? [] : [{ one, distance: height - one.generation }]
    })
    .toSorted((a, b) => a.distance - b.distance || a.one.name.localeCompare(b.one.name))[0]?.one
  if (!shared) return null
  return { origin: shared, ways: [wayDown(first, shared.id), wayDown(second, shared.id)] }
}

/** The shortest way from an ancestor to the one whose lineage it is. */
function wayDown({ initiatives, links }: Lineage, origin: string): Member[] {
  const names = new Map(initiatives.map(({ id, name }) => [id, name]))
  const start = initiatives.find(({ generation }) => generation === 0)?.id
  if (start === undefined) return []
  const cameBy = new Map<string, string | null>([[start, null]])
  // A map goes on to what is added while it is walked: nearest first.
  for (const [child] of cameBy) {
    if (child === origin) break
    for (const link of links)
      if (link.child === child && !cameBy.has(link.parent)) cameBy.set(link.parent, child)
  }
  const way: Member[] = []
  for (let at: string | null | undefined = origin; at != null; at = cameBy.get(at))
    way.push({ id: at, name: names.get(at) ?? at })
  return way
}
