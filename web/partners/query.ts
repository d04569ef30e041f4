import { graphql, type ResultOf } from '../graphql.ts'

export const partnerQuery = graphql(`
  query PartnerSheet($id: ID!) {
    partner(id: $id) {
      id
      name
      acronym
      kind
      website
      source
      recordedBy
      recordedOn
      basedIn(limit: 20) {
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
      heads(limit: 100) {
        id
        name
      }
      memberOfConnection(first: 100) {
        edges {
          properties {
            id
            since
            until
            tier
            source
          }
          node {
            id
            name
          }
        }
      }
      stewards(limit: 100) {
        id
        name
        kind
        url
        source
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
            initiatives(limit: 20) {
              id
              name
            }
            initiativesConnection {
              totalCount
            }
          }
        }
      }
      initiativesConnection(first: 100) {
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
          }
        }
      }
    }
  }
`)

export type Partner = NonNullable<ResultOf<typeof partnerQuery>['partner']>
