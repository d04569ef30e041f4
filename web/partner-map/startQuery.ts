import { graphql, type ResultOf } from '../graphql.ts'

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

export type StartAnswer = ResultOf<typeof startQuery>
export type Bridges = NonNullable<ResultOf<typeof joiningQuery>['bridges']>
