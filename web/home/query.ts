import { graphql, type ResultOf } from '../graphql.ts'

export const familiesQuery = graphql(`
  query Families($first: Int!) {
    families(first: $first) {
      id
      name
      summary
      startedOn
      initiatives
      generations
      countries
    }
  }
`)

export type Family = ResultOf<typeof familiesQuery>['families'][number]

export const yearsQuery = graphql(`
  query FamilyYears($of: ID!) {
    dissemination(of: $of, first: 300) {
      initiatives {
        id
        startedOn
        generation
        isOtherParent
      }
    }
  }
`)
