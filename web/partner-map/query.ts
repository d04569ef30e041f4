import { graphql, type ResultOf } from '../graphql.ts'

// What is opened besides is asked for two links deep: the second ones only tell which shown nodes it is tied to.
export const partnerMapQuery = graphql(`
  query PartnerMap($of: [ID!]!, $depth: Int!, $first: Int!, $opened: [ID!]!, $opens: Boolean!) {
    partnerMap(of: $of, depth: $depth, first: $first) {
      total
      truncated
      starts {
        id
        kind
        name
      }
      leftOut {
        kind
        depth
        count
      }
      ...Drawn
    }
    opened: partnerMap(of: $opened, depth: 2, first: 5000) @include(if: $opens) {
      truncated
      ...Drawn
    }
  }

  fragment Drawn on PartnerMap {
    nodes {
      id
      kind
      name
      depth
      degree
      partnerKind
      status
      startedOn
      endedOn
      familyId
      familyName
      territory
      withinCode
      within
    }
    links {
      id
      partner
      initiative
      role
      since
      until
      note
      source
    }
    memberships {
      node
      network
      name
      isHead
      since
      until
      tier
      source
    }
    recorders {
      network
      name
      licence
    }
  }
`)

// What is computed on the whole graph, of all that the map may show.
export const figuresQuery = graphql(`
  query FiguresOfMap($of: [ID!]!, $depth: Int!, $first: Int!) {
    insights {
      isStale
    }
    mapFigures(of: $of, depth: $depth, first: $first) {
      nodes {
        id
        x
        y
        communityId
        betweenness
        reach
      }
      communities {
        id
        name
      }
    }
  }
`)

export type PartnerMapAnswer = ResultOf<typeof partnerMapQuery>
export type MapRows = PartnerMapAnswer['partnerMap']
export type MapNode = MapRows['nodes'][number]
export type MapLink = MapRows['links'][number]
export type Membership = MapRows['memberships'][number]
export type Start = MapRows['starts'][number]
export type Figures = NonNullable<ResultOf<typeof figuresQuery>['mapFigures']>
/** Why an answer did not come, and how to ask again. */
export type Failure = { reason: string; retry: () => void }
