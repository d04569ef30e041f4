import { slug } from '../mapping/valueRule.ts'
import type { Meaning, Target } from './meaning.ts'
import type { Profile } from './profile.ts'
import { fillsDown, parentsIn } from './sheets.ts'
import type { Plan, Sheet } from './sheets.ts'
import { dateValue, kindValue, roleValue, statusValue } from './values.ts'
import type { Lines } from './yaml.ts'
import { cell, flow, quoted } from './yaml.ts'

/** The rows as initiatives, with whom they name. */
export function addInitiatives(out: Lines, plan: Plan): void {
  const { main, others } = plan
  const { name } = main
  if (!name) return
  out.add(0, 'initiatives:')
  const isOften = others.some(({ join }) => join.each)
  const hasSites = addIdentity(out, main, name, isOften)
  addSaid(out, 1, main)
  addPartners(out, plan, hasSites)
  addThemes(out, main, hasSites)
  addTerritory(out, main)
  addFigures(out, plan)
  addReplications(out, plan)
}

/** The rows as members of the network. */
export function addMembers(out: Lines, { main }: Plan): void {
  const { name, meanings } = main
  if (!name) return
  out.note(0, 'Each row is an organisation of the network; nothing says that it is an initiative.')
  out.add(0, 'members:')
  if (name.filled < main.table.rows.length && !fillsDown(main))
    out.add(1, `when: ${cell(name.column)}`, 'rows without a name are left out, and told')
  out.add(1, `name: ${cell(name.column)}`, because(meanings, 'name'))
  addOrganisation(out, 1, main, { name: cell(name.column), named: name })
  const since = find(meanings, 'startedOn')
  if (since)
    out.add(1, `since: ${dateValue(since.profile).text}`, dateValue(since.profile).because ?? since.because)
  const place = placeFlow(main)
  if (place) out.add(1, `territory: ${place.text}`, place.because)
}

/** Ids must stay the same in later versions of the file: a number of its own, else its name, else name and place. */
function addIdentity(out: Lines, sheet: Sheet, name: Profile, isWalkedOften: boolean): boolean {
  const { id, meanings, table } = sheet
  const place = meanings.find(
    ({ target }) => target.is === 'place' && ['name', 'postalCode'].includes(target.clue),
  )
  let hasSites = false
  if (name.filled < table.rows.length && !fillsDown(sheet))
    out.add(1, `when: ${cell(name.column)}`, 'rows without a name are left out, and told')
  if (id) out.add(1, `id: ${cell(id.column)}`, because(meanings, 'id'))
  else
    out.add(
      1,
      `id: ${flow([
        ['value', cell(name.column).replace("'", "'projet-")],
        ['slug', 'true'],
      ])}`,
      'no column has a number of its own; the word before it keeps it apart from an organisation of one name',
    )
  if (!name.isUnique && !id) {
    out.add(
      1,
      `group: ${flow([
        ['value', cell(name.column)],
        ['slug', 'true'],
      ])}`,
      `names repeat: ${name.values.size} in ${name.filled} rows, so rows of one name are one initiative`,
    )
    hasSites = place !== undefined && !isWalkedOften && sitesOf(table, name, place.profile)
    if (hasSites && place) addSites(out, sheet, name, place.profile)
  } else if (isWalkedOften)
    out.add(1, `group: ${cell((id ?? name).column)}`, 'several rows of another sheet may join one')
  out.add(1, `name: ${cell(name.column)}`, because(meanings, 'name'))
  return hasSites
}

/** Whether rows of one name lie in different places, each once. */
function sitesOf(table: Sheet['table'], name: Profile, place?: Profile): boolean {
  if (!place) return false
  const pairs = table.rows.map(({ cells }) => `${cells.get(name.column)}\t${cells.get(place.column)}`)
  return new Set(pairs).size === pairs.length
}

function addSites(out: Lines, sheet: Sheet, name: Profile, place: Profile): void {
  out.add(
    1,
    'furtherSites:',
    'unsure: the first row of a name is taken as where it began, the others as further sites',
  )
  const template = quoted(`projet-{${name.column}}-{${place.column}}`)
  out.add(
    2,
    `id: ${flow([
      ['value', template],
      ['slug', 'true'],
    ])}`,
  )
  out.add(2, `name: ${quoted(`{${name.column}} – {${place.column}}`)}`)
  addSaid(out, 2, sheet)
  out.add(2, 'replicates: { level: REDONE }', 'unsure: INSPIRED, REDONE or SCALED')
}

