import { graphql, type ResultOf } from '../graphql.ts'

export const territoryCountsQuery = graphql(`
  query TerritoryCounts(
    $level: TerritoryLevel!
    $inside: ID
    $on: PartialDate
    $theme: ID
    $roles: [PartnerRole!]
    $replications: [ReplicationLevel!]
    $recordedBy: ID
  ) {
    territoryCounts(
      level: $level
      inside: $inside
      on: $on
      theme: $theme
      roles: $roles
      levels: $replications
      recordedBy: $recordedBy
      first: 5000
    ) {
      total
      truncated
      territories {
        code
        name
        initiatives
        partners
        partnersBased
        inspired
        redone
        scaled
      }
    }
  }
`)

export const territoryKnownQuery = graphql(`
  query TerritoryKnown($code: ID!) {
    territory(code: $code) {
      code
    }
  }
`)

export const territoryFlowsQuery = graphql(`
  query TerritoryFlows(
    $inside: ID
    $theme: ID
    $roles: [PartnerRole!]
    $replications: [ReplicationLevel!]
    $recordedBy: ID
    $first: Int!
  ) {
    territoryFlows(
      inside: $inside
      theme: $theme
      roles: $roles
      levels: $replications
      recordedBy: $recordedBy
      first: $first
    ) {
      total
      truncated
      places {
        id
        name
        startedOn
        endedOn
        territory
        territoryName
        department
        region
        country
        latitude
        longitude
        since
        until
        isElsewhere
      }
      replications {
        id
        child
        parent
        level
        since
      }
      recorders {
        network
        name
        licence
      }
    }
  }
`)

export const mapFiltersQuery = graphql(`
  query TerritoryMapFilters {
    themes(first: 100) {
      id
      name
    }
  }
`)

export type Counts = ResultOf<typeof territoryCountsQuery>['territoryCounts']
export type CountsRow = Counts['territories'][number]
export type Flows = ResultOf<typeof territoryFlowsQuery>['territoryFlows']
export type PlaceRow = Flows['places'][number]
export type ReplicationRow = Flows['replications'][number]
