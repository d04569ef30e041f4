import { graphql, type ResultOf } from '../graphql.ts'
import { initiativeHref, mapHref, partnerHref } from '../ui/links.ts'

export const searchQuery = graphql(`
  query Search($text: String!, $first: Int!) {
    search(text: $text, first: $first) {
      id
      kind
      name
      context
    }
  }
`)

type Found = ResultOf<typeof searchQuery>['search'][number]
export type Hit = Found & { href: string }

const hrefs: Partial<Record<Found['kind'], (id: string) => string>> = {
  INITIATIVE: initiativeHref,
  PARTNER: partnerHref,
  NETWORK: mapHref,
}

/** The finds that lead somewhere, the best first, at most `count` of them. */
export function leading(found: Found[], count: number): Hit[] {
  return found
    .flatMap((hit) => {
      const href = hrefs[hit.kind]?.(hit.id)
      return href ? [{ ...hit, href }] : []
    })
    .slice(0, count)
}

/** The finds of these kinds, the best first, at most `count` of them; they need not lead anywhere. */
export function pickable(found: Found[], kinds: readonly Found['kind'][], count: number): Hit[] {
  return found
    .filter(({ kind }) => kinds.includes(kind))
    .slice(0, count)
    .map((hit) => ({ ...hit, href: hrefs[hit.kind]?.(hit.id) ?? '' }))
}
