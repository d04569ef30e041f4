import type { CombinedError } from '@urql/core'
import { graphql, type ResultOf } from '../../graphql.ts'
import type { changesQuery } from '../../ui/changesQuery.ts'

export const sharedPartnersQuery = graphql(`
  query SharedPartners($id: ID!, $second: ID!) {
    first: initiative(id: $id) {
      id
      partnersConnection(first: 100) {
        edges {
          node {
            id
            name
          }
          properties {
            id
            role
          }
        }
      }
    }
    second: initiative(id: $second) {
      id
      partnersConnection(first: 100) {
        edges {
          node {
            id
            name
          }
          properties {
            id
            role
          }
        }
      }
    }
  }
`)

export const commonsQuery = graphql(`
  query FamilyCommons($of: ID!, $first: Int!) {
    commonsReuse(of: $of, first: $first) {
      total
      truncated
      commonsTotal
      commons {
        id
        name
        kind
        licence
        url
        usesCount
        enrichesCount
        lacksCount
        uses
        enriches
        lacks
      }
    }
  }
`)

export const comparisonQuery = graphql(`
  query Comparison($of: ID!, $depth: Int!, $first: Int!) {
    compareReplications(of: $of, depth: $depth, first: $first) {
      total
      truncated
      places {
        id
        name
        parent
        territory
        notKnown
      }
      elementsTotal
      elements {
        id
        name
        core
        initiative
      }
      changes {
        element
        place
        treatment
        driver
        note
        source
      }
      measures {
        indicator
        unit
        places
      }
      resultsTotal
      results {
        id
        indicator
        unit
        initiative
        value
        period
        method
        source
      }
    }
  }
`)

export type Answer<Data> = { data?: Data; error?: CombinedError; fetching: boolean }
export type ChangesAnswer = Answer<ResultOf<typeof changesQuery>>
export type SharedPartnersAnswer = Answer<ResultOf<typeof sharedPartnersQuery>>
export type CommonsAnswer = Answer<ResultOf<typeof commonsQuery>>
export type Commons = NonNullable<ResultOf<typeof commonsQuery>['commonsReuse']>['commons'][number]
export type ComparisonAnswer = Answer<ResultOf<typeof comparisonQuery>>
export type Comparison = NonNullable<ResultOf<typeof comparisonQuery>['compareReplications']>
/** What the panels need of the API, each asked when its panel opens. */
export type Answers = {
  changes: ChangesAnswer
  changesOfSecond: ChangesAnswer
  partners: SharedPartnersAnswer
  commons: CommonsAnswer
  comparison: ComparisonAnswer
}
