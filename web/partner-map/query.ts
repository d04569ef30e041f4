import { graphql, type ResultOf } from '../graphql.ts'

// What is opened besides is asked for two links deep: the second ones only tell which shown nodes it is tied to.
export const partnerMapQuery = graphql(`
  query PartnerMap($of: [ID!]!, $depth: Int!, $opened: [ID!]!, $opens: Boolean!) {
    partnerMap(of: $of, depth: $depth) {
      total
      truncated
      ...Drawn
    }
    opened: partnerMap(of: $opened, depth: 2, first: 600) @include(if: $opens) {
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
  }
`)

// Where to start: the initiatives that families come from and some more, then who is around them.
export const startQuery = graphql(`
  query StartOfMap {
    families(first: 30) {
      id
    }
    initiatives(first: 100) {
      id
    }
  }
`)

export const aroundQuery = graphql(`
  query AroundStart($of: [ID!]!) {
    partnerMap(of: $of, depth: 1, first: 1000) {
      nodes {
        id
        kind
        name
        degree
      }
    }
  }
`)

export type PartnerMapAnswer = ResultOf<typeof partnerMapQuery>
export type MapRows = PartnerMapAnswer['partnerMap']
export type MapNode = MapRows['nodes'][number]
export type MapLink = MapRows['links'][number]
