import { graphql, type ResultOf } from '../graphql.ts'

// An id of a programme leads here too: to the network that runs it.
export const networkQuery = graphql(`
  query NetworkSheet($id: ID!) {
    network(id: $id) {
      id
      name
      website
      licence
      source
      recordedBy
      recordedOn
      headedByConnection(first: 20) {
        edges {
          properties {
            id
            source
          }
          node {
            id
            name
            kind
            basedIn(limit: 1) {
              name
            }
          }
        }
      }
      membersConnection(first: 1) {
        totalCount
      }
      programmesConnection(first: 1) {
        totalCount
      }
      convenes(limit: 20) {
        id
        name
        heldOn
        summary
        format
        participants
        source
        territories(limit: 1) {
          code
          name
        }
        pitches(limit: 20) {
          id
          presents(limit: 1) {
            id
            name
          }
        }
      }
    }
    programme(id: $id) {
      runBy(limit: 1) {
        id
      }
    }
    initiativesCount(recordedBy: $id)
    partnersCount(recordedBy: $id)
  }
`)

export type Sheet = ResultOf<typeof networkQuery>
export type Network = NonNullable<Sheet['network']>
export type Event = Network['convenes'][number]

// Where what it recorded is; the counts of a large graph take a second, so the sheet does not wait for them.
export const placesQuery = graphql(`
  query NetworkPlaces($id: ID!, $level: TerritoryLevel!, $inside: ID) {
    territoryCounts(level: $level, inside: $inside, recordedBy: $id) {
      territories {
        code
        name
        initiatives
      }
    }
  }
`)

export const familiesQuery = graphql(`
  query NetworkFamilies($id: ID!) {
    families(recordedBy: $id, first: 5) {
      id
      name
      initiatives
    }
  }
`)

export type Place = ResultOf<typeof placesQuery>['territoryCounts']['territories'][number]

export const membersQuery = graphql(`
  query NetworkMembers($id: ID!, $after: String) {
    network(id: $id) {
      membersConnection(first: 100, after: $after, sort: [{ node: { name: ASC } }]) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          properties {
            id
            since
            until
            tier
            source
          }
          node {
            id
            name
            kind
            basedIn(limit: 1) {
              name
            }
          }
        }
      }
    }
  }
`)

export type Member = NonNullable<
  ResultOf<typeof membersQuery>['network']
>['membersConnection']['edges'][number]

// What members said and did for each other; a network of hundreds says little of most of them.
export const exchangesQuery = graphql(`
  query NetworkExchanges($id: ID!) {
    network(id: $id) {
      members(limit: 100, sort: [{ name: ASC }]) {
        id
        name
        sponsorshipsGiven(limit: 5) {
          id
          kinds
          since
          until
          note
          source
          accompanies(limit: 1) {
            id
            name
          }
          on(limit: 1) {
            id
            name
          }
        }
        readiness(limit: 5) {
          id
          asOf
          availableEffort
          hasStaff
          hasFunding
          readyFrom
          readyUntil
          isApproved
          note
          source
        }
      }
    }
  }
`)

export type Exchanges = NonNullable<ResultOf<typeof exchangesQuery>['network']>['members'][number]

export const programmesQuery = graphql(`
  query NetworkProgrammes($id: ID!) {
    network(id: $id) {
      programmes(limit: 20) {
        id
        name
        kind
        summary
        aims
        orientation
        opensOn
        closesOn
        budget
        currency
        website
        source
        includedIn(limit: 5) {
          id
          name
        }
        themes(limit: 10) {
          id
          name
        }
        steeredBy(limit: 3) {
          id
          name
          seats
          tiers
          summary
          source
          members(limit: 10) {
            id
            name
          }
        }
        backedByConnection(first: 20) {
          edges {
            properties {
              id
              since
              until
              note
              source
            }
            node {
              id
              name
            }
          }
        }
        offers(limit: 20) {
          id
          kind
          format
          description
          leastAmount
          mostAmount
          currency
          source
        }
        cohorts(limit: 10) {
          id
          name
          summary
          opensOn
          closesOn
          startsOn
          endsOn
          size
          source
          enrolmentsConnection(first: 20) {
            totalCount
            edges {
              properties {
                id
                status
                since
                until
                reason
                source
              }
              node {
                id
                name
              }
            }
          }
          takesUpConnection(first: 20) {
            edges {
              properties {
                id
                source
              }
              node {
                id
                name
              }
            }
          }
          bringsConnection(first: 20) {
            edges {
              properties {
                id
                source
              }
              node {
                id
                name
              }
            }
          }
          sponsorships(limit: 10) {
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
            on(limit: 1) {
              id
              name
            }
          }
        }
      }
    }
  }
`)

export type Programme = NonNullable<ResultOf<typeof programmesQuery>['network']>['programmes'][number]
export type Cohort = Programme['cohorts'][number]
