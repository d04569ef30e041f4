import type { ResultOf } from '../graphql.ts'
import { graphql } from '../graphql.ts'

export const initiativesQuery = graphql(`
  query InitiativeList($first: Int!, $after: Cursor) {
    initiativeTable(first: $first, after: $after) {
      total
      next
      initiatives {
        id
        name
        status
        startedOn
        endedOn
        territories
        themes
        roles
        partners
        carrier
        levels
        replicatedBy
        source
        recordedBy
      }
      territories {
        code
        name
        level
        partOf
      }
      themes {
        id
        name
        broader
      }
      recorders {
        network
        name
        licence
      }
    }
  }
`)

export const partnersQuery = graphql(`
  query PartnerList($first: Int!, $after: Cursor) {
    partnerTable(first: $first, after: $after) {
      total
      next
      partners {
        id
        name
        acronym
        kind
        website
        territories
        networks
        roles
        initiatives
        source
        recordedBy
      }
      territories {
        code
        name
        level
        partOf
      }
      networks {
        id
        name
      }
      recorders {
        network
        name
        licence
      }
    }
  }
`)

export const commonsQuery = graphql(`
  query CommonsList($first: Int!, $after: Cursor) {
    commonsTable(first: $first, after: $after) {
      total
      next
      commons {
        id
        name
        kind
        licence
        url
        usedBy
        enrichedBy
        stewards
        source
        recordedBy
      }
      recorders {
        network
        name
        licence
      }
    }
  }
`)

export const networksQuery = graphql(`
  query NetworkList($first: Int!, $after: Cursor) {
    networkTable(first: $first, after: $after) {
      total
      next
      networks {
        id
        name
        website
        licence
        heads
        members
        initiatives
        partners
        source
        recordedBy
      }
    }
  }
`)

export type InitiativeTable = ResultOf<typeof initiativesQuery>['initiativeTable']
export type PartnerTable = ResultOf<typeof partnersQuery>['partnerTable']
export type CommonsTable = ResultOf<typeof commonsQuery>['commonsTable']
export type NetworkTable = ResultOf<typeof networksQuery>['networkTable']
