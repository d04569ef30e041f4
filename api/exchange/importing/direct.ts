import { refuses } from '../files/format.ts'
import type { Imported } from './importRecords.ts'
import { emptyReport } from './draft.ts'
import { skipping } from './skip.ts'
import type { Skip } from './skip.ts'
import type { GivenFile } from '../files/tables.ts'
import { addElement, addResult } from '../tidy/details.ts'
import { addEdge } from '../tidy/edges.ts'
import { readTidy } from '../tidy/files.ts'
import type { Tidy } from '../tidy/tidy.ts'
import { Ledger } from '../tidy/ledger.ts'
import { addNode } from '../tidy/nodes.ts'

type Options = { recorder?: string; networkName?: string; licence?: string; today: string }

/** What files that need no mapping say: tidy tables, GEXF, Kumu, JSON-LD, grants. @throws Error when nobody records it */
export function importDirect(
  files: readonly GivenFile[],
  options: Options,
  skip: Skip = skipping([]),
): Imported {
  const tidy = without(skip, readTidy(files))
  const owners = new Set(tidy.nodes.map(({ cells }) => cells.get('graph_owner')).filter((owner) => owner))
  const [owner] = owners
  const recorder = options.recorder ?? (owners.size === 1 ? owner : undefined)
  if (recorder === undefined) throw new Error('say who records by --as NETWORK')
  const ledger = new Ledger(recorder, options.today)
  ledger.problems.push(...tidy.problems)
  for (const row of tidy.nodes) {
    addNode(ledger, row)
    const said = row.cells.get('graph_owner')
    if (said && said !== recorder)
      ledger.complain(row, {
        column: 'graph_owner',
        value: said,
        severity: 'warning',
        rule: `recorded by ${recorder} now`,
      })
  }
  const replications = new Map<string, { start: string; end: string }>()
  const broken = new Set<string>()
  for (const row of tidy.edges) {
    const made = addEdge(ledger, row)
    const id = row.cells.get('id')
    if (made?.type === 'REPLICATES' && id) replications.set(id, made)
    if (!made && id) broken.add(id)
  }
  for (const row of tidy.elements) addElement(ledger, row, replications, broken)
  for (const row of tidy.results) addResult(ledger, row)
  nameNetwork(ledger, options, files)
  ledger.settle()
  return imported(ledger, tidy.read)
}

/** The network itself, when its name is given and no row records it. */
function nameNetwork(ledger: Ledger, { networkName, licence }: Options, [file]: readonly GivenFile[]): void {
  const { recorder, nodes } = ledger
  if (!networkName || nodes.has(recorder)) return
  ledger.node(
    'Network',
    recorder,
    { name: networkName, ...(licence !== undefined && { licence }) },
    { file: file?.name ?? '', row: 1, cells: new Map() },
  )
}

function imported(ledger: Ledger, read: { file: string; as: string; rows: number }[]): Imported {
  const { nodes, links, problems, recorder, territories } = ledger
  const told = problems.filter((problem) => !refuses(problem))
  const inputs = {
    ...{ rows: [], tables: new Map(), joins: [], corrections: [], problems: [], notes: told },
    read: read.map(({ file, as, rows }) => ({ input: as, file, rows })),
  }
  const title = [...new Set(read.map(({ file }) => file))].join(', ')
  const report = emptyReport({ title, inputs: {}, checks: [] }, inputs, recorder)
  report.projects = nodes.count('Initiative')
  report.partners = nodes.count('Partner')
  report.themes = nodes.count('Theme')
  report.territories.push(...territories)
  report.links = Object.fromEntries(links.counts())
  return { records: { nodes, links }, report, problems: problems.filter(refuses) }
}

function without(skip: Skip, tidy: Tidy): Tidy {
  if (skip.size === 0) return tidy
  const kept = <R extends { file?: string; row?: number }>(rows: readonly R[]) =>
    rows.filter((row) => !skip.has(row))
  const { nodes, edges, elements, results, problems } = tidy
  return {
    ...tidy,
    nodes: kept(nodes),
    edges: kept(edges),
    elements: kept(elements),
    results: kept(results),
    problems: kept(problems),
  }
}
