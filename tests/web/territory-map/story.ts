import type { Contours } from '../../../web/territory-map/areas.ts'
import type { CountsRow, PlaceRow, ReplicationRow } from '../../../web/territory-map/query.ts'

/** Two régions side by side, each a square of 200 with one département, and an island; 1 degree is 10 units. */
export const twoSquares: Contours = {
  frames: [
    {
      id: 'main',
      kind: 'mercator',
      meridian: 0,
      k: 1800 / Math.PI,
      left: 0,
      top: 200,
      width: 400,
      height: 200,
    },
    {
      id: '974',
      kind: 'mercator',
      meridian: 55,
      k: 1800 / Math.PI,
      left: 50,
      top: 50,
      width: 100,
      height: 100,
    },
  ],
  // Steps of a tenth of a unit; the border that both share is walked down by one and up by the other.
  arcs: [
    [2000, 0, 0, 2000],
    [2000, 2000, -2000, 0, 0, -2000, 2000, 0],
    [2000, 0, 2000, 0, 0, 2000, -2000, 0],
    [100, 100, 800, 0, 0, 800, -800, 0, 0, -800],
  ],
  levels: {
    DEPARTMENT: [
      { code: 'dep:W', name: 'Ouest', frame: 'main', rings: [[0, 1]], at: [100, 100] },
      { code: 'dep:E', name: 'Est', frame: 'main', rings: [[2, ~0]], at: [300, 100] },
      { code: 'dep:974', name: 'Île', frame: '974', rings: [[3]], at: [50, 50] },
    ],
    REGION: [
      { code: 'reg:W', name: 'Région de l’Ouest', frame: 'main', rings: [[0, 1]], at: [100, 100] },
      { code: 'reg:E', name: 'Région de l’Est', frame: 'main', rings: [[2, ~0]], at: [300, 100] },
      { code: 'reg:04', name: 'Île', frame: '974', rings: [[3]], at: [50, 50] },
    ],
  },
  within: { 'dep:W': 'reg:W', 'dep:E': 'reg:E', 'dep:974': 'reg:04' },
}

type Given = Partial<PlaceRow> & Pick<PlaceRow, 'id' | 'territory'>

export const place = (given: Given): PlaceRow => ({
  name: given.id,
  startedOn: null,
  endedOn: null,
  territoryName: given.territory,
  department: null,
  region: null,
  country: 'iso:FR',
  latitude: null,
  longitude: null,
  since: null,
  until: null,
  isElsewhere: false,
  ...given,
})

/** In the commune of the west, at 5° east and 10° north, 100 units above the lower edge or so. */
export const west = { territory: 'cog:1', department: 'dep:W', region: 'reg:W', longitude: 5, latitude: 10 }
export const east = { territory: 'cog:2', department: 'dep:E', region: 'reg:E', longitude: 30, latitude: 10 }
export const island = {
  territory: 'cog:3',
  department: 'dep:974',
  region: 'reg:04',
  longitude: 55,
  latitude: 1,
}

export const replication = (
  child: string,
  parent: string,
  level: ReplicationRow['level'] = 'REDONE',
  since: string | null = null,
): ReplicationRow => ({ id: `${child} of ${parent}`, child, parent, level, since })

export const counted = (
  code: string,
  name: string,
  initiatives: number,
  more: Partial<CountsRow> = {},
): CountsRow => ({
  code,
  name,
  initiatives,
  partners: 0,
  partnersBased: 0,
  inspired: 0,
  redone: 0,
  scaled: 0,
  ...more,
})
