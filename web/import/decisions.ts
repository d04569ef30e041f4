import type { Correction, SheetChoices } from '../../api/exchange/upload/answers.ts'

/** What was chosen for the columns and words of each sheet. */
export type Sheets = Readonly<Record<string, SheetChoices>>

export function sheetsWith(sheets: Sheets, input: string, decided: SheetChoices): Sheets {
  const before = sheets[input]
  return {
    ...sheets,
    [input]: {
      ...{ ...before, ...decided },
      columns: { ...before?.columns, ...decided.columns },
      words: { ...before?.words, ...decided.words },
    },
  }
}

/** With a word of a column that means this term. */
export const wordMeaning = (
  sheets: Sheets,
  input: string,
  column: string,
  word: string,
  term: string,
): SheetChoices => ({ words: { [column]: { ...sheets[input]?.words?.[column], [word]: term } } })

/** With this one instead of what was said of the same cells before; without, when it says what they say. */
export function correctionsWith(known: readonly Correction[], next: Correction): Correction[] {
  const { in: input, column, value, now } = next
  const others = known.filter((one) => one.in !== input || one.column !== column || one.value !== value)
  return now === '' || now === value ? others : [...others, next]
}
