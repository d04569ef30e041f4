import { graphql, type ResultOf } from '../graphql.ts'

export const disseminationQuery = graphql(`
  query Dissemination($of: ID!, $first: Int!, $levels: [ReplicationLevel!], $territory: ID) {
    dissemination(of: $of, first: $first, levels: $levels, territory: $territory) {
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
        added
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
      recorders {
        network
        name
        licence
      }
    }
  }
`)

export type Dissemination = NonNullable<ResultOf<typeof disseminationQuery>['dissemination']>
export type InitiativeRow = Dissemination['initiatives'][number]
export type LinkRow = Dissemination['links'][number]
export type Level = LinkRow['level']
