import { graphql, type ResultOf } from '../graphql.ts'

export const territoryOnMapQuery = graphql(`
  query TerritoryOnMap(
    $code: ID!
    $on: PartialDate
    $theme: ID
    $roles: [PartnerRole!]
    $replications: [ReplicationLevel!]
    $recordedBy: ID
  ) {
    territory(code: $code) {
      code
      name
      level
      population
      source
      recordedBy
      recordedOn
      partOf(limit: 5) {
        code
        name
        level
        partOf(limit: 5) {
          code
          name
          level
        }
      }
      counts(on: $on, theme: $theme, roles: $roles, levels: $replications, recordedBy: $recordedBy) {
        initiatives
        partners
        partnersBased
        inspired
        redone
        scaled
      }
    }
    initiatives(
      territory: $code
      on: $on
      theme: $theme
      roles: $roles
      levels: $replications
      recordedBy: $recordedBy
      first: 6
    ) {
      id
      name
      startedOn
    }
    partners(territory: $code, first: 6) {
      id
      name
    }
    families(
      territory: $code
      on: $on
      theme: $theme
      roles: $roles
      levels: $replications
      recordedBy: $recordedBy
      first: 100
    ) {
      id
      name
      here
    }
  }
`)

export type TerritoryOnMap = NonNullable<ResultOf<typeof territoryOnMapQuery>['territory']>
export type FamilyThere = ResultOf<typeof territoryOnMapQuery>['families'][number]
