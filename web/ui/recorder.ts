import { graphql } from '../graphql.ts'

export const recorderQuery = graphql(`
  query Recorder($id: ID!) {
    network(id: $id) {
      name
      licence
    }
  }
`)
