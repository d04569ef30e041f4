import { graphql, type ResultOf } from '../graphql.ts'

// The family's name is known to the map's rows; one node of it is asked along.
export const initiativeQuery = graphql(`
  query InitiativeSheet($id: ID!) {
    initiative(id: $id) {
      id
      name
      summary
      status
      reason
      startedOn
      endedOn
      website
      source
      recordedBy
      recordedOn
      themes(limit: 20) {
        id
        name
      }
      territoriesConnection(first: 20) {
        totalCount
        edges {
          node {
            code
            name
            level
            partOf(limit: 5) {
              name
              level
              partOf(limit: 5) {
                name
                level
                partOf(limit: 5) {
                  name
                  level
                }
              }
            }
          }
        }
      }
      partnersConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            role
            since
            until
            note
            source
          }
          node {
            id
            name
            kind
          }
        }
      }
      replicatesConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            level
            mode
            since
            note
            source
          }
          node {
            id
            name
            territories(limit: 1) {
              name
            }
          }
        }
      }
      replicatedByConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            level
            mode
            since
            note
            source
          }
          node {
            id
            name
            territories(limit: 1) {
              name
            }
          }
        }
      }
      elementsConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            source
          }
          node {
            id
            name
            core
            keptByConnection {
              totalCount
            }
            adaptedByConnection {
              totalCount
            }
            droppedByConnection {
              totalCount
            }
          }
        }
      }
      keepsConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            note
            source
          }
          node {
            id
            name
            core
            initiatives(limit: 1) {
              id
              name
            }
          }
        }
      }
      adaptsConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            driver
            note
            source
          }
          node {
            id
            name
            core
            initiatives(limit: 1) {
              id
              name
            }
          }
        }
      }
      dropsConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            note
            source
          }
          node {
            id
            name
            core
            initiatives(limit: 1) {
              id
              name
            }
          }
        }
      }
      usesConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            since
            source
          }
          node {
            id
            name
            kind
            licence
            url
          }
        }
      }
      contributesToConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            since
            source
          }
          node {
            id
            name
            kind
            licence
            url
          }
        }
      }
      resultsConnection(first: 100) {
        totalCount
        edges {
          node {
            id
            indicator
            value
            unit
            period
            method
            source
          }
        }
      }
      grantsConnection(first: 100) {
        totalCount
        edges {
          node {
            id
            amount
            currency
            awardedOn
            programme
            source
            awardedBy(limit: 1) {
              id
              name
            }
            initiativesConnection {
              totalCount
            }
          }
        }
      }
    }
    partnerMap(of: [$id], depth: 1, first: 1) {
      nodes {
        id
        familyId
        familyName
      }
    }
  }
`)

export type Initiative = NonNullable<ResultOf<typeof initiativeQuery>['initiative']>
export type Partnership = Initiative['partnersConnection']['edges'][number]
export type Replication = Initiative['replicatesConnection']['edges'][number]
