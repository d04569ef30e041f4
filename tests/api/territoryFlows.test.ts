import { beforeAll, describe, expect, test } from 'vitest'
import { isApart } from '../../web/territory-map/boxes.ts'
import { crosses } from '../../web/territory-map/ways.ts'
import { seed } from '../../api/exchange/sample/sample.ts'
import { link, node } from '../exchange/story.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { initiative, tell, testApi } from './api.ts'
import { mapDrawn } from './mapDrawn.ts'
import { valleys } from './places.ts'

const store = testStore()
const { ask } = testApi(store)

type Place = { id: string; territory: string; isElsewhere: boolean } & Record<string, unknown>
type Replication = { child: string; parent: string } & Record<string, unknown>
type Flows = { total: number; truncated: boolean; places: Place[]; replications: Replication[] }

async function flows(given = '', fields = 'id territory isElsewhere'): Promise<Flows> {
  const { data, errors } = await ask(
    `{ territoryFlows${given && `(${given})`} { total truncated places { ${fields} } replications { child parent level since } } }`,
  )
  expect(errors).toBeUndefined()
  return data?.territoryFlows as unknown as Flows
}
/** Each place as « garden at cog:26113 », and each replication as « orchard of garden », in order of letters. */
const told = ({ places, replications }: Flows) => ({
  here: places.filter((one) => !one.isElsewhere).map(({ id, territory }) => `${id} at ${territory}`),
  elsewhere: places
    .filter((one) => one.isElsewhere)
    .map(({ id, territory }) => `${id} at ${territory}`)
    .sort(),
  links: replications.map(({ child, parent }) => `${child} of ${parent}`).sort(),
})

describe('in the valleys', () => {
  beforeAll(() => {
    const { nodes, links } = valleys()
    const position = { latitude: 48.8, longitude: 2.3 }
    const more = [
      node('Territory', 'cog:75056', { level: 'MUNICIPALITY', name: 'Paris', position }),
      node('Territory', 'cog:75110', { level: 'DISTRICT', name: 'Paris 10e' }),
      initiative('stall', { startedOn: '2022' }),
    ]
    const moreLinks = [
      link('PART_OF', 'cog:75056', 'iso:FR'),
      link('PART_OF', 'cog:75110', 'cog:75056'),
      link('ACTS_IN', 'stall', 'cog:75110'),
    ]
    return tell(store, { nodes: [...nodes, ...more], links: [...links, ...moreLinks] })
  })

  test('each initiative stands in each of its places, the oldest first, with its replications', async () => {
    const all = await flows()
    expect({ total: all.total, truncated: all.truncated }).toEqual({ total: 6, truncated: false })
    expect(told(all)).toEqual({
      here: [
        'garden at cog:26108',
        'garden at cog:26113',
        'orchard at cog:38563',
        'grove at dep:26',
        'kiosk at cog:26113',
        'stall at cog:75110',
      ],
      elsewhere: [],
      links: ['grove of garden', 'grove of orchard', 'kiosk of grove', 'orchard of garden'],
    })
    expect(all.replications.find(({ child }) => child === 'orchard')).toMatchObject({
      level: 'REDONE',
      since: '2003',
    })
  })

  test('a place says what it lies in, and a district lies where its city does', async () => {
    const { places } = await flows(
      '',
      'id territory territoryName territoryLevel department region country latitude longitude since isElsewhere',
    )
    expect(places.find(({ id }) => id === 'garden')).toEqual({
      id: 'garden',
      territory: 'cog:26108',
      territoryName: 'Crest',
      territoryLevel: 'MUNICIPALITY',
      department: 'dep:26',
      region: 'reg:84',
      country: 'iso:FR',
      latitude: null,
      longitude: null,
      since: '2010-06',
      isElsewhere: false,
    })
    expect(places.find(({ id }) => id === 'grove')).toMatchObject({ department: 'dep:26', region: 'reg:84' })
    expect(places.find(({ id }) => id === 'stall')).toMatchObject({ latitude: 48.8, longitude: 2.3 })
  })

  test.each([
    [
      'inside a département: what came in and what went out, not what passed by',
      'inside: "dep:38"',
      ['orchard at cog:38563'],
      ['garden at cog:26108', 'garden at cog:26113', 'grove at dep:26'],
      ['grove of orchard', 'orchard of garden'],
    ],
    [
      'inside a commune: the other place of the same initiative is elsewhere',
      'inside: "cog:26108"',
      ['garden at cog:26108'],
      ['garden at cog:26113', 'grove at dep:26', 'orchard at cog:38563'],
      ['grove of garden', 'orchard of garden'],
    ],
    [
      'at one level: only what came by it, and what that came from',
      'levels: [SCALED]',
      ['grove at dep:26'],
      ['orchard at cog:38563'],
      ['grove of orchard'],
    ],
    [
      'on a date: not the second commune yet, nor what began later',
      'on: "2004"',
      ['garden at cog:26113', 'orchard at cog:38563'],
      [],
      ['orchard of garden'],
    ],
    [
      'of one recorder: its kiosk, and where that came from',
      'recordedBy: "them"',
      ['kiosk at cog:26113'],
      ['grove at dep:26'],
      ['kiosk of grove'],
    ],
    [
      'about a theme or a narrower one',
      'theme: "gardening"',
      ['garden at cog:26108', 'garden at cog:26113', 'orchard at cog:38563'],
      ['grove at dep:26'],
      ['grove of garden', 'grove of orchard', 'orchard of garden'],
    ],
    [
      'in a role',
      'roles: [IMPLEMENTER]',
      ['grove at dep:26'],
      ['garden at cog:26108', 'garden at cog:26113', 'kiosk at cog:26113', 'orchard at cog:38563'],
      ['grove of garden', 'grove of orchard', 'kiosk of grove'],
    ],
    ['of a status', 'statuses: [ENDED]', ['kiosk at cog:26113'], ['grove at dep:26'], ['kiosk of grove']],
  ])('%s', async (_, given, here, elsewhere, links) => {
    expect(told(await flows(given))).toEqual({ here, elsewhere, links })
  })

  test('says what `first` left out, and draws no replication to it', async () => {
    const few = await flows('first: 2')
    expect({ total: few.total, truncated: few.truncated }).toEqual({ total: 6, truncated: true })
    expect(told(few)).toEqual({
      here: ['garden at cog:26108', 'garden at cog:26113'],
      elsewhere: [],
      links: [],
    })
  })

  test('has no rows where nothing is, or for a territory that nobody recorded', async () => {
    const none = { total: 0, truncated: false, places: [], replications: [] }
    expect(await flows('inside: "iso:BE"')).toEqual(none)
    expect(await flows('inside: "nowhere"')).toEqual(none)
  })

  test('says who recorded what is shown', async () => {
    const { data } = await ask('{ territoryFlows(recordedBy: "them") { recorders { network records } } }')
    // The kiosk and nothing else is theirs; the grove and the link are ours.
    expect(data?.territoryFlows?.recorders).toEqual([
      { network: 'us', records: 2 },
      { network: 'them', records: 1 },
    ])
  })

  test('more than 50,000 rows are refused', async () => {
    const { errors } = await ask('{ territoryFlows(first: 50001) { total } }')
    expect(errors?.[0]).toMatchObject({ extensions: { code: 'LIMIT' } })
  })
})

