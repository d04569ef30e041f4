import { graphql, type ResultOf } from '../graphql.ts'

export const partnerQuery = graphql(`
  query PartnerSheet($id: ID!) {
    partner(id: $id) {
      id
      name
      acronym
      kind
      website
      source
      recordedBy
      recordedOn
      basedIn(limit: 20) {
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
      heads(limit: 100) {
        id
        name
        source
      }
      memberOfConnection(first: 100) {
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
          }
        }
      }
      stewards(limit: 100) {
        id
        name
        kind
        licence
        source
      }
      identifiersConnection(first: 50) {
        edges {
          properties {
            id
            source
            recordedBy
          }
          node {
            id
            scheme
            value
            validFrom
            validUntil
            identifies(limit: 5) {
              id
              name
            }
          }
        }
      }
      sameAsConnection(first: 50) {
        edges {
          properties {
            id
            status
            evidence
            score
            source
            recordedBy
          }
          node {
            id
            name
          }
        }
      }
      sponsorshipsGiven(limit: 50) {
        ...Accompanied
      }
      sponsorshipsReceived(limit: 50) {
        ...Accompanied
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
            initiatives(limit: 20) {
              id
              name
            }
            initiativesConnection {
              totalCount
            }
          }
        }
      }
      initiativesConnection(first: 100) {
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
          }
        }
      }
    }
    initiativesCount(partner: $id)
  }

  fragment Accompanied on Sponsorship {
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
`)

export type Partner = NonNullable<ResultOf<typeof partnerQuery>['partner']>

// Where a partner is on its way to take up one more initiative; few have said so.
export const pathsQuery = graphql(`
  query PartnerPaths($id: ID!) {
    partner(id: $id) {
      id
      enrolledInConnection(first: 50) {
        edges {
          properties {
            id
            status
            since
            until
            reason
            committedOn
            isAutonomous
            source
          }
          node {
            id
            name
            programme(limit: 1) {
              id
              name
              runBy(limit: 1) {
                id
              }
            }
          }
        }
      }
      readiness(limit: 20) {
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
      gave(limit: 20) {
        id
        source
        presents(limit: 1) {
          id
          name
        }
        event(limit: 1) {
          id
          name
          heldOn
        }
      }
    }
  }
`)

export type Paths = NonNullable<ResultOf<typeof pathsQuery>['partner']>
