import type { Table } from '../files/format.ts'
import { searchText } from '../searchText.ts'
import { fold, personalData } from '../mapping/valueRule.ts'
import { noWords, yesWords } from './words.ts'

/** What the values of a column look like; shares are of the cells that are filled. */
export type Profile = {
  column: string
  /** The name in lower case without accents and signs. */
  name: string
  filled: number
  values: ReadonlyMap<string, number>
  /** Whether no two are the same, whatever their case and accents. */
  isUnique: boolean
  share: (test: (text: string) => boolean) => number
  /** What separates several values in one cell, if something does. */
  list?: string
  dates: { pattern?: string; share: number }
  isYesNo: boolean
  /** Whether all of many rows say the same: that tells of the file, not of any row. */
  isConstant: boolean
  persons: number
  /** What somebody decided that its words mean; the empty word leaves one out. */
  chosen?: ReadonlyMap<string, string>
}

export function profilesOf({ columns, unread, rows }: Table): Profile[] {
  return columns
    .filter((column) => !unread.has(column))
    .map((column) => profileOf(column, rows.map(({ cells }) => cells.get(column) ?? '').filter(Boolean)))
}

function profileOf(column: string, texts: readonly string[]): Profile {
  const values = new Map<string, number>()
  for (const text of texts) values.set(text, (values.get(text) ?? 0) + 1)
  const share = (test: (text: string) => boolean) =>
    texts.length ? texts.filter(test).length / texts.length : 0
  const words = [...values.keys()].map((value) => searchText(value))
  return {
    column,
    name: searchText(column),
    filled: texts.length,
    values,
    isUnique:
      texts.length > 0 && new Set([...values.keys()].map((value) => fold(value))).size === texts.length,
    share,
    list: listSign(texts),
    dates: datesOf(share),
    isYesNo: words.length > 0 && words.every((word) => [...yesWords, ...noWords].includes(word)),
    isConstant: values.size === 1 && texts.length >= 5,
    persons: share((text) => personalData(text) !== undefined),
  }
}

export const percent = (share: number) => `${Math.round(share * 100)} %`

/** A sign that cuts a fair part of the cells into short pieces; what is in dates and addresses cuts nothing. */
function listSign(texts: readonly string[]): string | undefined {
  const plain = texts.filter((text) => !/^https?:|^\d+[/.-]\d+/.test(text))
  const scored = [';', '|', ' / ', '/', ','].map((sign) => {
    const cut = plain.filter((text) => {
      const parts = text.split(sign)
      return parts.length > 1 && parts.every((part) => part.trim().length < 60 && /\p{L}{2}/u.test(part))
    })
    const enough = sign === ',' ? 0.4 : 0.15
    return { sign: sign.trim(), share: plain.length ? cut.length / plain.length : 0, enough }
  })
  return scored.find(({ share, enough }) => share >= enough)?.sign
}

const isoDate = /^(1[89]|20)\d{2}(-\d{2}(-\d{2})?)?$/
const monthAndYear = /^\d{1,2}\/\d{4}$|^(\d{1,2}(er)? )?\p{L}{3,9}\.? (1[89]|20)\d{2}$/u

const patterns: readonly (readonly [string, RegExp])[] = [
  ['', isoDate],
  ['DD/MM/YYYY', /^\d{1,2}\/\d{1,2}\/\d{4}$/],
  ['DD-MM-YYYY', /^\d{1,2}-\d{1,2}-\d{4}$/],
  ['DD.MM.YYYY', /^\d{1,2}\.\d{1,2}\.\d{4}$/],
  ['MM/YYYY', monthAndYear],
]

/** The pattern of most dates; ISO dates, and months with their year, are read beside any. */
function datesOf(share: Profile['share']): Profile['dates'] {
  const scored = patterns.map(([pattern, sign]) => ({
    pattern: pattern || undefined,
    own: share((text) => sign.test(text)),
    share: share(
      (text) => sign.test(text) || isoDate.test(text) || (pattern !== '' && monthAndYear.test(text)),
    ),
  }))
  const [best] = scored
    .filter(({ own }) => own > 0)
    .sort((one, other) => other.share - one.share || other.own - one.own)
  return best ? { pattern: best.pattern, share: best.share } : { share: 0 }
}
