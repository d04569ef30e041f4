import { slug } from '../../mapping/valueRule.ts'
import { find } from './found.ts'
import { givenByRecorder, recorderKey } from './recorder.ts'
import type { Plan, Sheet } from '../sheets.ts'
import { dateValue } from '../values.ts'
import type { Lines } from './lines.ts'
import { cell, flow, quoted } from './lines.ts'

/** Sums that one funder gave, and figures that can be counted. */
export function addFigures(out: Lines, plan: Plan): void {
  const { main, others } = plan
  const { meanings } = main
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
    } else if (givenByRecorder(plan)) {
      const given = find(meanings, 'awardedOn')
      out.add(
        0,
        `grants: ${flow([
          ['by', recorderKey],
          ['amount', sum],
          ['currency', 'EUR'],
          given && ['awardedOn', dateValue(given.profile).text],
        ])}`,
        'unsure: in euros',
      )
    } else out.note(0, `${amount.profile.column} is not read: no column names one funder who gave it`)
  }
  const beside = others.filter(({ join }) => !join.each).map(({ sheet }) => sheet)
  const results = [main, ...beside].flatMap((sheet) =>
    sheet.meanings.flatMap((meaning) =>
      meaning.target.is === 'result'
        ? [{ ...meaning, unit: meaning.target.unit, input: sheet === main ? undefined : sheet.input }]
        : [],
    ),
  )
  if (results.length === 0) return
  out.gap()
  out.add(0, 'results:')
  for (const { profile, unit, input, because: why } of results) {
    const figure = flow([
      ['value', cell(profile.column, input)],
      ['ifWrong', 'leave out'],
    ])
    out.add(
      1,
      `- ${flow([
        ['indicator', quoted(profile.column)],
        ['value', figure],
        ['unit', quoted(unit)],
      ])}`,
      `unsure: ${why}; since when is not said`,
    )
  }
}

/** What a sheet beside the initiatives says that its partners gave. */
function grantsOf({ input, meanings }: Sheet): string[] {
  const amount = find(meanings, 'amount')
  const giver = find(meanings, 'partner') ?? find(meanings, 'name')
  const given = find(meanings, 'awardedOn') ?? find(meanings, 'startedOn')
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
