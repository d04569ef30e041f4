import type { Broken } from './breaches.ts'

const said = "source: 's', recordedBy: 'us', recordedOn: '2026'"

/** Changes of the nursery, each of which breaks a rule about programmes. */
export const brokenProgrammes: Broken[] = [
  ['Every programme is run by one network', "MATCH ()-[run:RUNS]->({id: 'path'}) DELETE run", ['path']],
  [
    'No programme is a part of itself',
    `MATCH (call {id: 'call'}), (path {id: 'path'}) CREATE (path)-[:INCLUDES {id: 'back', ${said}}]->(call)`,
    ['call', 'path'],
  ],
  ...[
    ['GATHERS', 'spring'],
    ['OFFERS', 'guide'],
    ['STEERED_BY', 'board'],
  ].flatMap(([type, part]): Broken[] => [
    [
      'Every cohort, support and steering committee belongs to exactly one programme',
      `MATCH ()-[link:${type}]->({id: '${part}'}) DELETE link`,
      [`${part}`],
    ],
    [
      'Every cohort, support and steering committee belongs to exactly one programme',
      `MATCH (path {id: 'path'}), (part {id: '${part}'}) CREATE (path)-[:${type} {id: 'twice', ${said}}]->(part)`,
      [`${part}`],
    ],
  ]),
  [
    'Every cohort, support and steering committee belongs to exactly one programme',
    'MATCH ()-[link:HELD]->() DELETE link',
    ['frost'],
  ],
  ...['SPONSORS', 'ACCOMPANIES', 'ON'].map((type): Broken => [
    'Every sponsorship is of exactly one partner',
    `MATCH ()-[link:${type}]-({id: 'mentoring'}) DELETE link`,
    ['mentoring'],
  ]),
  [
    'Every sponsorship is of exactly one partner',
    `MATCH (east {id: 'east'}), (mentoring {id: 'mentoring'})
     CREATE (east)-[:SPONSORS {id: 'too', ${said}}]->(mentoring)`,
    ['mentoring'],
  ],
  [
    'Every sponsorship is of exactly one partner',
    `MATCH (south {id: 'south'}), (mentoring {id: 'mentoring'})<-[link:SPONSORS]-() DELETE link
     CREATE (south)-[:SPONSORS {id: 'itself', ${said}}]->(mentoring)`,
    ['mentoring'],
  ],
  [
    'Every sponsorship is of exactly one partner',
    `MATCH (honey {id: 'honey'}), (mentoring {id: 'mentoring'})
     CREATE (mentoring)-[:ON {id: 'both', ${said}}]->(honey)`,
    ['mentoring'],
  ],
  [
    'Whoever is accompanied within a cohort is enrolled',
    "MATCH ({id: 'south'})-[link:ENROLLED_IN]->({id: 'autumn'}) DELETE link",
    ['mentoring'],
  ],
  [
    'Every readiness was declared by exactly one partner',
    "MATCH ()-[link:DECLARED]->({id: 'ready-2020'}) DELETE link",
    ['ready-2020'],
  ],
  [
    'Every readiness was declared by exactly one partner',
    `MATCH (east {id: 'east'}), (ready {id: 'ready-2021'})
     CREATE (east)-[:DECLARED {id: 'borrowed', ${said}}]->(ready)`,
    ['ready-2021'],
  ],
  [
    'Every event is convened by a network or a programme',
    'MATCH ()-[link:CONVENES]->() DELETE link',
    ['fair'],
  ],
  ...['GIVEN_AT', 'PRESENTS'].map((type): Broken => [
    'Every event is convened by a network or a programme',
    `MATCH ()-[link:${type}]->() DELETE link`,
    ['cider-in-ten'],
  ]),
  ...(
    [
      ['call', 'closesOn', '2019-12'],
      ['spring', 'endsOn', '2020-08-31'],
      ['autumn', 'opensOn', '2022-02'],
      ['mentoring', 'until', '2022-01'],
      ['ready-2021', 'readyUntil', '2021'],
    ] as const
  ).map(([id, property, date]): Broken => [
    'No programme, cohort, sponsorship or readiness ends before it begins',
    `MATCH (record {id: '${id}'}) SET record.${property} = '${date}'`,
    [id],
  ]),
  ...(
    [
      ['call', "currency = '€'"],
      ['purse', 'currency = null'],
      ['purse', 'leastAmount = 10000.5'],
      ['call', 'budget = -1.0'],
      ['spring', 'size = -1'],
      ['board', 'seats = -1'],
      ['fair', 'participants = -1'],
      ['cider-in-ten', 'minutes = -0.5'],
      ['ready-2021', 'availableEffort = -1.0'],
    ] as const
  ).map(([id, change]): Broken => [
    'Sums of programmes and supports have a currency',
    `MATCH (record {id: '${id}'}) SET record.${change}`,
    [id],
  ]),
]
