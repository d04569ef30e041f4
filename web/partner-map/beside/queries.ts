import { graphql, type ResultOf } from '../../graphql.ts'

// What opening one node would bring, told before it is opened.
export const expansionsQuery = graphql(`
  query ExpansionsOfMap($id: ID!) {
    partnerMap(of: [$id], depth: 1, first: 5000) {
      nodes {
        id
        kind
        name
      }
      links {
        partner
        initiative
        role
      }
    }
  }
`)

export const pathQuery = graphql(`
  query PathOnMap($from: ID!, $to: ID!) {
    pathBetween(from: $from, to: $to, maxLength: 8, first: 20) {
      length
      total
      truncated
      paths {
        nodes {
          id
          kind
          name
          position
        }
        links {
          id
          type
          position
          start
          end
          role
          level
          since
          until
          source
        }
      }
    }
  }
`)

export type PathAnswer = NonNullable<ResultOf<typeof pathQuery>['pathBetween']>
export type Path = PathAnswer['paths'][number]
export type PathLink = Path['links'][number]
export type Expansions = ResultOf<typeof expansionsQuery>['partnerMap']
