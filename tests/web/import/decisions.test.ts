import { describe, expect, test } from 'vitest'
import { correctionsWith, sheetsWith, wordMeaning } from '../../../web/import/decisions.ts'

describe('what is decided of a sheet', () => {
  const before = sheetsWith({}, 'projets', { columns: { Note: { is: 'summary' } } })

  test('stands beside what was decided before', () => {
    const word = wordMeaning(before, 'projets', 'Rôle', 'Mécène', 'FUNDER')
    const now = sheetsWith(sheetsWith(before, 'projets', word), 'autres', { rows: 'members' })
    expect(now).toEqual({
      projets: { columns: { Note: { is: 'summary' } }, words: { Rôle: { Mécène: 'FUNDER' } } },
      autres: { rows: 'members', columns: {}, words: {} },
    })
    const other = wordMeaning(now, 'projets', 'Rôle', 'Appui', '')
    expect(sheetsWith(now, 'projets', other)['projets']?.words).toEqual({
      Rôle: { Mécène: 'FUNDER', Appui: '' },
    })
  })
})

describe('a correction', () => {
  const first = { in: 'rows', column: 'Depuis', value: 'jadis', now: '2015' }

  test('replaces the former one of the same cells alone', () => {
    const other = { ...first, column: 'Fin' }
    expect(correctionsWith([first, other], { ...first, now: '2016' })).toEqual([
      other,
      { ...first, now: '2016' },
    ])
  })

  test('that says nothing, or what the cell says, is none', () => {
    expect(correctionsWith([first], { ...first, now: '' })).toEqual([])
    expect(correctionsWith([first], { ...first, now: 'jadis' })).toEqual([])
  })
})