describe('in the sample', () => {
  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
  })

  // Read in the families' files: Disco Soupe de Neuchâtel, three gardens of Geneva, the SEL du Val-de-Ruz.
  test('Switzerland has five places, and six replications led there', async () => {
    const all = await flows('inside: "iso:CH"')
    const here = all.places.filter(({ isElsewhere }) => !isElsewhere)
    expect(new Set(here.map(({ id }) => id)).size).toBe(5)
    const ids = new Set(here.map(({ id }) => id))
    expect(all.replications.filter(({ child }) => ids.has(child))).toHaveLength(6)
  })

  test('each family of Switzerland counts as many there as its tree narrows to', async () => {
    const { data } = await ask('{ families(territory: "iso:CH", first: 100) { id here } }')
    const families = data?.families as unknown as { id: string; here: number }[]
    expect(families.length).toBeGreaterThan(0)
    for (const { id, here } of families) {
      const tree = await ask(
        `{ dissemination(of: "${id}", territory: "iso:CH") { initiatives { isOnTheWay } } }`,
      )
      const shown = tree.data?.dissemination as unknown as { initiatives: { isOnTheWay: boolean }[] }
      expect(shown.initiatives.filter(({ isOnTheWay }) => !isOnTheWay)).toHaveLength(here)
    }
  })

  // Windows of 1440 and of 390 pixels without what stands above and below the map.
  test.each([
    ['', 1440, 593],
    ['level=DEPARTMENT', 1440, 593],
    ['level=COUNTRY', 1440, 593],
    ['inside=dep:69', 1440, 593],
    ['', 390, 540],
    ['level=DEPARTMENT', 390, 540],
    ['level=COUNTRY', 390, 540],
    ['inside=dep:69', 390, 540],
  ])(
    'the map at « %s », %d pixels wide, writes no number over another and leads arcs around',
    async (...given) => {
      const { labels, ways } = await mapDrawn(ask, ...given)
      for (const [place, one] of labels.entries())
        for (const other of labels.slice(place + 1)) expect(isApart(one.box, other.box)).toBe(true)
      const crossed = ways.filter((line) => labels.some(({ box }) => crosses(line, box)))
      // Very short ones between neighbours have no other way.
      expect(crossed.length).toBeLessThanOrEqual(ways.length / 6)
    },
  )
})
