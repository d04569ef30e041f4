import { graphql, type ResultOf } from '../graphql.ts'

// The family's name is known to the map's rows; one node of it is asked along.
export const initiativeQuery = graphql(`
  query InitiativeSheet($id: ID!) {
    initiative(id: $id) {
      id
      name
      summary
      status
      reason
      startedOn
      endedOn
      website
      source
      recordedBy
      recordedOn
      themes(limit: 20) {
        id
        name
      }
      territoriesConnection(first: 20) {
        totalCount
        edges {
          node {
            code
            name
            level
            partOf(limit: 5) {
              name
              level
              partOf(limit: 5) {
                name
                level
                partOf(limit: 5) {
                  name
                  level
                }
              }
            }
          }
        }
      }
      partnersConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            role
            since
            until
            note
            source
          }
          node {
            id
            name
            kind
          }
        }
      }
      replicatesConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            level
            mode
            since
            note
            source
          }
          node {
            id
            name
            territories(limit: 1) {
              name
            }
          }
        }
      }
      replicatedByConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            level
            mode
            since
            note
            source
          }
          node {
            id
            name
            territories(limit: 1) {
              name
            }
          }
        }
      }
      elementsConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            source
          }
          node {
            id
            name
            core
            keptByConnection {
              totalCount
            }
            adaptedByConnection {
              totalCount
            }
            droppedByConnection {
              totalCount
            }
          }
        }
      }
      keepsConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            note
            source
          }
          node {
            id
            name
            core
            initiatives(limit: 1) {
              id
              name
            }
          }
        }
      }
      adaptsConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            driver
            note
            source
          }
          node {
            id
            name
            core
            initiatives(limit: 1) {
              id
              name
            }
          }
        }
      }
      dropsConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            note
            source
          }
          node {
            id
            name
            core
            initiatives(limit: 1) {
              id
              name
            }
          }
        }
      }
      usesConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            since
            source
          }
          node {
            id
            name
            kind
            licence
            url
          }
        }
      }
      contributesToConnection(first: 100) {
        totalCount
        edges {
          properties {
            id
            since
            source
          }
          node {
            id
            name
            kind
            licence
            url
          }
        }
      }
      resultsConnection(first: 100) {
        totalCount
        edges {
          node {
            id
            indicator
            value
            unit
            period
            method
            source
          }
        }
      }
      grantsConnection(first: 100) {
        totalCount
        edges {
          node {
            id
            amount
            currency
            awardedOn
            programme
            source
            awardedBy(limit: 1) {
              id
              name
            }
            initiativesConnection {
              totalCount
            }
          }
        }
      }
      sheets(limit: 10) {
        id
        asOf
        audiences
        context
        expectedEffort
        setUpCost
        currency
        strengths
        weaknesses
        opportunities
        threats
        successFactors
        obstacles
        vigilancePoints
        governance
        evaluation
        source
        completeness {
          filled
          total
          missing
        }
      }
      spreadingPlans(limit: 10) {
        id
        asOf
        description
        scope
        objectives
        planning
        budget
        governance
        strategicActors
        evaluation
        source
        completeness {
          filled
          total
          missing
        }
      }
      sponsorships(limit: 100) {
        id
        kinds
        since
        until
        note
        source
        sponsor(limit: 1) {
          id
          name
        }
        accompanies(limit: 1) {
          id
          name
        }
      }
      takenUpIn(limit: 50) {
        id
        name
        startsOn
        endsOn
        source
        programme(limit: 1) {
          id
          name
          runBy(limit: 1) {
            id
            name
          }
        }
      }
      broughtTo(limit: 50) {
        id
        name
        startsOn
        endsOn
        source
        programme(limit: 1) {
          id
          name
          runBy(limit: 1) {
            id
            name
          }
        }
      }
    }
    partnerMap(of: [$id], depth: 1, first: 1) {
      nodes {
        id
        familyId
        familyName
      }
    }
  }
`)

export type Initiative = NonNullable<ResultOf<typeof initiativeQuery>['initiative']>
export type Partnership = Initiative['partnersConnection']['edges'][number]
export type Replication = Initiative['replicatesConnection']['edges'][number]
export type Sheet = Initiative['sheets'][number]
export type Plan = Initiative['spreadingPlans'][number]
export type Cohort = Initiative['takenUpIn'][number]

export const familyQuery = graphql(`
  query SmallFamily($of: ID!) {
    dissemination(of: $of, first: 1000) {
      total
      initiatives {
        id
        name
        status
        startedOn
        endedOn
      }
      links {
        child
        parent
        level
      }
    }
  }
`)

export const missingPartnersQuery = graphql(`
  query MissingPartners($id: ID!) {
    missingPartners(of: $id, first: 3) {
      sisters
      roles {
        role
        sisters
        partners {
          takesPart
          sisters
          partner {
            id
            name
          }
          territory {
            code
            name
          }
          knownThrough {
            id
            name
          }
          hasRoleIn {
            id
            name
          }
        }
      }
    }
  }
`)
