import { graphql, type ResultOf } from '../graphql.ts'

export const aboutDataQuery = graphql(`
  query AboutData {
    networks(first: 100) {
      id
      name
      licence
      recordedBy
    }
    families(first: 1) {
      id
      name
    }
  }
`)

type Network = ResultOf<typeof aboutDataQuery>['networks'][number]

/** The networks that recorded something: each record says who, networks too. */
export function recordersOf(networks: Network[]): Network[] {
  const recorders = new Set(networks.map(({ recordedBy }) => recordedBy))
  return networks.filter(({ id, licence }) => recorders.has(id) || licence !== null)
}