function addSaid(out: Lines, depth: number, { meanings }: Sheet): void {
  for (const { profile, target, because: why, isUnsure } of meanings) {
    const reason = (more?: string) => [isUnsure ? `unsure: ${why}` : why, more].filter(Boolean).join('; ')
    if (target.is === 'summary')
      out.add(
        depth,
        `summary: ${
          profile.persons > 0
            ? flow([
                ['value', cell(profile.column)],
                ['ifWrong', 'leave out'],
              ])
            : cell(profile.column)
        }`,
        reason(profile.persons > 0 ? 'some hold e-mails or telephones: left out, and told' : undefined),
      )
    if (target.is === 'status')
      out.add(depth, `status: ${statusValue(profile).text}`, reason(statusValue(profile).because))
    if (target.is === 'startedOn' || target.is === 'endedOn')
      out.add(depth, `${target.is}: ${dateValue(profile).text}`, reason(dateValue(profile).because))
    if (target.is === 'website')
      out.add(
        depth,
        `website: ${flow([
          ['value', cell(profile.column)],
          ['ifWrong', 'leave out'],
        ])}`,
        reason(),
      )
  }
}

/** Who takes part: a column each, and the rows of other sheets. */
function addPartners(out: Lines, { main, others }: Plan, hasSites: boolean): void {
  const own = main.meanings.filter(({ target }) => target.is === 'partner')
  const listed = others.filter(({ join }) => join.each)
  const isSaid = (is: Target['is']) => find(main.meanings, is) !== undefined
  const isCarrier = ({ target }: Meaning) => target.is === 'partner' && target.role === 'CARRIER'
  // Numbers of registers and legal forms are those of an organisation: that which carries the initiative.
  const isOfCarrier = isSaid('identifier') || isSaid('kind')
  const ownName = isOfCarrier && !own.some(isCarrier) ? main.name : undefined
  if (own.length + listed.length === 0 && !ownName) return
  out.gap()
  out.add(0, 'partners:')
  if (ownName)
    addPartner(out, {
      ...{ key: 'carrier', named: ownName, name: cell(ownName.column), role: 'CARRIER' },
      why: 'unsure: numbers or legal forms say that each row is an organisation as well',
      ...{ roleWhy: 'it carries itself', described: main },
    })
  for (const meaning of own) {
    const { profile, target, because: why } = meaning
    if (target.is !== 'partner') continue
    const sheet = others.find(({ join }) => !join.each && join.column === profile.column)?.sheet
    addPartner(out, {
      key: profile.column,
      named: profile,
      name: cell(profile.column),
      list: profile.list,
      why,
      role: target.role,
      sheet,
      ...(isOfCarrier && meaning === own.find(isCarrier) && { described: main }),
    })
    if (hasSites) out.add(2, 'on: all')
  }
  for (const { sheet } of listed) {
    const { input, meanings } = sheet
    const named = meanings.find(({ target }) => target.is === 'partner')
    if (!named) {
      out.note(1, `${input} joins, and no column of it names an organisation`)
      continue
    }
    const { profile, target, because: why } = named
    const role = find(meanings, 'role')
    const said = role ? roleValue(role.profile, input) : undefined
    const since = find(meanings, 'startedOn')
    addPartner(out, {
      ...{
        key: `${input}_${profile.column}`,
        named: profile,
        name: cell(profile.column, input),
        list: profile.list,
        why,
        sheet,
        isListed: true,
      },
      role: said?.text ?? (target.is === 'partner' ? target.role : 'TECHNICAL'),
      roleWhy: said?.because,
    })
    if (since)
      out.add(2, `since: ${dateValue(since.profile, input).text}`, dateValue(since.profile, input).because)
  }
}

