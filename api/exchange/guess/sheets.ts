import type { Table } from '../files/format.ts'
import { fold } from '../mapping/valueRule.ts'
import type { SheetChoices } from './choices.ts'
import { meaningOf, roleIn } from './meaning.ts'
import type { Meaning } from './meaning.ts'
import { profilesOf } from './profile.ts'
import type { Profile } from './profile.ts'

export type Sheet = {
  /** What the input is called in the mapping. */
  input: string
  table: Table
  meanings: Meaning[]
  /** Whether its rows are organisations; projects otherwise. */
  isOfPartners: boolean
  name?: Profile
  id?: Profile
}
/** The sheet whose rows are walked, those that join it, and those that are left. */
export type Plan = {
  main: Sheet
  others: { sheet: Sheet; join: Join }[]
  left: Sheet[]
  /** Whether the mapping says what the network that records is called. */
  isRecorderNamed: boolean
}
export type Join = { column: string; with: string; each: boolean; because: string }

const ofProjects = /projet|action|initiative|intitule|titre|project|title/
const ofPartners =
  /structure|association|organisme|organisation|adherent|membre|partenaire|member|organization/

/** What a sheet tells of, and what each of its columns means: one name, one id, one of each clue to a place. */
export function sheetOf(table: Table, input: string, chosen: SheetChoices = {}): Sheet {
  const isChosen = ({ profile }: Meaning) => chosen.columns?.has(profile.column) ?? false
  const meanings = profilesOf(table).map((profile): Meaning => {
    const known = { ...profile, chosen: chosen.words?.get(profile.column) }
    const target = chosen.columns?.get(profile.column)
    return target ? { profile: known, target, because: 'chosen by hand' } : meaningOf(known)
  })
  const named = meanings.filter(({ target }) => target.is === 'name')
  const isFirst = ({ profile }: Meaning) => /^(nom|name|denomination)\b/.test(profile.name)
  const best =
    named.find(isChosen) ??
    named.find(({ profile }) => ofProjects.test(profile.name)) ??
    named.find(isFirst) ??
    named[0]
  for (const meaning of named)
    if (meaning !== best) {
      const isPartner = ofPartners.test(meaning.profile.name)
      meaning.target = isPartner ? { is: 'partner', role: 'CARRIER' } : { is: 'unknown' }
      meaning.because = isPartner
        ? 'names an organisation beside the project'
        : `${best?.profile.column} is the name`
    }
  const partners = meanings.filter(({ target }) => target.is === 'partner')
  const [only] = partners
  const [first] = meanings
  if (!best && (!only || only !== first)) nameByPlace(meanings)
  const isNamed = best ?? meanings.find(({ target }) => target.is === 'name')
  const looksOfPartners = isNamed
    ? ofPartners.test(isNamed.profile.name) && !ofProjects.test(isNamed.profile.name)
    : only !== undefined && only.profile.isUnique
  const isOfPartners = chosen.rows ? chosen.rows === 'members' : looksOfPartners
  if (isOfPartners && !isNamed && only && !isChosen(only)) only.target = { is: 'name' }
  keepOne(meanings, isChosen)
  const column = (is: 'name' | 'id') => meanings.find(({ target }) => target.is === is)?.profile
  return { input, table, meanings, isOfPartners, name: column('name'), id: column('id') }
}

/** What no name of a column tells: people begin with what their rows are about. */
function nameByPlace(meanings: readonly Meaning[]): void {
  const [first] = meanings
  if (first?.target.is !== 'unknown' || !first.profile.isUnique) return
  if (first.profile.share((text) => /\p{L}{3}/u.test(text)) < 0.9) return
  first.target = { is: 'name' }
  first.because = 'the first column, in which no two cells are alike'
  first.isUnsure = true
}

/** Columns that name, for rows of a sheet, an initiative that they took up; the values are names of the main sheet. */
export function parentsIn(main: Sheet, sheet: Sheet): { child?: Profile; parent: Meaning }[] {
  const { name, id } = main
  if (!name || id || !name.isUnique) return []
  const known = (profile: Profile) => sharedBy(profile, name) >= 0.5
  const [child] = sheet === main ? [] : sheet.meanings.filter(({ target }) => target.is !== 'parent')
  if (sheet !== main && !(child && known(child.profile))) return []
  return sheet.meanings.flatMap((parent) =>
    parent.target.is === 'parent' && known(parent.profile) ? [{ child: child?.profile, parent }] : [],
  )
}

/** Whether many names are empty, as where one record takes several rows and is named in the first. */
export function fillsDown({ name, table }: Sheet): boolean {
  const [first] = table.rows
  if (!name || !first?.cells.get(name.column)) return false
  const empty = table.rows.length - name.filled
  return empty >= 3 && empty > table.rows.length * 0.3
}

