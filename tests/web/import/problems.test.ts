import { describe, expect, test } from 'vitest'
import type { ProblemGroup, ToldProblem } from '../../../api/exchange/upload/answers.ts'
import { mendingOf } from '../../../web/import/mending.ts'
import { byRow, contextOf, counted, isOfHeader } from '../../../web/import/problems.ts'

const says = { text: 'is no date', rule: 'noDate' }
const problem = (given: Partial<ToldProblem>): ToldProblem => ({
  ...{ severity: 'warning', kind: 'left out', says },
  ...given,
})
const date = problem({ file: 'b.csv', row: 3, column: 'Date', value: 'jadis' })
const place = problem({ file: 'b.csv', row: 3, column: 'Ville', severity: 'error' })
const other = problem({ file: 'a.csv', row: 9, column: 'Date' })
const whole = problem({ value: 'Les Tablées', severity: 'note' })
const group = (given: Partial<ProblemGroup>): ProblemGroup => ({
  ...{ at: 0, severity: 'warning', kind: 'left out', says, file: 'b.csv', column: 'Date' },
  ...{ count: 1, rows: 1, valuesTotal: 1, values: [{ value: 'jadis', count: 1, isCell: true }] },
  ...given,
})

describe('problems', () => {
  test('stand together by row, in their order', () => {
    const rows = byRow({ problems: [other, date, place, whole], rows: [] })
    expect(rows.map(({ problems }) => problems)).toEqual([[other], [date, place], [whole]])
  })

  test('are counted by how bad they are, the worst first', () => {
    const groups = [group({ count: 300 }), group({ severity: 'error', count: 2 }), group({ count: 12 })]
    expect(counted(groups)).toEqual([
      { severity: 'error', count: 2 },
      { severity: 'warning', count: 312 },
    ])
  })

  test('of how columns are called are of the header', () => {
    const named = ['twice', 'columnMissingNear', 'contactColumn', 'noDate'].map((rule) => ({
      text: '',
      rule,
    }))
    expect(named.map(isOfHeader)).toEqual([true, true, true, false])
    expect(isOfHeader({ text: 'whatever' })).toBe(false)
  })

  test('show what tells their row from others: words that are not at fault', () => {
    const context = (cells: Record<string, string>) => {
      const [row] = byRow({ problems: [date], rows: [{ file: 'b.csv', row: 3, cells }] })
      return row && contextOf(row)
    }
    expect(context({ 'N°': '12', Nom: 'Le Fournil', Date: 'jadis', Ville: 'Metz', Thème: 'Pain' })).toBe(
      'Le Fournil · Metz',
    )
    expect(context({ Nom: 'Le Fournil', Objet: 'a'.repeat(2000) })).toBe(`Le Fournil · ${'a'.repeat(60)}…`)
  })
})

describe('values at fault', () => {
  const read = [{ input: 'actions', file: 'b.csv', rows: 9 }]
  const told = {
    ...{
      id: '',
      isRefused: false,
      counts: null,
      groups: [],
      problemsTotal: 0,
      gone: { total: 0, canEnd: 0 },
    },
    ...{ number: null, families: [] },
    report: {
      ...{ title: '', recorder: '', projects: 0, sites: 0, partners: 0, themes: 0, read },
      ...{ places: {}, resolved: {} },
    },
  }
  const mapped = {
    ...{ form: 'mapped' as const, mapping: 'm', text: '', isShipped: false, title: 'M', network: null },
    ...{ read: [], problems: [] },
  }

  test('are corrected for all rows where a mapping reads them and their cells say nothing else', () => {
    const values = [
      { value: 'jadis', count: 7, isCell: true },
      { value: 'hier', count: 1, isCell: false },
    ]
    expect(mendingOf(group({ values }), told, mapped)).toEqual({
      ...{ by: 'cells', input: 'actions', column: 'Date' },
      values: [{ value: 'jadis', count: 7, isCell: true }],
    })
    expect(mendingOf(group({ severity: 'note' }), told, mapped)).toBeUndefined()
    expect(mendingOf(group({ file: 'c.csv' }), told, mapped)).toBeUndefined()
    expect(mendingOf(group({}), told, { form: 'direct', read: [], owner: null })).toBeUndefined()
  })

  test('are words of a column that is guessed, where it has words', () => {
    const target = { is: 'role' as const }
    const words = [
      { value: 'Mécène', count: 2, meant: null },
      { value: 'Financeur', count: 5, meant: 'FUNDER' },
    ]
    const column = {
      ...{ column: 'Rôle', filled: 7, samples: [], target, because: says, isUnsure: false, isChosen: false },
      words,
    }
    const guessed = {
      ...{ form: 'guessed' as const, mapping: 'm', text: '', lacksName: false },
      sheets: [
        {
          ...{ input: 'actions', title: '', rows: 7, part: 'partners' as const, unread: [] },
          columns: [column],
        },
      ],
    }
    const values = [{ value: 'Mécène', count: 2, isCell: true }]
    expect(mendingOf(group({ column: 'Rôle', values }), told, guessed)).toEqual({
      ...{ by: 'words', input: 'actions', column: 'Rôle', target },
      words: words.slice(0, 1),
    })
  })
})
