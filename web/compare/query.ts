import { graphql, type ResultOf } from '../graphql.ts'

export const comparedQuery = graphql(`
  query ComparedInitiative($id: ID!) {
    initiative(id: $id) {
      id
      name
      summary
      status
      reason
      startedOn
      endedOn
      source
      recordedBy
      recordedOn
      themes(limit: 20) {
        id
        name
      }
      territories(limit: 20) {
        code
        name
      }
      partnersConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            role
            since
            until
            source
          }
          node {
            id
            name
          }
        }
      }
      usesConnection(first: 100) {
        edges {
          properties {
            id
            source
          }
          node {
            id
            name
          }
        }
      }
      contributesToConnection(first: 100) {
        edges {
          properties {
            id
            source
          }
          node {
            id
            name
          }
        }
      }
      results(limit: 100) {
        id
        indicator
        value
        unit
        period
        source
      }
    }
    lineage(of: $id, first: 1000) {
      initiatives {
        id
        name
        generation
      }
      links {
        child
        parent
        level
      }
    }
  }
`)

type Answer = ResultOf<typeof comparedQuery>
export type Compared = NonNullable<Answer['initiative']>
export type Lineage = NonNullable<Answer['lineage']>
