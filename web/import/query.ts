import { graphql } from '../graphql.ts'

export const networksQuery = graphql(`
  query ImportNetworks($first: Int!) {
    networks(first: $first) {
      id
      name
    }
  }
`)
