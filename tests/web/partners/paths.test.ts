import { expect, it } from 'vitest'
import { cohortRows, pitchRows, readinessRows } from '../../../web/partners/paths.ts'
import type { Paths } from '../../../web/partners/query.ts'

const source = 'https://example.org/a'
const said = {
  ...{ availableEffort: null, hasStaff: null, hasFunding: null, isApproved: null },
  ...{ readyFrom: null, readyUntil: null, note: null, source },
}
const paths: Paths = {
  id: 'a:ferme',
  enrolledInConnection: {
    edges: [
      {
        properties: {
          ...{ id: 'e2', status: 'COMPLETED', since: '2024', until: '2024', reason: null, source },
          ...{ committedOn: '2023-12', isAutonomous: true },
        },
        node: {
          id: 'c2',
          name: 'Promotion 2024',
          programme: [{ id: 'a:generateur', name: 'Générateur', runBy: [{ id: 'a:reseau' }] }],
        },
      },
      {
        properties: {
          ...{ id: 'e1', status: 'APPLIED', since: '2022', until: null, reason: 'trop tôt', source },
          ...{ committedOn: null, isAutonomous: null },
        },
        node: { id: 'c1', name: 'Promotion 2022', programme: [] },
      },
    ],
  },
  readiness: [
    { ...said, id: 'r1', asOf: '2022', hasStaff: false },
    { ...said, id: 'r2', asOf: '2024-05', availableEffort: 12, isApproved: true },
  ],
  gave: [
    {
      ...{ id: 'p1', source },
      presents: [{ id: 'a:cantine', name: 'Cantine' }],
      event: [{ id: 'a:jour', name: 'Journée des initiatives', heldOn: '2023' }],
    },
  ],
}

it('a partner’s cohorts stand in the order of time, each leading to its programme', () => {
  const [first, second] = cohortRows(paths)
  expect(first).toMatchObject({ name: 'Promotion 2022', href: undefined, note: 'trop tôt', source })
  expect(first?.says).toEqual(['a candidaté', 'depuis 2022'])
  expect(second).toMatchObject({
    place: 'Générateur',
    href: '/networks/a%3Areseau#a%3Agenerateur',
    isPast: true,
  })
  expect(second?.says).toEqual([
    'est allé au bout',
    'en 2024',
    'sa gouvernance s’est engagée en décembre 2023',
    'a poursuivi par lui-même',
  ])
})

it('what a partner said of its capacity keeps each date, the last first', () => {
  expect(readinessRows(paths).map(({ name, says }) => [name, ...says])).toEqual([
    ['en mai 2024', '12 jours-personne', 'sa gouvernance est d’accord'],
    ['en 2022', 'n’a pas l’équipe'],
  ])
})

it('what a partner presented leads to the initiative', () => {
  expect(pitchRows(paths)).toEqual([
    {
      ...{ key: 'p1', name: 'Cantine', href: '/initiatives/a%3Acantine', source },
      says: ['Journée des initiatives', 'en 2023'],
    },
  ])
})
