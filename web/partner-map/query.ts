import { graphql, type ResultOf } from '../graphql.ts'

// What is opened besides is asked for two links deep: the second ones only tell which shown nodes it is tied to.
export const partnerMapQuery = graphql(`
  query PartnerMap($of: [ID!]!, $depth: Int!, $opened: [ID!]!, $opens: Boolean!) {
    partnerMap(of: $of, depth: $depth) {
      total
      truncated
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
    opened: partnerMap(of: $opened, depth: 2, first: 600) @include(if: $opens) {
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
  }
`)

// The carriers and partners of the oldest initiatives: enough to propose where to start.
export const startQuery = graphql(`
  query StartOfMap {
    partners(limit: 100, sort: [{ name: ASC }]) {
      id
      name
      initiatives(limit: 100) {
        id
      }
    }
  }
`)

export type PartnerMapAnswer = ResultOf<typeof partnerMapQuery>
export type MapRows = PartnerMapAnswer['partnerMap']
export type MapNode = MapRows['nodes'][number]
export type MapLink = MapRows['links'][number]
