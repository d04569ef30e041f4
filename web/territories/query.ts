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
    initiatives(territory: $id, first: 10) {
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
    partners(territory: $id, first: 10) {
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

export type Sheet = ResultOf<typeof territoryQuery>
export type Territory = NonNullable<Sheet['territory']>

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
