import type { Problem } from '../files/format.ts'
import { isPartialDate } from '../../partialDate.ts'
import { searchText } from '../searchText.ts'
import { vocabulary } from '../vocabulary.ts'
import { nearest } from '../nearest.ts'
import { withoutSirets } from '../registers.ts'

type Part = string | { input?: string; column: string }
export type Template = readonly Part[]

/** How a property is made of columns. */
export type ValueRule = {
  templates: readonly Template[]
  words?: ReadonlyMap<string, string>
  wordsWithin?: ReadonlyMap<string, string>
  otherwise?: string
  split?: string
  /** Which of several values in one cell counts. */
  take?: 'first' | 'last'
  /** Texts that are cut off the beginning. */
  without?: readonly string[]
  /** Only these count, or all but these; folded. */
  is?: ReadonlySet<string>
  isNot?: ReadonlySet<string>
  /** Only numbers that are not less count. */
  atLeast?: number
  /** Gives nothing unless this gives something. */
  when?: ValueRule
  /** As part of an id: letters, digits and hyphens. */
  slug?: boolean
  date?: string
  leaveOut: boolean
  enum?: string
  kind?: 'date' | 'address' | 'number' | 'id' | 'identifier'
}

/** A row to be read, with the rows of other inputs that were joined to it, and names that stand for more than cells. */
export type Source = {
  file: string
  row: number
  cells: ReadonlyMap<string, string>
  joined: ReadonlyMap<string, Source>
  names: ReadonlyMap<string, string>
}

/** Takes what is wrong with a value: `left out` when the mapping says so, else an error. */
export type Complain = (problem: Problem, isLeftOut: boolean) => void

/** `{Column}`, `{input.Column}` and the text between; without braces it is a constant. */
export function template(text: string): Template {
  return text
    .split(/(\{[^{}]+\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith('{') && part.endsWith('}')
        ? { column: part.slice(1, -1).trim().replace(/\s+/g, ' ') }
        : part,
    )
}

/** Says which input a template means by `{input.Column}`. */
export function cellOf(
  { column }: { column: string },
  inputs: ReadonlySet<string>,
): { input?: string; column: string } {
  const dot = column.indexOf('.')
  const input = column.slice(0, Math.max(dot, 0))
  return inputs.has(input) ? { input, column: column.slice(dot + 1).trim() } : { column }
}

type Found = { text: string; problem: Omit<Problem, 'rule'> }

/** The values that a rule makes of a row: none when a column it needs is empty. */
export function valuesOf(rule: ValueRule, source: Source, complain: Complain): string[] {
  if (rule.when && valuesOf(rule.when, source, () => undefined).length === 0) return []
  const found = rule.templates.map((parts) => fill(parts, source)).find((filled) => filled !== undefined)
  if (!found) return rule.otherwise && !rule.words && !rule.wordsWithin ? [rule.otherwise] : []
  return taken(rule, found.text)
    .map((text) => cut(rule, text))
    .filter((text) => text !== '' && counts(rule, text))
    .flatMap((text) => {
      const result = finish(rule, text)
      if (typeof result === 'string') return [result]
      complain(
        { ...found.problem, value: rule.split ? text : found.problem.value, rule: result.rule },
        rule.leaveOut,
      )
      return []
    })
}

/** Whether a row says anything of what a rule reads. */
export function saysAny({ templates }: ValueRule, source: Source): boolean {
  return templates.some((parts) => fill(parts, source) !== undefined)
}

function taken({ split, take }: ValueRule, text: string): string[] {
  if (!split) return [text]
  const texts = [...new Set(text.split(split).map((part) => part.trim()))].filter((part) => part !== '')
  return take ? texts.slice(...(take === 'first' ? [0, 1] : [-1])) : texts
}

function cut({ without = [] }: ValueRule, text: string): string {
  const start = without.find((beginning) => text.startsWith(beginning))
  return start === undefined ? text : text.slice(start.length).trim()
}

function counts({ is, isNot, atLeast }: ValueRule, text: string): boolean {
  if (atLeast !== undefined && !(Number(text.replace(',', '.')) >= atLeast)) return false
  return !(is && !is.has(fold(text))) && !isNot?.has(fold(text))
}

function fill(parts: Template, source: Source): Found | undefined {
  let text = ''
  let problem: Omit<Problem, 'rule'> = { file: source.file, row: source.row }
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part
      continue
    }
    const [row, column] = locate(part, source)
    const cell = row?.cells.get(column) || (row === source ? source.names.get(column) : undefined)
    if (!cell) return undefined
    text += cell
    if (row?.cells.has(column)) problem = { file: row.file, row: row.row, column, value: cell }
  }
  return text.trim() === ''
    ? undefined
    : { text: text.trim(), problem: { ...problem, value: problem.value ?? text } }
}

function locate(part: Exclude<Part, string>, source: Source): [Source | undefined, string] {
  const { input, column } = cellOf(part, new Set(source.joined.keys()))
  return input === undefined ? [source, column] : [source.joined.get(input), column]
}

function finish(rule: ValueRule, text: string): string | { rule: string } {
  const looked = lookUp(rule, text)
  if (typeof looked !== 'string') return looked
  const dated = rule.date ? readDate(looked, rule.date) : looked
  if (dated === undefined) return { rule: `is no date like ${rule.date}` }
  const known = rule.enum ? vocabulary().enums.get(rule.enum) : undefined
  if (rule.enum && !known?.includes(dated)) return { rule: notIn(dated, known ?? [], rule.enum) }
  if (rule.kind === 'date' && !isPartialDate(dated))
    return { rule: 'is no date: a year, 2014-05 or 2014-05-12' }
  if (rule.kind === 'address') return readAddress(dated) ?? { rule: 'is no web address' }
  if (rule.kind === 'number') return readNumber(dated) ?? { rule: 'is no number' }
  // Whoever reads an identifier compares it with what its register gives out.
  const refused =
    rule.kind === 'identifier' ? undefined : personalData(rule.kind === 'id' ? withoutSirets(dated) : dated)
  if (refused) return { rule: refused }
  return rule.slug ? slug(dated) || { rule: 'has no letter or digit to make an id of' } : dated
}

