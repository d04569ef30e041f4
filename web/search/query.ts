import { graphql, type ResultOf } from '../graphql.ts'
import { commonsHref, initiativeHref, mapHref, networkHref, partnerHref, territoryHref } from '../ui/links.ts'

export const searchQuery = graphql(`
  query Search($text: String!, $recordKinds: [RecordKind!], $first: Int!) {
    search(text: $text, kinds: $recordKinds, first: $first) {
      id
      kind
      name
      context
    }
  }
`)

export type Found = ResultOf<typeof searchQuery>['search'][number]
type Kind = Found['kind']

const hrefs = {
  INITIATIVE: initiativeHref,
  PARTNER: partnerHref,
  NETWORK: networkHref,
  PROGRAMME: networkHref,
  TERRITORY: territoryHref,
  COMMONS: commonsHref,
  THEME: mapHref,
} satisfies Partial<Record<Kind, (id: string) => string>>

type Openable = keyof typeof hrefs
export type Hit = Omit<Found, 'kind'> & { kind: Openable; href: string }

const isOpenable = (kind: Kind): kind is Openable => Object.hasOwn(hrefs, kind)

/** The finds that lead somewhere, the best first, at most `count` of them. */
export function leading(found: Found[], count: number): Hit[] {
  return found
    .flatMap(({ kind, ...hit }) => (isOpenable(kind) ? [{ ...hit, kind, href: hrefs[kind](hit.id) }] : []))
    .slice(0, count)
}

/** Finds by kind: the kind of the best find first, in each the best first, at most `count` of a kind. */
export function byKind(hits: Hit[], count: number): { kind: Openable; hits: Hit[] }[] {
  const kinds = [...new Set(hits.map(({ kind }) => kind))]
  return kinds.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind).slice(0, count) }))
}
