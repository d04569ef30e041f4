import { graphql } from '../graphql.ts'

export const territoriesQuery = graphql(`
  query TerritoriesNamed($text: String!, $first: Int!) {
    search(text: $text, first: $first, kinds: [TERRITORY]) {
      id
      name
      context
    }
  }
`)

export const territoryQuery = graphql(`
  query TerritoryName($territory: ID!) {
    territory(code: $territory) {
      code
      name
    }
  }
`)
