import { graphql, type ResultOf } from '../graphql.ts'

export const territoryQuery = graphql(`
  query TerritorySheet($id: ID!) {
    territory(code: $id) {
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
          partOf(limit: 5) {
            code
            name
            level
          }
        }
      }
    }
  }
`)

export type Territory = NonNullable<ResultOf<typeof territoryQuery>['territory']>

// What is counted and listed comes after the head of the page: a country takes a second.
export const countsQuery = graphql(`
  query TerritoryCountsHere($id: ID!) {
    territory(code: $id) {
      counts {
        initiatives
        partners
        partnersBased
        inspired
        redone
        scaled
      }
      funded: counts(roles: [FUNDER]) {
        partners
      }
    }
  }
`)

export type Counts = NonNullable<ResultOf<typeof countsQuery>['territory']>['counts']

export const hereQuery = graphql(`
  query TerritoryHere($id: ID!, $first: Int!) {
    initiatives(territory: $id, first: $first) {
      id
      name
      status
      startedOn
      endedOn
      source
      territories(limit: 3) {
        code
        name
      }
    }
    partners(territory: $id, first: $first) {
      id
      name
      kind
      source
      basedIn(limit: 3) {
        code
        name
      }
    }
  }
`)

export type Here = ResultOf<typeof hereQuery>

// Which levels lie inside: a country of communes alone has no regions to show.
export const levelsQuery = graphql(`
  query TerritoryLevels($id: ID!) {
    REGION: territoryCounts(inside: $id, level: REGION, first: 1) {
      total
    }
    DEPARTMENT: territoryCounts(inside: $id, level: DEPARTMENT, first: 1) {
      total
    }
    MUNICIPALITY: territoryCounts(inside: $id, level: MUNICIPALITY, first: 1) {
      total
    }
    INTERCOMMUNALITY: territoryCounts(inside: $id, level: INTERCOMMUNALITY, first: 1) {
      total
    }
    DISTRICT: territoryCounts(inside: $id, level: DISTRICT, first: 1) {
      total
    }
  }
`)

export const insideQuery = graphql(`
  query TerritoryInside($id: ID!, $level: TerritoryLevel!) {
    territoryCounts(inside: $id, level: $level, first: 1000) {
      total
      territories {
        code
        name
        initiatives
        partnersBased
        inspired
        redone
        scaled
      }
    }
  }
`)

export type Inside = ResultOf<typeof insideQuery>['territoryCounts']['territories'][number]

export const fitQuery = graphql(`
  query TerritoryFit($id: ID!) {
    fitFor(territory: $id, first: 20) {
      total
      level
      populationClass
      themes {
        id
        name
      }
      models {
        id
        name
        summary
        example
        exampleName
        exampleTerritory
        score
        parts {
          reason
          points
          evidence {
            kind
            id
            name
            points
            territory
            value
          }
        }
        sponsors {
          id
          name
          role
          initiative
          initiativeName
          territory
        }
        ready {
          id
          name
          territory
          asOf
          availableEffort
          isEnough
        }
      }
    }
  }
`)

export type Fit = NonNullable<ResultOf<typeof fitQuery>['fitFor']>
export type Model = Fit['models'][number]
export type Part = Model['parts'][number]