const single = [
  'id',
  'summary',
  'status',
  'startedOn',
  'endedOn',
  'awardedOn',
  'website',
  'place',
  'identifier',
  'kind',
  'role',
  'amount',
]

/** Of several columns for one thing the chosen, then the surest stays; the others are told. */
function keepOne(meanings: Meaning[], isChosen: (meaning: Meaning) => boolean): void {
  const first = new Map<string, Meaning>()
  const doubt = (meaning: Meaning) => (isChosen(meaning) ? -1 : Number(meaning.isUnsure ?? false))
  const sorted = [...meanings].sort((one, other) => doubt(one) - doubt(other))
  for (const meaning of sorted) {
    if (!single.includes(meaning.target.is)) continue
    const key = JSON.stringify(meaning.target)
    const taken = first.get(key)
    if (!taken) first.set(key, meaning)
    else {
      meaning.because = `${taken.profile.column} is taken for the same`
      meaning.target = { is: 'unknown' }
    }
  }
}

/**
 * Where rows with names of their own name rows of another sheet beside it, that one lists the organisations they name.
 * What somebody chose stays.
 */
export function asPartners(
  sheets: readonly Sheet[],
  choices: ReadonlyMap<string, SheetChoices> = new Map(),
): void {
  for (const { input, name, meanings } of sheets) {
    if (!name || !isKey(name)) continue
    const beside = meanings.slice(meanings.findIndex(({ profile }) => profile === name) + 1)
    for (const listed of sheets) {
      const to = listed.name
      if (listed.input === input || !to || !isKey(to) || choices.get(listed.input)?.rows) continue
      const meaning = beside.find(
        ({ profile, target }) => ['partner', 'unknown'].includes(target.is) && sharedBy(profile, to) >= 0.5,
      )
      if (!meaning) continue
      listed.isOfPartners = true
      if (meaning.target.is === 'partner' || choices.get(input)?.columns?.has(meaning.profile.column))
        continue
      meaning.target = { is: 'partner', role: roleIn(meaning.profile.name) ?? 'TECHNICAL' }
      meaning.because = `names rows of ${listed.input}`
      meaning.isUnsure = true
    }
  }
}

/** How the rows of another sheet belong to those of the main one, if they do. */
export function joinOf(main: Sheet, other: Sheet): Join | undefined {
  if (other.isOfPartners && other.name) {
    const found = best(
      main.meanings.filter(({ target }) => target.is === 'partner').map(({ profile }) => profile),
      [other.name],
    )
    // A cell that names several rows joins none.
    if (found && isKey(found.to) && !found.from.list)
      return { column: found.from.column, with: found.to.column, each: false, because: reason(found, other) }
  }
  const keys = [main.id, main.name].filter((key) => key !== undefined).filter(isKey)
  const found = best(
    other.meanings.map(({ profile }) => profile),
    keys,
  )
  if (!found) return undefined
  return {
    column: found.to.column,
    with: found.from.column,
    // Whoever lists partners beside a name will list a second one some day.
    each: !isKey(found.from) || other.meanings.some(({ target }) => target.is === 'partner'),
    because: reason(found, main),
  }
}

type Pair = { from: Profile; to: Profile; share: number }

function best(some: readonly Profile[], others: readonly Profile[]): Pair | undefined {
  const pairs = some.flatMap((from) => others.map((to) => ({ from, to, share: sharedBy(from, to) })))
  const [first] = pairs.filter(({ share }) => share >= 0.5).sort((one, other) => other.share - one.share)
  return first
}

/** How many of the values of a column are among those of another. */
function sharedBy(from: Profile, to: Profile): number {
  const known = new Set([...to.values.keys()].map(fold))
  const values = [...from.values.keys()].flatMap((value) => namesIn(value, from)).map(fold)
  // Small numbers are among each other by chance.
  if (values.every((value) => /^\d{1,2}$/.test(value)) && from.name !== to.name) return 0
  return values.length ? values.filter((value) => known.has(value)).length / values.length : 0
}

/** The parts of a cell, where a sign cuts the cells of a column. */
function namesIn(value: string, { list }: Profile): string[] {
  return list ? value.split(list).filter((part) => part.trim() !== '') : [value]
}

function isKey({ values, filled }: Profile): boolean {
  return new Set([...values.keys()].map(fold)).size === filled
}

function reason({ from, to, share }: Pair, { input }: Sheet): string {
  return `${Math.round(share * 100)} % of the values of ${from.column} are in ${to.column} of ${input}`
}