type Partner = {
  key: string
  named: Profile
  name: string
  list?: string
  why: string
  role: string
  roleWhy?: string
  sheet?: Sheet
  isListed?: boolean
  /** The sheet of the initiatives, when its columns say of what kind it is and its numbers. */
  described?: Sheet
}

function addPartner(
  out: Lines,
  { key, named, name, list, why, role, roleWhy, sheet, isListed, described }: Partner,
): void {
  out.add(1, `${quoted(slug(key).replaceAll('-', '_'))}:`)
  const split = list ? `; several in one cell, cut at ${list}` : ''
  out.add(
    2,
    `name: ${
      list
        ? flow([
            ['value', name],
            ['split', quoted(list)],
          ])
        : name
    }`,
    why + split,
  )
  const value = "'{value}'"
  const kind = kindValue(undefined, value, named)
  if (sheet) addOrganisation(out, 2, sheet, { name: value, named, input: sheet.input, isListed })
  else if (described) addOrganisation(out, 2, described, { name: value, named, isDescribed: true })
  else out.add(2, `kind: ${kind.text}`, kind.because)
  out.add(2, `role: ${role}`, roleWhy ?? (role.startsWith('{') ? undefined : 'by the name of the column'))
}

type Organisation = {
  name: string
  named?: Profile
  input?: string
  isListed?: boolean
  isDescribed?: boolean
}

function addOrganisation(
  out: Lines,
  depth: number,
  sheet: Sheet,
  { name, named, input, isListed = false, isDescribed = false }: Organisation,
): void {
  const { meanings } = sheet
  const kind = kindValue(find(meanings, 'kind'), name, named, input)
  out.add(depth, `kind: ${kind.text}`, kind.because)
  const website = isDescribed ? undefined : find(meanings, 'website')
  if (website)
    out.add(
      depth,
      `website: ${flow([
        ['value', cell(website.profile.column, input)],
        ['ifWrong', 'leave out'],
      ])}`,
      website.because,
    )
  const numbers = meanings.flatMap(({ profile, target }) =>
    target.is === 'identifier'
      ? [
          [
            target.scheme,
            flow([
              ['value', cell(profile.column, input)],
              ['ifWrong', 'leave out'],
            ]),
          ] as const,
        ]
      : [],
  )
  if (numbers.length)
    out.add(
      depth,
      `identifiers: ${flow(numbers)}`,
      'numbers that their register refuses are left out, and told',
    )
  const place = input !== undefined && !isListed ? placeFlow(sheet, input) : undefined
  if (place) out.add(depth, `territory: ${place.text}`, place.because)
}

function addThemes(out: Lines, { meanings }: Sheet, hasSites: boolean): void {
  const themes = meanings.filter(({ target }) => target.is === 'theme')
  if (themes.length === 0) return
  out.gap()
  out.add(0, 'themes:')
  for (const { profile, because: why } of themes) {
    const name = profile.list
      ? flow([
          ['value', cell(profile.column)],
          ['split', quoted(profile.list)],
        ])
      : cell(profile.column)
    out.add(1, `- name: ${name}`, profile.list ? `${why}; cut at ${profile.list}` : why)
    if (hasSites) out.add(2, 'on: all')
  }
}

function addTerritory(out: Lines, sheet: Sheet): void {
  const place = placeFlow(sheet)
  if (!place) return
  out.gap()
  out.note(0, 'Where it acts; what the columns say is compared, and contradictions are told.')
  out.add(0, `territory: ${place.text}`, place.because)
}

function placeFlow({ meanings }: Sheet, input?: string): { text: string; because: string } | undefined {
  const clues = meanings.flatMap(({ profile, target }) =>
    target.is === 'place' ? [{ clue: target.clue, profile }] : [],
  )
  // One coordinate alone is no place.
  const has = (wanted: string) => clues.some(({ clue }) => clue === wanted)
  const sound = clues.filter(
    ({ clue }) => !['latitude', 'longitude'].includes(clue) || (has('latitude') && has('longitude')),
  )
  if (sound.length === 0) return undefined
  // A city abroad may have a namesake here.
  const believed = has('country') && has('name') ? ([['believe', '[country]']] as const) : []
  return {
    text: flow([
      ...sound.map(({ clue, profile }) => [clue, cell(profile.column, input)] as const),
      ...believed,
    ]),
    because: `by the names of ${sound.map(({ profile }) => profile.column).join(', ')}`,
  }
}

