import { graphql, type ResultOf } from '../graphql.ts'

export const changesQuery = graphql(`
  query Changes($id: ID!) {
    initiative(id: $id) {
      id
      name
      summary
      source
      replicatesConnection(first: 100) {
        edges {
          node {
            id
            name
            elements {
              id
              name
              core
              source
            }
          }
          properties {
            id
            level
            mode
            since
            note
            source
          }
        }
      }
      elements {
        id
        name
        core
        source
      }
      keepsConnection(first: 100) {
        edges {
          node {
            id
            name
            core
          }
          properties {
            id
            note
            source
          }
        }
      }
      adaptsConnection(first: 100) {
        edges {
          node {
            id
            name
            core
          }
          properties {
            id
            driver
            note
            source
          }
        }
      }
      dropsConnection(first: 100) {
        edges {
          node {
            id
            name
            core
          }
          properties {
            id
            note
            source
          }
        }
      }
    }
  }
`)

/** An initiative with what it kept, adapted, dropped and added. */
export type ChangedInitiative = NonNullable<ResultOf<typeof changesQuery>['initiative']>
