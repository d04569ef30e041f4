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

export const recordedQuery = graphql(`
  query Recorded {
    initiativesCount
    partnersCount
  }
`)

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

/** The small trees of the home page in one question; an id that nobody has brings nothing. */
export const treesQuery = graphql(`
  query FamilyTrees($one: ID!, $two: ID!, $three: ID!, $four: ID!, $five: ID!, $six: ID!, $seven: ID!) {
    one: dissemination(of: $one, first: 60) {
      ...Kin
    }
    two: dissemination(of: $two, first: 60) {
      ...Kin
    }
    three: dissemination(of: $three, first: 60) {
      ...Kin
    }
    four: dissemination(of: $four, first: 60) {
      ...Kin
    }
    five: dissemination(of: $five, first: 60) {
      ...Kin
    }
    six: dissemination(of: $six, first: 60) {
      ...Kin
    }
    seven: dissemination(of: $seven, first: 60) {
      ...Kin
    }
  }
  fragment Kin on Dissemination {
    initiatives {
      id
      name
      startedOn
      endedOn
      status
    }
    links {
      child
      parent
      level
    }
  }
`)

export const latelyQuery = graphql(`
  query Lately($from: PartialDate!, $to: PartialDate!) {
    changesBetween(from: $from, to: $to, first: 1000) {
      truncated
      changes {
        kind
        date
        initiative
        initiativeName
        parent
        parentName
      }
    }
  }
`)

export type Change = ResultOf<typeof latelyQuery>['changesBetween']['changes'][number]
