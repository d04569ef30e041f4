import { graphql, type ResultOf } from '../graphql.ts'

export const commonsQuery = graphql(`
  query CommonsSheet($id: ID!) {
    commonsById(id: $id) {
      id
      name
      kind
      licence
      url
      source
      recordedBy
      recordedOn
      stewardsConnection(first: 50) {
        edges {
          properties {
            id
            source
          }
          node {
            id
            name
            kind
          }
        }
      }
      derivesFromConnection(first: 20) {
        edges {
          properties {
            id
            source
          }
          node {
            id
            name
            kind
            licence
          }
        }
      }
      derivativesConnection(first: 20) {
        edges {
          properties {
            id
            source
          }
          node {
            id
            name
            kind
            licence
          }
        }
      }
      usedByConnection(first: 100) {
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
            status
            endedOn
            territories(limit: 1) {
              name
            }
          }
        }
      }
      enrichedByConnection(first: 100) {
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
            status
            endedOn
            territories(limit: 1) {
              name
            }
          }
        }
      }
    }
  }
`)

export type Commons = NonNullable<ResultOf<typeof commonsQuery>['commonsById']>
export type Derivation = Commons['derivesFromConnection']['edges'][number]
export type Use = Commons['usedByConnection']['edges'][number]

// Rows of a map know the family of each initiative.
export const familiesQuery = graphql(`
  query CommonsFamilies($of: [ID!]!) {
    partnerMap(of: $of, depth: 1, first: 100) {
      nodes {
        id
        familyId
        familyName
      }
    }
  }
`)

export const familyQuery = graphql(`
  query CommonsInFamily($of: ID!) {
    commonsReuse(of: $of, first: 1) {
      total
      commons {
        id
        usesCount
        enrichesCount
        lacksCount
      }
    }
  }
`)