function lookUp({ words, wordsWithin, otherwise }: ValueRule, text: string): string | { rule: string } {
  if (!words && !wordsWithin) return text
  const folded = fold(text)
  for (const [word, meant] of words ?? []) if (fold(word) === folded) return meant
  for (const [word, meant] of wordsWithin ?? []) if (` ${folded} `.includes(` ${fold(word)} `)) return meant
  if (otherwise !== undefined) return otherwise
  return {
    rule: notIn(text, [...(words?.keys() ?? []), ...(wordsWithin?.keys() ?? [])], 'word of the mapping'),
  }
}

/** Says that a text is none of the known ones, and which of them is nearest. */
export function notIn(text: string, known: readonly string[], what: string): string {
  const near = nearest(text, known)
  return near ? `is no ${what}: did you mean ${near}?` : `is no ${what}: known are ${known.join(', ')}`
}

/** The same whatever the accents, case, signs, and whether `&` or `et`. */
export function fold(text: string): string {
  return searchText(text.replaceAll('&', ' et '))
}

/** A name as part of an id. */
export function slug(name: string): string {
  return fold(name).replaceAll(' ', '-')
}

/** A spreadsheet may hold true dates, which come as ISO dates, beside those that people wrote. */
function readDate(text: string, pattern: string): string | undefined {
  if (isPartialDate(text)) return text
  const shape = pattern
    .replace(/[.*+?^$()|[\]\\/]/g, '\\$&')
    .replace('YYYY', '(?<year>\\d{4})')
    .replace('MM', '(?<month>\\d{1,2})')
    .replace('DD', '(?<day>\\d{1,2})')
  const parts = new RegExp(`^${shape}$`).exec(text)?.groups ?? monthIn(text)
  if (!parts) return undefined
  const { year = '', month, day } = parts
  return [
    year,
    ...[month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, '0')),
  ].join('-')
}

/** A month and its year, which nobody can misread: `09/2014`, `juin 2019`, `1er mars 2020`, `3 May 2019`. */
function monthIn(text: string): Record<string, string | undefined> | undefined {
  const digits = /^(?<month>\d{1,2})\/(?<year>\d{4})$/.exec(text)?.groups
  if (digits) return digits
  const { day, word, year } =
    /^(?:(?<day>\d{1,2})(?:er)? )?(?<word>[a-z]{3,9}) (?<year>\d{4})$/.exec(fold(text))?.groups ?? {}
  const found = word === undefined ? -1 : months.findIndex((names) => names.includes(word))
  return found < 0 ? undefined : { year, month: String((found % 12) + 1), day }
}

/** From January on, in French, then in English. */
const months: readonly string[][] = ['fr', 'en'].flatMap((language) =>
  Array.from({ length: 12 }, (_, month) =>
    (['long', 'short'] as const).map((style) =>
      searchText(new Intl.DateTimeFormat(language, { month: style }).format(new Date(2020, month, 1))),
    ),
  ),
)

/** A number as people write it in French or English, with or without its currency: `1 200,50 €`, `1,200.50`. */
function readNumber(text: string): string | undefined {
  const bare = text.replace(/[\s\u00a0\u202f€$£%]|EUR/gi, '')
  if (/^[+-]?\d+([.,]\d+)?$/.test(bare) && !/^[+-]?\d{1,3},\d{3}$/.test(bare))
    return String(Number(bare.replace(',', '.')))
  if (/^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return String(Number(bare.replaceAll(',', '')))
  return /^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$/.test(bare)
    ? String(Number(bare.replaceAll('.', '').replace(',', '.')))
    : undefined
}

/** A web address; people leave out how it begins. */
function readAddress(text: string): string | undefined {
  const whole = /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(text) ? `http://${text}` : text
  if (/\s/.test(whole) || !URL.canParse(whole)) return undefined
  const { protocol, hostname } = new URL(whole)
  return (protocol === 'http:' || protocol === 'https:') && /\.[a-z][a-z\d]+$/.test(hostname)
    ? whole
    : undefined
}

/**
 * Why a text may not be published, if so: it holds an e-mail address or a telephone number, by the same signs as the check
 * of the whole graph goes by. Addresses of pages are left aside.
 */
export function personalData(text: string): string | undefined {
  if (!/[@\d]|\b(at|arobase)\b/i.test(text)) return undefined
  const said = text.replace(/(?<=^|\s)[("«]*https?:\/\/\S*/gi, '')
  if (mailSigns.some((sign) => sign.test(said))) return 'holds an e-mail address, which is never published'
  if (phoneSigns.some((sign) => sign.test(said))) return 'holds a telephone number, which is never published'
  return undefined
}

const mailSigns = [
  /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/i,
  /[\w.-]+\s*[[({]\s*(at|arobase)\s*[\])}]\s*[\w-]+\.[a-z]{2,}/i,
]
// International, French, North American.
const phoneSigns = [
  /(?<!\d)(\+|00)[1-9]\d{0,2}[ .()-]{0,2}(\d[ .()-]{0,2}){7,11}\d(?!\d)/,
  /(?<!\d)0[1-9]([ .-]?\d{2}){4}(?!\d)/,
  /(?<!\d)\(?[2-9]\d{2}\)?[ .-][2-9]\d{2}[.-]\d{4}(?!\d)/,
]
