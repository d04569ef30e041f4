import type { Choices } from '../guess/choices.ts'
import type { Meaning } from '../guess/meaning.ts'
import type { Plan, Sheet } from '../guess/sheets.ts'
import { wordsOf } from '../guess/values.ts'
import type { Column, Part, Sheet as SheetTold } from './answers.ts'
import { saying } from './saying.ts'

const shown = { samples: 3, letters: 80, words: 200 }

/** What was guessed of each sheet, and each of its columns, for people to correct. */
export function sheetsTold({ main, others, left }: Plan, chosen: Choices['sheets']): SheetTold[] {
  const told = (sheet: Sheet, part: Part, join?: SheetTold['join']): SheetTold => {
    const { input, table, meanings } = sheet
    const columns = chosen?.get(input)?.columns
    return {
      ...{ input, title: table.sheet ?? input, rows: table.rows.length, part },
      ...(join && { join }),
      columns: meanings.map((meaning) => columnTold(meaning, columns?.has(meaning.profile.column) ?? false)),
      unread: [...table.unread],
    }
  }
  return [
    told(main, main.isOfPartners ? 'members' : 'initiatives'),
    ...others.map(({ sheet, join: { column, with: other, each, because } }) =>
      told(sheet, each ? 'partners' : 'details', { column, with: other, because: saying(because) }),
    ),
    ...left.map((sheet) => told(sheet, 'left')),
  ]
}

function columnTold({ profile, target, because, isUnsure = false }: Meaning, isChosen: boolean): Column {
  const { column, filled, values, list } = profile
  const words = wordsOf({ profile, target, because })?.slice(0, shown.words)
  const often = [...values].sort(([, one], [, other]) => other - one)
  const samples = target.is === 'never' ? [] : often.slice(0, shown.samples).map(([value]) => cut(value))
  return {
    ...{ column, filled, samples, target, because: saying(because), isUnsure, isChosen },
    ...(list && { list }),
    ...(words && { words }),
  }
}

const cut = (text: string) => (text.length > shown.letters ? `${text.slice(0, shown.letters)}…` : text)
