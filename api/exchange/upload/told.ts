import type { Driver } from 'neo4j-driver'
import neo4j from 'neo4j-driver'
import type { Problem } from '../files/format.ts'
import { tablesOf } from '../files/tables.ts'
import type { GivenFile } from '../files/tables.ts'
import { Unreadable } from '../files/unreadable.ts'
import { recognise } from '../importing/columns.ts'
import type { ImportReport } from '../importing/draft.ts'
import type { Brought } from '../importing/write.ts'
import { countsOf, reportRows } from '../importing/report.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Kept } from '../kept/kept.ts'
import { knownRecords } from '../writing/known.ts'

type Row = { file: string; row: number; cells: Record<string, string> }
export type Told = {
  /** Whether nothing was, or would be, written because of errors. */
  isRefused: boolean
  report: ReturnType<typeof reportTold>
  counts: ReturnType<typeof countsOf> | null
  /** The first ten thousand, the gravest first; `problemsTotal` counts all. */
  problems: ReturnType<typeof reportRows>
  problemsTotal: number
  /** What the rows say that have problems: the first three hundred. */
  rows: Row[]
  /** Under which it is remembered, once it is loaded. */
  number: number | null
  /** Initiatives that others of the same files come from, those with most first. */
  families: { id: string; name: string }[]
}

const most = { problems: 10_000, rows: 300, families: 3 }
const grave = ['critical', 'error', 'warning', 'note']

export function told(
  {
    report,
    refused,
    brought,
    files,
    mapping,
  }: {
    report: ImportReport
    refused: readonly Problem[]
    brought?: Brought
    files: readonly GivenFile[]
    mapping: Mapping | undefined
  },
  families: Told['families'] = [],
): Told {
  const all = reportRows(report, refused, brought).sort(
    (one, other) => grave.indexOf(one.severity) - grave.indexOf(other.severity),
  )
  const problems = all.slice(0, most.problems)
  return {
    isRefused: !brought,
    report: reportTold(report),
    counts: brought ? countsOf(report, brought) : null,
    problems,
    problemsTotal: all.length,
    rows: rowsOf(problems, files, mapping),
    number: brought?.number ?? null,
    families,
  }
}

function reportTold(report: ImportReport) {
  const { title, recorder, read, absent, joins, projects, sites, partners, themes, links } = report
  return {
    ...{ title, recorder, read, absent, projects, sites, partners, themes, links },
    ...{ places: report.places, resolved: report.resolved, territories: report.territories.length },
    joins: joins.map(({ input, joined, alone }) => ({ input, joined, alone: alone.length })),
    checks: report.checks.map(({ what, agree, silent, conflicts }) => ({
      ...{ what, agree, silent, conflicts: conflicts.length },
    })),
  }
}

/** The cells of the rows that problems are about, as the files have them. */
function rowsOf(problems: readonly Problem[], files: readonly GivenFile[], mapping?: Mapping): Row[] {
  const wanted = new Map<string, Set<number>>()
  let count = 0
  for (const { file, row } of problems) {
    if (file === undefined || row === undefined || wanted.get(file)?.has(row)) continue
    if (++count > most.rows) break
    wanted.set(file, (wanted.get(file) ?? new Set()).add(row))
  }
  if (wanted.size === 0) return []
  return files.flatMap((given) =>
    tablesIn(given, mapping).flatMap(({ file, table }) =>
      table.rows.flatMap(({ row, cells }) =>
        wanted.get(file)?.has(row) ? [{ file, row, cells: Object.fromEntries(cells) }] : [],
      ),
    ),
  )
}

function tablesIn(given: GivenFile, mapping?: Mapping) {
  if (mapping) return recognise(mapping, given, [])
  try {
    return tablesOf(given, {}).map((table) => ({
      file: table.sheet === undefined ? given.name : `${given.name} (${table.sheet})`,
      table,
    }))
  } catch (error) {
    // Graphs have no rows.
    if (error instanceof Unreadable) return []
    throw error
  }
}

/** The initiatives that most others of these records come from, and that are in the graph. */
export async function familiesIn(
  { nodes, links }: Kept,
  driver: Driver,
  database: string,
): Promise<Told['families']> {
  const taken = new Map<string, number>()
  const children = new Set<string>()
  for (const { start, end } of links.withType('REPLICATES')) {
    taken.set(end, (taken.get(end) ?? 0) + 1)
    children.add(start)
  }
  const roots = [...taken].filter(([id]) => !children.has(id)).sort(([, one], [, other]) => other - one)
  const ids = roots.slice(0, most.families).map(([id]) => id)
  if (ids.length === 0) return []
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ })
  try {
    const known = await session.executeRead((tx) => knownRecords(tx, ids))
    const nameOf = (id: string) => String(nodes.get(id)?.properties['name'] ?? id)
    return ids.filter((id) => known.has(id)).map((id) => ({ id, name: nameOf(id) }))
  } finally {
    await session.close()
  }
}
