import type { CombinedError } from '@urql/core'
import type { ResultOf } from '../graphql.ts'
import { graphql } from '../graphql.ts'

export const disseminationQuery = graphql(`
  query Dissemination($of: ID!, $first: Int!) {
    dissemination(of: $of, first: $first) {
      total
      truncated
      initiatives {
        id
        name
        familyName
        status
        reason
        startedOn
        endedOn
        territoryCode
        territory
        territoryWithin
        generation
        isOtherParent
        replicatedByCount
        elementCount
      }
      links {
        id
        child
        parent
        level
        mode
        since
        note
        source
        kept
        adapted
        dropped
      }
    }
  }
`)

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

export type Dissemination = NonNullable<ResultOf<typeof disseminationQuery>['dissemination']>
export type InitiativeRow = Dissemination['initiatives'][number]
export type LinkRow = Dissemination['links'][number]
export type Level = LinkRow['level']
export type ChangesAnswer = {
  data?: ResultOf<typeof changesQuery>
  error?: CombinedError
  fetching: boolean
}
export type ChangedInitiative = NonNullable<ResultOf<typeof changesQuery>['initiative']>
