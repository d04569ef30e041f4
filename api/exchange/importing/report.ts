import { problemLine } from '../files/format.ts'
import type { Problem, Severity } from '../files/format.ts'
import type { ImportReport } from './draft.ts'
import { rowsOf, rowsRead } from './counted.ts'
import type { Brought } from './write.ts'
import type { Gone, Vanished } from '../history/vanished.ts'

type Row = Problem & { kind: string; severity: Severity }
const shown = 6

/** What an import read, made, left out and why, in lines for a terminal; long lists are cut. */
export function reportLines(report: ImportReport, brought: Brought, isDryRun: boolean): string[] {
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
    ...part('corrected as the mapping says', report.corrections.map(correctionProblem)),
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
      .map(
        ([how, { places: each, ...rest }]) =>
          `    ${each} ${how === 'not at all' ? how : `by ${how}`}${resolvedLine(rest)}`,
      ),
    ...part('what columns say of a place, and others contradict or no list knows', report.contradictions),
    ...part('one partner under several spellings or in several projects', report.merged.map(mergedProblem)),
    ...part('records of one organisation in the graph', report.met.map(metProblem)),
    ...part('left out', [...report.leftOut, ...report.joins.flatMap(({ alone }) => alone)]),
    ...part('placed roughly or not at all', report.unplaced),
    ...part('told of the files', report.notes),
    ...report.checks.flatMap(({ what, agree, silent, conflicts }) =>
      part(`checked: ${what}: ${agree} agree, ${silent} can't be compared, conflicts`, conflicts, true),
    ),
    ...part(`rows left out for their errors: ${rowsOf(brought.refused)}, problems`, brought.refused),
    ...goneLines(brought),
    isDryRun ? 'dry run: all of it was checked, nothing was written; it would be' : 'written',
    `  ${outcome(brought)}`,
    `  ${Object.entries(countsOf(report, brought))
      .map(([what, number]) => `${number} ${words[what] ?? what}`)
      .join(', ')}`,
    ...numberLine(brought),
  ]
}

/** Every problem of an import, whatever it stopped; `kind` says in which part of the report it stands. */
export function reportRows(report: ImportReport, refused: readonly Problem[], gone?: Gone): Row[] {
  const of = (kind: string, usual: Severity, list: readonly Problem[]): Row[] =>
    list.map(({ severity = usual, ...problem }) => ({ severity, kind, ...problem }))
  return [
    ...of('error', 'error', refused),
    ...report.checks.flatMap(({ what, conflicts }) => of(`conflict: ${what}`, 'warning', conflicts)),
    ...of('left out', 'warning', [...report.leftOut, ...report.joins.flatMap(({ alone }) => alone)]),
    ...of('contradiction', 'warning', report.contradictions),
    ...of('place', 'warning', report.unplaced),
    ...of('note', 'note', report.notes),
    ...of('correction', 'note', report.corrections.map(correctionProblem)),
    ...of('one partner', 'note', report.merged.map(mergedProblem)),
    ...of('one organisation', 'note', report.met.map(metProblem)),
    ...of('vanished', 'note', (gone?.vanished ?? []).map(vanishedProblem)),
  ]
}

/** These rows as a table for a spreadsheet. */
export function reportTable(rows: readonly Row[]): string {
  const lines = rows.map(({ severity, kind, file, row, column, value, rule }) =>
    [severity, kind, file, row, column, value, rule].map(cell),
  )
  return [['severity', 'kind', 'file', 'row', 'column', 'value', 'rule'], ...lines]
    .map((line) => `${line.join(',')}\r\n`)
    .join('')
}

