import { tidyRow } from '../tidy/tidy.ts'
import type { Tidy } from '../tidy/tidy.ts'
import { walkXml } from './xml.ts'
import { isForbidden } from './words.ts'

type Item = { is: 'node' | 'edge'; cells: Map<string, string> }

/** How attributes are called in a drawing, and in the tidy tables. */
const names: Readonly<Record<string, string>> = {
  graphOwner: 'graph_owner',
  territoryCode: 'territory_code',
  latitude: 'lat',
  longitude: 'lon',
  url: 'website',
  maturity: 'status',
  since: 'start',
  until: 'end',
}

/** A graph of Gephi: nodes with a type, edges with a kind; the arrow of a replication goes the way it spread. */
export function readGexf(file: string, bytes: Uint8Array, tidy: Tidy): void {
  const titles = { node: new Map<string, string>(), edge: new Map<string, string>() }
  const counts = { node: 0, edge: 0 }
  let declared: 'node' | 'edge' = 'node'
  let item: Item | undefined
  let isGexf = false
  walkXml(file, bytes, {
    open({ name, attribute }) {
      if (name === 'gexf') isGexf = true
      if (name === 'attributes') declared = attribute('class') === 'edge' ? 'edge' : 'node'
      if (name === 'attribute') titles[declared].set(attribute('id') ?? '', attribute('title') ?? '')
      if (name === 'node' || name === 'edge') item = { is: name, cells: own(name, attribute) }
      if (name === 'attvalue' && item) {
        const title = titles[item.is].get(attribute('for') ?? '') ?? ''
        const isLink = item.is === 'edge' && title === 'source'
        const column = isLink ? 'source_url' : (names[title] ?? title)
        if (!isForbidden(column) && column !== '') item.cells.set(column, attribute('value') ?? '')
      }
    },
    close(name) {
      if (name !== item?.is) return
      const { is, cells } = item
      item = undefined
      if (is === 'edge') turn(cells)
      tidy[is === 'node' ? 'nodes' : 'edges'].push(tidyRow(file, ++counts[is], Object.fromEntries(cells)))
    },
  })
  if (!isGexf) tidy.problems.push({ file, severity: 'critical', rule: 'is XML, and no GEXF' })
  tidy.read.push({ file, as: 'nodes', rows: counts.node }, { file, as: 'edges', rows: counts.edge })
}

function own(is: 'node' | 'edge', attribute: (name: string) => string | undefined): Map<string, string> {
  const given =
    is === 'node'
      ? { id: attribute('id'), name: attribute('label') }
      : {
          id: attribute('id'),
          source: attribute('source'),
          target: attribute('target'),
          type: attribute('kind') ?? attribute('label'),
        }
  const cells = { ...given, start: attribute('start'), end: attribute('end') }
  return new Map(Object.entries(cells).filter((cell): cell is [string, string] => Boolean(cell[1])))
}

/** From the parent to the child becomes from the child to the parent, as the graph says it. */
function turn(cells: Map<string, string>): void {
  const [source, target] = [cells.get('source'), cells.get('target')]
  const isReplication = ['REPLICATES', 'INSPIRED', 'REDONE', 'SCALED'].includes(
    cells.get('type')?.toUpperCase() ?? '',
  )
  if (!isReplication || !source || !target) return
  cells.set('source', target)
  cells.set('target', source)
}
