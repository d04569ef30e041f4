import { MultiDirectedGraph } from 'graphology'
import write from 'graphology-gexf/common/writer.js'
import type { GexfGraph } from './figure.ts'
import type { Palette } from './ink.ts'
import { printable } from './letters.ts'

type About = { title: string; description: string; date: string }

/** A graph as GEXF 1.2 with places, sizes and colours. A link whose ends are not both there is left out. */
export function gexfText(graph: GexfGraph, palette: Palette, { title, description, date }: About): string {
  const written = new MultiDirectedGraph()
  written.replaceAttributes({
    lastModifiedDate: date,
    creator: 'Essaim',
    title: printable(title),
    description: printable(description),
  })
  for (const { id, label, x, y, size, colour, attributes } of graph.nodes) {
    // In GEXF y grows upwards.
    const viz = { x, y: y === undefined ? undefined : -y, size, color: colour && palette[colour] }
    written.mergeNode(id, { label: printable(label), attributes: plain(attributes), viz })
  }
  for (const { id, source, target, label, weight, colour, attributes } of graph.edges) {
    if (!written.hasNode(source) || !written.hasNode(target) || written.hasEdge(id)) continue
    written.addDirectedEdgeWithKey(id, source, target, {
      label: label && printable(label),
      weight,
      attributes: plain(attributes),
      viz: { color: colour && palette[colour] },
    })
  }
  return write(written, { formatNode: asItIs, formatEdge: asItIs })
}

const asItIs = (_: string, attributes: object) => ({ ...attributes })

function plain(attributes: GexfGraph['nodes'][number]['attributes'] = {}) {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      typeof value === 'string' ? printable(value) : value,
    ]),
  )
}