/** The whole report as JSON: what was done, and every problem; nothing was done when `brought` is absent. */
export function reportJson(
  report: ImportReport,
  refused: readonly Problem[],
  brought: Brought | undefined,
  isDryRun: boolean,
): string {
  const { title, recorder, read } = report
  const whole = {
    ...{ title, recorder, import: brought?.number ?? null, dryRun: isDryRun, read },
    counts: brought ? countsOf(report, brought) : null,
    problems: reportRows(report, refused, brought),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}

/** What an import did, in numbers: rows read and left out for errors; records and links otherwise. */
export function countsOf(report: ImportReport, brought: Brought) {
  return {
    read: rowsRead(report),
    made: brought.nodesCreated + brought.linksCreated,
    changed: brought.nodesChanged + brought.linksChanged,
    unchanged: brought.nodesUnchanged + brought.linksUnchanged,
    leftOut: rowsOf(brought.refused),
    vanished: brought.vanished.length,
    ended: brought.ended,
  }
}

const words: Readonly<Record<string, string>> = {
  read: 'rows read',
  unchanged: 'as they were',
  leftOut: 'rows left out for errors',
}

function goneLines({ vanished, unknown, ended }: Brought): string[] {
  if (unknown) return [`what vanished is not known: ${unknown}`]
  const able = vanished.filter(({ canEnd }) => canEnd)
  const what = ended
    ? 'no longer in the files, ended'
    : 'no longer in the files, and left as they are: --retire ends them'
  return [
    ...part(what, able.map(vanishedProblem)),
    ...part(
      'no longer in the files, and without an end to give',
      vanished.filter(({ canEnd }) => !canEnd).map(vanishedProblem),
    ),
  ]
}

function vanishedProblem({ id, kind, name, canEnd }: Vanished): Problem {
  const rule = canEnd ? 'is no longer in the files' : `is no longer in the files, and a ${kind} has no end`
  return { value: id, rule: `${name ? `${name}, ` : ''}${kind}: ${rule}` }
}

function correctionProblem({ now, ...rest }: ImportReport['corrections'][number]): Problem {
  const said = now === '' ? 'is read as empty' : `is now ${JSON.stringify(now)}`
  return { ...rest, rule: `${said}: ${rest.rule}` }
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
  const groups = alike(list)
  const told = groups.slice(0, shown)
  const left = list.length - told.reduce((sum, group) => sum + group.length, 0)
  return [
    `${title}: ${list.length}`,
    ...told.map((group) => `  ${groupLine(group)}`),
    ...(left > 0 ? [`  … and ${left} more: --report FILE writes them all`] : []),
  ]
}

/** Problems that say the same of other rows, together; in the order in which they came. */
function alike(list: readonly Problem[]): Problem[][] {
  const groups = new Map<string, Problem[]>()
  for (const problem of list) {
    const { file, column, rule } = problem
    const key = JSON.stringify([file, column, rule.replace(named, '…')])
    const known = groups.get(key)
    if (known) known.push(problem)
    else groups.set(key, [problem])
  }
  return [...groups.values()]
}
/** What differs from row to row: what is quoted, what begins with a capital letter, numbers. */
const named = /^.*(?= is left out,)|"[^"]*"|(?<![\p{L}\d])[\p{Lu}\d#][^:;]*?(?= is | of |[:;]|, as |$)/gu

function groupLine(group: readonly Problem[]): string {
  const [first, ...others] = group
  if (!first) return ''
  const rows = others.flatMap(({ row }) => (row === undefined ? [] : [row]))
  const where = rows.length
    ? `: row${rows.length > 1 ? 's' : ''} ${rows.slice(0, 5).join(', ')}${rows.length > 5 ? ', …' : ''}`
    : ''
  return `${problemLine(first)}${others.length ? ` (and ${others.length} like it${where})` : ''}`
}

function isNothing({ nodesCreated, nodesChanged, linksCreated, linksChanged }: Brought): boolean {
  return nodesCreated + nodesChanged + linksCreated + linksChanged === 0
}

function numberLine(brought: Brought): string[] {
  const { number } = brought
  if (number === undefined) return []
  if (isNothing(brought)) return [`this is import ${number}, which leaves nothing to take back`]
  return [`this is import ${number}: essaim import --undo ${number} takes it back`]
}

function outcome(written: Brought): string {
  const { nodesCreated, nodesChanged, nodesUnchanged, linksCreated, linksChanged, linksUnchanged } = written
  if (isNothing(written))
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
