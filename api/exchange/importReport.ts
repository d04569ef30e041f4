import { problemLine } from './format.ts'
import type { Problem } from './format.ts'
import type { ImportReport } from './importDraft.ts'
import type { Written } from './records.ts'

type Row = Problem & { kind: string }
const shown = 5

/** What an import read, made, left out and why, in lines for a terminal; long lists are cut. */
export function reportLines(report: ImportReport, written: Written, isDryRun: boolean): string[] {
  const { projects, sites, partners, themes, links, places, territories } = report
  const placed = Object.entries(places).filter(([, count]) => count > 0)
  const said: Record<string, string> = {
    district: 'district of a city',
    commune: 'commune',
    department: 'département',
    region: 'region',
    country: 'country',
    none: 'unknown',
  }
  return [
    `${report.title}, recorded by ${report.recorder}`,
    'read',
    ...report.read.map(({ input, file, rows }) => `  ${file}: ${count(rows, 'row')} as ${input}`),
    ...report.absent.map((input) => `  ${input}: not given, what it would fill stays empty`),
    ...report.joins.map(
      ({ input, joined, alone }) =>
        `  ${input}: ${joined} rows joined${alone.length ? `, ${alone.length} join nothing` : ''}`,
    ),
    ...part(
      'corrected as the mapping says',
      report.corrections.map(({ now, ...rest }) => ({
        ...rest,
        rule: `is now ${JSON.stringify(now)}: ${rest.rule}`,
      })),
    ),
    'made',
    `  ${count(projects + sites, 'initiative')}: ${count(projects, 'project')} and ${count(sites, 'further site')}`,
    `  ${count(partners, 'partner')}, ${count(themes, 'theme')}, ${territories.length} territories told by the rows`,
    `  ${count(
      Object.values(links).reduce((sum, each) => sum + each, 0),
      'link',
    )}: ${Object.entries(links)
      .sort()
      .map(([type, each]) => `${each} ${type}`)
      .join(', ')}`,
    ...(placed.length
      ? [`  where: ${placed.map(([level, each]) => `${each} ${said[level] ?? level}`).join(', ')}`]
      : []),
    ...Object.entries(report.resolved)
      .sort(([, one], [, other]) => other.places - one.places)
      .map(([how, { places: each, ...rest }]) => `    ${each} by ${how}${resolvedLine(rest)}`),
    ...part('what columns say of a place, and others contradict or no list knows', report.contradictions),
    ...part('one partner under several spellings or in several projects', report.merged.map(mergedProblem)),
    ...part('records of one organisation in the graph', report.met.map(metProblem)),
    ...part('left out', [...report.leftOut, ...report.joins.flatMap(({ alone }) => alone)]),
    ...part('placed roughly or not at all', report.unplaced),
    ...part('told of the files', report.notes),
    ...report.checks.flatMap(({ what, agree, silent, conflicts }) =>
      part(`checked: ${what}: ${agree} agree, ${silent} can't be compared, conflicts`, conflicts, true),
    ),
    isDryRun ? 'dry run: all of it was checked, nothing was written; it would be' : 'written',
    `  ${outcome(written)}`,
  ]
}

/** Every item of a report or of its errors as a table, one row each, for a spreadsheet. */
export function reportTable(report: ImportReport, problems: readonly Problem[]): string {
  const of = (kind: string, list: readonly Problem[]): Row[] => list.map((problem) => ({ kind, ...problem }))
  const rows = [
    ...of('error', problems),
    ...report.checks.flatMap(({ what, conflicts }) => of(`conflict: ${what}`, conflicts)),
    ...of('left out', [...report.leftOut, ...report.joins.flatMap(({ alone }) => alone)]),
    ...of('contradiction', report.contradictions),
    ...of('place', report.unplaced),
    ...of('note', report.notes),
    ...of('correction', report.corrections),
    ...of('one partner', report.merged.map(mergedProblem)),
    ...of('one organisation', report.met.map(metProblem)),
  ]
  const lines = rows.map(({ kind, file, row, column, value, rule }) =>
    [kind, file, row, column, value, rule].map(cell),
  )
  return [['kind', 'file', 'row', 'column', 'value', 'rule'], ...lines]
    .map((line) => `${line.join(',')}\r\n`)
    .join('')
}

function resolvedLine(counts: Record<'confirmed' | 'contradicted' | 'doubtful', number>): string {
  const said = Object.entries(counts).flatMap(([word, each]) => (each ? [`${each} ${word}`] : []))
  return said.length ? ` (${said.join(', ')})` : ''
}

function metProblem({ id, known, evidence, score, outcome }: ImportReport['met'][number]): Problem {
  const rule = outcome === 'proposed' ? `proposed as the same as ${known}` : `is written as ${known}`
  return { value: id, rule: `${rule}, ${score}: ${evidence}` }
}

function mergedProblem({ id, spellings, projects }: ImportReport['merged'][number]): Problem {
  return { value: spellings.join(' = '), rule: `${id}, in ${count(projects, 'project')}` }
}

function part(title: string, list: readonly Problem[], isAlways = false): string[] {
  if (list.length === 0 && !isAlways) return []
  const more =
    list.length > shown ? [`  … and ${list.length - shown} more: --report FILE writes them all`] : []
  return [
    `${title}: ${list.length}`,
    ...list.slice(0, shown).map((problem) => `  ${problemLine(problem)}`),
    ...more,
  ]
}

function outcome(written: Written): string {
  const { nodesCreated, nodesChanged, nodesUnchanged, linksCreated, linksChanged, linksUnchanged } = written
  if (nodesCreated + nodesChanged + linksCreated + linksChanged === 0)
    return `nothing changed: ${nodesUnchanged} records and ${linksUnchanged} links were there already`
  return `records: ${nodesCreated} created, ${nodesChanged} changed, ${nodesUnchanged} as they were; links: ${linksCreated} created, ${linksChanged} changed, ${linksUnchanged} as they were`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** A cell of a CSV file; what a spreadsheet would run as a formula is made text. */
function cell(value: string | number | undefined): string {
  const text = String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
