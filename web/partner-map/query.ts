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

// What opening one node would bring, told before it is opened.
export const expansionsQuery = graphql(`
  query ExpansionsOfMap($id: ID!) {
    partnerMap(of: [$id], depth: 1, first: 5000) {
      nodes {
        id
        kind
        name
      }
      links {
        partner
        initiative
        role
      }
    }
  }
`)

export const pathQuery = graphql(`
  query PathOnMap($from: ID!, $to: ID!) {
    pathBetween(from: $from, to: $to, maxLength: 8, first: 20) {
      length
      total
      truncated
      paths {
        nodes {
          id
          kind
          name
          position
        }
        links {
          id
          type
          position
          start
          end
          role
          level
          since
          until
          source
        }
      }
    }
  }
`)

// Where to start: those who join most, and other ways in.
export const startQuery = graphql(`
  query StartOfMap {
    networks(first: 100) {
      id
      name
      membersConnection(first: 1) {
        totalCount
      }
    }
    territoryCounts(level: REGION) {
      territories {
        code
        name
        initiatives
      }
    }
    themes(first: 100) {
      id
      name
      initiativesConnection(first: 1) {
        totalCount
      }
    }
    initiativesCount
  }
`)

export const joiningQuery = graphql(`
  query JoiningPartners {
    bridges(first: 100) {
      partner {
        id
        name
        centrality {
          degree
          rank
        }
      }
      communities
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
export type PathAnswer = NonNullable<ResultOf<typeof pathQuery>['pathBetween']>
export type Path = PathAnswer['paths'][number]
export type PathLink = Path['links'][number]
export type Figures = NonNullable<ResultOf<typeof figuresQuery>['mapFigures']>
export type Expansions = ResultOf<typeof expansionsQuery>['partnerMap']
/** Why an answer did not come, and how to ask again. */
export type Failure = { reason: string; retry: () => void }
