import { describe, expect, it } from 'vitest'
import { svgText } from '../../../web/drawing/svg.ts'
import { addressOf } from '../../../web/territory-map/address.ts'
import { groundOf } from '../../../web/territory-map/ground.ts'
import { everOf } from '../../../web/territory-map/ever.ts'
import { gatesOf } from '../../../web/territory-map/rim.ts'
import type { Drawn } from '../../../web/territory-map/drawn.ts'
import { mapPlan, mapScene } from '../../../web/territory-map/scene.ts'
import { neighboursOf } from '../../../web/territory-map/neighbours.ts'
import { shownOf } from '../../../web/territory-map/shown.ts'
import { itemsOf } from '../../../web/territory-map/items.ts'
import { fitOf, sentencesOf } from '../../../web/territory-map/told.ts'
import { dark, light } from '../drawing/papers.ts'
import { counted, east, island, place, replication, twoSquares, west } from './story.ts'

const flows = {
  total: 5,
  truncated: false,
  recorders: [],
  places: [
    place({ id: 'garden', ...west, startedOn: '1997' }),
    place({ id: 'orchard', ...east, startedOn: '2003' }),
    place({ id: 'grove', ...east, territory: 'dep:E', longitude: null, latitude: null, startedOn: '2015' }),
    place({ id: 'kiosk', ...island, startedOn: '2020' }),
    place({
      id: 'verger',
      territory: 'geonames:1',
      country: 'iso:CA',
      longitude: -71,
      latitude: 46,
      isElsewhere: true,
    }),
  ],
  replications: [
    replication('orchard', 'garden', 'REDONE', '2003'),
    replication('grove', 'garden', 'INSPIRED'),
    replication('kiosk', 'orchard', 'SCALED', '2020'),
    replication('garden', 'verger', 'REDONE'),
  ],
}
const rows = [
  counted('reg:W', 'Région de l’Ouest', 1, { redone: 1 }),
  counted('reg:E', 'Région de l’Est', 2, { inspired: 1, redone: 1 }),
  counted('reg:04', 'Île', 1, { scaled: 1 }),
]
const ground = groundOf(twoSquares, false)
function shown(query: string) {
  const address = addressOf(new URLSearchParams(query))
  const ever = everOf(ground, address, address.count, rows, flows, gatesOf)
  return shownOf(ground, address, rows, flows, ever)
}
function drawn(query: string, given: Pick<Drawn, 'selected' | 'hasNames' | 'k'>) {
  const all = shown(query)
  const plan = mapPlan({ ground, ever: all.ever, hasPoints: true, hasArcs: true, ...given })
  return mapScene({ ...all, ...given }, plan)
}

