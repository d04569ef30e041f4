import { tidyRow } from '../tidy/tidy.ts'
import type { Tidy, TidyPart } from '../tidy/tidy.ts'
import { flatten } from './flatten.ts'
import { isObject } from './parseJson.ts'
import type { Json } from './parseJson.ts'

/** How Kumu calls what the tidy tables call otherwise; fields of one's own keep their names, in lower case. */
const names: Readonly<Record<TidyPart, Readonly<Record<string, string>>>> = {
  nodes: { label: 'name', description: 'summary', tags: 'themes', url: 'website', source: 'source_url' },
  edges: {
    from: 'source',
    to: 'target',
    source: 'source_url',
    description: 'note',
    since: 'start',
    until: 'end',
  },
  elements: {},
  results: {},
}

/** A blueprint of Kumu: elements and connections. */
export function readKumu(file: string, whole: { [key: string]: Json }, tidy: Tidy): void {
  for (const [part, key] of [
    ['nodes', 'elements'],
    ['edges', 'connections'],
  ] as const) {
    const items = whole[key]
    const list = Array.isArray(items) ? items : []
    list.forEach((item, place) => {
      const cells = new Map<string, string>()
      if (!isObject(item)) return
      flatten(item, '|', (name, text, wrong) => {
        const plain = name.toLowerCase().replaceAll(' ', '_')
        if (wrong) tidy.problems.push({ file, row: place + 1, column: name, value: text, ...wrong })
        else if (!['direction', 'attributes', 'image', 'type_color'].includes(plain))
          cells.set(names[part][plain] ?? plain, text)
      })
      locate(cells)
      tidy[part].push(tidyRow(file, place + 1, Object.fromEntries(cells)))
    })
    tidy.read.push({ file, as: part, rows: list.length })
  }
}

/** `Location` is a latitude and a longitude, or words, which are not places enough. */
function locate(cells: Map<string, string>): void {
  const [, lat, lon] = /^\s*(-?[\d.]+)\s*,\s*(-?[\d.]+)\s*$/.exec(cells.get('location') ?? '') ?? []
  if (lat === undefined || lon === undefined) return
  cells.set('lat', lat)
  cells.set('lon', lon)
}
