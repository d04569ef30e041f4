import { slug } from '../../mapping/valueRule.ts'
import { find } from './found.ts'
import { roleIn } from '../meaning.ts'
import type { Meaning, Target } from '../meaning.ts'
import { addOrganisation } from './organisation.ts'
import type { Profile } from '../profile.ts'
import type { Plan, Sheet } from '../sheets.ts'
import { givenByRecorder, recorderKey, recorderName } from './recorder.ts'
import { dateValue, kindValue, roleValue } from '../values.ts'
import type { Lines } from './lines.ts'
import { cell, flow, quoted } from './lines.ts'

/** Who takes part: a column each, and the rows of other sheets. */
export function addPartners(out: Lines, plan: Plan, hasSites: boolean): void {
  const { main, others } = plan
  const own = main.meanings.filter(({ target }) => target.is === 'partner')
  const listed = others.filter(({ join }) => join.each)
  const isSaid = (is: Target['is']) => find(main.meanings, is) !== undefined
  const isCarrier = ({ target }: Meaning) => target.is === 'partner' && target.role === 'CARRIER'
  // Numbers of registers and legal forms are those of an organisation: that which carries the initiative.
  const isOfCarrier = isSaid('identifier') || isSaid('kind')
  const ownName = isOfCarrier && !own.some(isCarrier) ? main.name : undefined
  const isGiven = givenByRecorder(plan)
  if (own.length + listed.length === 0 && !ownName && !isGiven) return
  out.gap()
  out.add(0, 'partners:')
  if (isGiven) addRecorder(out, plan)
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
    const named = find(meanings, 'partner') ?? find(meanings, 'name')
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
      role: said?.text ?? (target.is === 'partner' ? target.role : (roleIn(profile.name) ?? 'TECHNICAL')),
      roleWhy: said?.because,
    })
    if (since)
      out.add(2, `since: ${dateValue(since.profile, input).text}`, dateValue(since.profile, input).because)
  }
}

/** Who records and gave, named once. */
function addRecorder(out: Lines, { main: { meanings } }: Plan): void {
  const amount = find(meanings, 'amount')?.profile.column ?? ''
  out.add(1, `${recorderKey}:`)
  out.add(
    2,
    `name: ${recorderName.again}`,
    `unsure: ${amount} was given, and no column says by whom: by who records`,
  )
  out.add(2, 'kind: FOUNDATION', 'unsure: a funder')
  out.add(2, 'role: FUNDER')
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