describe('the map of two régions, an island and what came from abroad', () => {
  it('is drawn as a whole', async () => {
    const { scene } = drawn('', { selected: null, hasNames: false, k: 1 })
    await expect(svgText(scene, light)).toMatchFileSnapshot('two-squares.svg')
  })

  it('is drawn from near, in the dark, with the names of communes and one région selected', async () => {
    const { scene } = drawn('level=DEPARTMENT', { selected: 'dep:E', hasNames: true, k: 1.5 })
    await expect(svgText(scene, dark)).toMatchFileSnapshot('two-squares-near.svg')
  })

  it('tells each territory by its name, what lies abroad last', () => {
    expect(itemsOf(shown(''), 'initiatives', rows).map(({ says }) => says)).toEqual([
      'Île, une initiative',
      'Région de l’Est, 2 initiatives',
      'Région de l’Ouest, une initiative',
      'Canada, une initiative liée à la France',
    ])
  })

  it('says in a line what it shows', () => {
    const address = addressOf(new URLSearchParams())
    const counts = { territories: rows, truncated: false, total: 3 }
    expect(sentencesOf(shown(''), address, counts, flows)).toEqual([
      'Des initiatives dans 3 régions de France.',
    ])
    expect(sentencesOf(shown(''), address, counts, { ...flows, truncated: true, total: 9000 })[1]).toContain(
      '5 lieux sur 9',
    )
  })

  it('says that nothing fits the filters, where they leave nothing', () => {
    const address = addressOf(new URLSearchParams('by=nobody'))
    const none = { territories: [], truncated: false, total: 0 }
    const empty = { ...flows, places: [], replications: [], total: 0 }
    const nothing = shownOf(
      ground,
      address,
      [],
      empty,
      everOf(ground, address, 'initiatives', [], empty, gatesOf),
    )
    expect(sentencesOf(nothing, address, none, empty)).toEqual(['Rien ne répond à ces filtres.'])
    const all = addressOf(new URLSearchParams())
    expect(sentencesOf(nothing, all, none, empty)[0]).not.toContain('filtres')
  })

  it('tells what is known of a commune, which has no parts, amid its département', () => {
    const address = addressOf(new URLSearchParams('inside=cog:1'))
    const own = { ...flows, places: flows.places.slice(0, 1), replications: [] }
    const none = { territories: [], truncated: false, total: 0 }
    const ever = everOf(ground, address, address.count, [], own, gatesOf)
    const commune = shownOf(ground, address, [], own, ever)
    expect(sentencesOf(commune, address, none, own)).toEqual(['Une initiative ici.'])
    const west = ground.byCode.get('dep:W')?.box
    // Eight parts of a hundred of its 200 units are left free around.
    expect(fitOf(commune, address, own.places)).toEqual({
      left: (west?.left ?? 0) - 16,
      top: (west?.top ?? 0) - 16,
      right: (west?.right ?? 0) + 16,
      bottom: (west?.bottom ?? 0) + 16,
    })
  })

  it('knows from where ideas came to a région and where they went', () => {
    const { flows: all } = shown('')
    expect(neighboursOf(all, 'reg:E', 'from')).toEqual([{ code: 'reg:W', count: 2 }])
    expect(neighboursOf(all, 'reg:E', 'to')).toEqual([{ code: 'reg:04', count: 1 }])
    expect(neighboursOf(all, 'reg:W', 'from')).toEqual([{ code: 'iso:CA', count: 1 }])
  })

  it('names what lies around a département where an arc leads to it', () => {
    const address = addressOf(new URLSearchParams('inside=dep:W'))
    const places = [
      place({ id: 'garden', ...west }),
      place({ id: 'orchard', ...east, startedOn: '2003', isElsewhere: true }),
    ]
    const own = { ...flows, places, replications: [replication('orchard', 'garden', 'REDONE', '2003')] }
    const texts = (on: string | null) => {
      const given = { selected: null, hasNames: true, k: 2 }
      const ever = everOf(ground, address, 'initiatives', [], own, gatesOf)
      const all = shownOf(ground, { ...address, on }, [], own, ever)
      const plan = mapPlan({ ground, ever, hasPoints: true, hasArcs: true, ...given })
      const { scene } = mapScene({ ...all, ...given }, plan)
      return scene.shapes.flatMap((shape) => (shape.is === 'text' ? shape.lines : []))
    }
    expect(texts(null)).toContain('Est')
    expect(texts('2002')).not.toContain('Est')
  })

  it('keeps names where they are at every date', () => {
    const given = { selected: null, hasNames: false, k: 1 }
    const texts = (query: string) =>
      drawn(query, given).scene.shapes.flatMap((shape) =>
        shape.is === 'text' ? [`${shape.lines.join(' ')} at ${shape.x},${shape.y}`] : [],
      )
    const now = texts('')
    const then = texts('on=2004')
    expect(then.length).toBeGreaterThan(3)
    expect(then.filter((one) => !now.includes(one))).toEqual([])
  })

  it('stands at a date: only what had begun, and its replications', () => {
    const then = shown('on=2004')
    expect([then.initiatives, then.replications]).toEqual([2, 2])
    expect(then.started).toEqual({
      years: [
        { year: 1997, count: 1 },
        { year: 2003, count: 1 },
        { year: 2015, count: 1 },
        { year: 2020, count: 1 },
      ],
      unknown: 0,
    })
  })
})