/** Sums that one funder gave, and figures that can be counted. */
function addFigures(out: Lines, { main: { meanings }, others }: Plan): void {
  const listed = others.filter(({ join }) => join.each).flatMap(({ sheet }) => grantsOf(sheet))
  if (listed.length) {
    out.gap()
    out.add(0, 'grants:')
    for (const grant of listed) out.add(1, `- ${grant}`, 'unsure: as sums in euros')
  }
  const amount = find(meanings, 'amount')
  const funder = meanings.find(
    ({ target, profile }) => target.is === 'partner' && target.role === 'FUNDER' && !profile.list,
  )
  if (amount && !listed.length) {
    out.gap()
    const key = funder ? slug(funder.profile.column).replaceAll('-', '_') : ''
    const sum = flow([
      ['value', cell(amount.profile.column)],
      ['ifWrong', 'leave out'],
    ])
    if (funder) {
      const when = flow([['value', cell(funder.profile.column)]])
      out.add(
        0,
        `grants: ${flow([
          ['by', quoted(key)],
          ['when', when],
          ['amount', sum],
          ['currency', 'EUR'],
        ])}`,
        `unsure: ${amount.profile.column} as what ${funder.profile.column} gave, in euros`,
      )
    } else out.note(0, `${amount.profile.column} is not read: no column names one funder who gave it`)
  }
  const results = meanings.filter(({ target }) => target.is === 'result')
  if (results.length === 0) return
  out.gap()
  out.add(0, 'results:')
  for (const { profile, target, because: why } of results)
    if (target.is === 'result') {
      const figure = flow([
        ['value', cell(profile.column)],
        ['ifWrong', 'leave out'],
      ])
      out.add(
        1,
        `- ${flow([
          ['indicator', quoted(profile.column)],
          ['value', figure],
          ['unit', target.unit],
        ])}`,
        `unsure: ${why}; since when is not said`,
      )
    }
}

/** What a sheet beside the initiatives says that its partners gave. */
function grantsOf({ input, meanings }: Sheet): string[] {
  const [amount, giver, given] = [
    find(meanings, 'amount'),
    find(meanings, 'partner'),
    find(meanings, 'startedOn'),
  ]
  if (!amount || !giver) return []
  const key = slug(`${input}_${giver.profile.column}`).replaceAll('-', '_')
  const sum = flow([
    ['value', cell(amount.profile.column, input)],
    ['ifWrong', 'leave out'],
  ])
  return [
    flow([
      ['by', quoted(key)],
      ['amount', sum],
      ['currency', 'EUR'],
      given ? ['awardedOn', dateValue(given.profile, input).text] : undefined,
    ]),
  ]
}

/** Which initiative took up which, as a column of the main sheet or a sheet of pairs says. */
function addReplications(out: Lines, { main, others }: Plan): void {
  const found = [main, ...others.map(({ sheet }) => sheet)].flatMap((sheet) =>
    parentsIn(main, sheet).map((pair) => ({ sheet, ...pair })),
  )
  if (found.length === 0) return
  out.gap()
  out.add(0, 'replications:')
  const named = ({ column }: Profile) =>
    flow([
      ['value', quoted(`projet-{${column}}`)],
      ['slug', 'true'],
    ])
  for (const { sheet, child, parent } of found) {
    if (parent.target.is !== 'parent') continue
    const since = sheet === main ? undefined : find(sheet.meanings, 'startedOn')
    const rule = flow([
      child && ['from', quoted(sheet.input)],
      child && ['child', named(child)],
      ['parent', named(parent.profile)],
      ['level', parent.target.level],
      since && ['since', dateValue(since.profile).text],
    ])
    out.add(1, `- ${rule}`, `unsure: INSPIRED, REDONE or SCALED; ${parent.because}`)
  }
}

function find(meanings: readonly Meaning[], is: Target['is']): Meaning | undefined {
  return meanings.find(({ target }) => target.is === is)
}

function because(meanings: readonly Meaning[], is: Target['is']): string | undefined {
  return find(meanings, is)?.because
}
