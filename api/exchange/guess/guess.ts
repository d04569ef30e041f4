import { basename } from 'node:path'
import { tablesOf } from '../files/tables.ts'
import type { GivenFile } from '../files/tables.ts'
import { slug } from '../mapping/valueRule.ts'
import type { Choices } from './choices.ts'
import { addInitiatives } from './yaml/initiatives.ts'
import { addMembers } from './yaml/members.ts'
import { givenByRecorder, recorderName } from './yaml/recorder.ts'
import { asPartners, fillsDown, joinOf, sheetOf } from './sheets.ts'
import type { Plan, Sheet } from './sheets.ts'
import { Lines, flow, quoted } from './yaml/lines.ts'

type Options = { sheet?: string; choices?: Choices }
/** A mapping as YAML, what it rests on, and a name under which it is known again when the files change. */
type Guessed = { yaml: string; plan: Plan; name: string }

/** A mapping for files that nobody described, as YAML with the reason of each line. @throws Unreadable */
export function guessMapping(files: readonly GivenFile[], options: Options = {}): string {
  return guessed(files, options).yaml
}

/** The same with what it rests on; what somebody chose counts more than what is guessed. @throws Unreadable */
export function guessed(files: readonly GivenFile[], { sheet, choices = {} }: Options): Guessed {
  const taken = new Set<string>()
  const sheets = files.flatMap((file) =>
    tablesOf(file, { sheet })
      .filter(({ rows }) => rows.length > 0)
      .map((table) => {
        const input = inputName(table.sheet ?? basename(file.name).replace(/\.\w+$/, ''), taken)
        return sheetOf(table, input, choices.sheets?.get(input))
      }),
  )
  const [first] = files
  if (!first || sheets.length === 0) throw new Error('no sheet has rows')
  asPartners(sheets, choices.sheets)
  const { source, network } = choices
  const plan = planOf(sheets, !network || network.name !== undefined)
  const out = new Lines()
  const title = basename(first.name).replace(/\.\w+$/, '')
  out.note(
    0,
    'A mapping that was guessed from the file: read it, correct what is wrong, then run the import with --dry-run.',
  )
  out.note(0, 'How a mapping is read: see mappings/france-sengage.yaml; its shape is mapping.schema.json.')
  out.gap()
  out.add(0, `title: ${quoted(title)}`)
  out.add(
    0,
    `source: ${quoted(source ?? basename(first.name))}`,
    source ? undefined : 'better: the address of the page where it can be found',
  )
  out.gap()
  addNetwork(out, plan, title, network)
  out.gap()
  addInputs(out, plan)
  out.gap()
  if (plan.main.isOfPartners) addMembers(out, plan)
  else addInitiatives(out, plan)
  addRest(out, plan)
  const yaml = out.lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()
  const rows = slug(plan.main.input.replace(/[_\d]+$/, ''))
  return { yaml: `${yaml}\n`, plan, name: `${network?.id ?? slug(title)}-${rows || 'rows'}` }
}

function addNetwork(out: Lines, plan: Plan, title: string, given: Choices['network']): void {
  if (given && given.name === undefined) {
    out.note(0, `Recorded by ${given.id}, which is there already: import it --as ${given.id}.`)
    return
  }
  if (!given)
    out.note(
      0,
      'Who answers for these records, guessed from the name of the file: give the network its own id and name.',
    )
  const { id, name = title, licence } = given ?? { id: slug(title) }
  out.add(
    0,
    `network: ${flow([
      ['id', quoted(id)],
      ['name', `${givenByRecorder(plan) ? `${recorderName.said} ` : ''}${quoted(name)}`],
      licence ? ['licence', quoted(licence)] : undefined,
    ])}`,
  )
}

/** Initiatives come first: the sheet of them with most columns; without any, organisations. */
function planOf(sheets: readonly Sheet[], isRecorderNamed: boolean): Plan {
  const projects = sheets.filter(({ isOfPartners, name }) => !isOfPartners && name)
  const joins = (sheet: Sheet) => sheets.filter((other) => other !== sheet && joinOf(sheet, other)).length
  const weight = (sheet: Sheet) => joins(sheet) * 100 + sheet.meanings.length
  const [main] = (projects.length ? projects : [...sheets]).toSorted(
    (one, other) => weight(other) - weight(one),
  )
  if (!main) throw new Error('no sheet has rows')
  const joined = sheets
    .filter((sheet) => sheet !== main)
    .map((sheet) => ({ sheet, join: joinOf(main, sheet) }))
  return {
    main,
    isRecorderNamed,
    others: joined.flatMap(({ sheet, join }) => (join ? [{ sheet, join }] : [])),
    left: joined.filter(({ join }) => !join).map(({ sheet }) => sheet),
  }
}

function addInputs(out: Lines, { main, others, left }: Plan): void {
  out.note(0, 'A file or sheet is recognised by the columns it has. The rows of the first input are walked.')
  out.add(0, 'inputs:')
  for (const { sheet, join } of [{ sheet: main, join: undefined }, ...others]) {
    const { table, input, meanings } = sheet
    out.add(1, `${quoted(input)}:`)
    if (table.sheet !== undefined) out.add(2, `sheet: ${quoted(table.sheet)}`)
    out.add(2, `has: [${tellingColumns(sheet).map(quoted).join(', ')}]`)
    if (join) {
      const each = join.each ? ([['each', 'true']] as const) : []
      out.add(
        2,
        `join: ${flow([['column', quoted(join.column)], ['with', quoted(join.with)], ...each])}`,
        join.because,
      )
      if (main.table.sheet === undefined) out.add(2, 'optional: true')
    }
    if (sheet.name && fillsDown(sheet))
      out.add(2, `fillDown: [${quoted(sheet.name.column)}]`, 'often empty: then it is as in the row above')
    const never = meanings.filter(({ target }) => target.is === 'never')
    if (never.length === 0) continue
    out.add(2, 'never:', 'persons and how to reach them are never read')
    for (const { profile, because } of never) out.add(3, `- ${quoted(profile.column)}`, because)
  }
  for (const { table, input } of left)
    out.note(1, `${table.sheet ?? input} is not read: nothing joins its rows to those of ${main.input}`)
}

/** Columns that are read come first: they are the least likely to go. */
function tellingColumns({ table, meanings }: Sheet): string[] {
  const read = meanings.filter(({ target }) => target.is !== 'unknown' && target.is !== 'never')
  const names = read.map(({ profile }) => profile.column)
  return [...new Set([...names, ...table.columns])].slice(0, 3)
}

function addRest(out: Lines, { main, others }: Plan): void {
  const all = [main, ...others.map(({ sheet }) => sheet)]
  const rest = all.flatMap(({ input, meanings }) =>
    meanings
      .filter(({ target }) => target.is === 'unknown')
      .map(({ profile, because }) => `${input}.${profile.column}: ${because}`),
  )
  const contacts = all.flatMap(({ table }) => [...table.unread])
  if (rest.length + contacts.length === 0) return
  out.gap()
  out.note(0, 'Not read, for lack of a better guess:')
  for (const line of rest) out.note(0, `  ${line}`)
  for (const column of contacts)
    out.note(0, `  ${column}: its name says that it holds e-mail addresses or telephone numbers`)
}

function inputName(text: string, taken: Set<string>): string {
  const base = slug(text).replaceAll('-', '_').replace(/^(\d)/, '_$1') || 'rows'
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`
  taken.add(name)
  return name
}
