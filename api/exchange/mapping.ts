import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { isNode, LineCounter, parseDocument } from 'yaml'
import { formats } from './formats.ts'
import { nearest } from './nearest.ts'
import { isPartialDate } from '../partialDate.ts'
import { notIn, template } from './values.ts'
import type { ValueRule } from './values.ts'
import { vocabulary } from './vocabulary.ts'

/** An object that knows its keys: another key is an error that proposes the nearest one. */
function keys<const E extends v.ObjectEntries>(entries: E) {
  return v.strictObject(entries, (issue) => {
    if (issue.expected === 'Object') return 'should be a list of keys and values'
    if (issue.expected !== 'never') return 'is missing'
    const near = nearest(String(issue.path?.at(-1)?.key), Object.keys(entries))
    return near
      ? `is unknown: did you mean ${near}?`
      : `is unknown: known are ${Object.keys(entries).join(', ')}`
  })
}

const text = v.pipe(
  v.union([v.string(), v.number()], 'should be a text'),
  v.transform(String),
  v.trim(),
  v.nonEmpty('is empty'),
)
const list = v.array(text, 'should be a list of texts')
const table = v.record(v.string(), text, 'should be a table: word: other word')
const templates = v.union(
  [text, list],
  'should be a text, such as {Name of a column}, or several to try in turn',
)
const longValue = keys({
  value: templates,
  words: v.optional(table),
  wordsWithin: v.optional(table),
  otherwise: v.optional(text),
  split: v.optional(v.pipe(v.string('should be a text'), v.nonEmpty('is empty'))),
  date: v.optional(v.pipe(text, v.regex(/YYYY/, 'should hold YYYY, such as DD/MM/YYYY'))),
  ifWrong: v.optional(v.picklist(['error', 'leave out'], 'should be error or leave out')),
})

const value = v.pipe(
  v.custom<unknown>((given) => given !== null && given !== undefined, 'is empty'),
  v.rawTransform<unknown, ValueRule>(({ dataset, addIssue, NEVER }) => {
    const isLong = typeof dataset.value === 'object' && !Array.isArray(dataset.value)
    const read = v.safeParse(
      isLong ? longValue : v.object({ value: templates }),
      isLong ? dataset.value : { value: dataset.value },
    )
    if (read.success) return rule(read.output as v.InferOutput<typeof longValue>)
    for (const { message, path } of read.issues) {
      const [first, ...rest] = path ?? []
      addIssue({ message, path: first && isLong ? [first, ...rest] : undefined })
    }
    return NEVER
  }),
)

function rule({
  value: given,
  split,
  date,
  otherwise,
  ifWrong,
  words,
  wordsWithin,
}: v.InferOutput<typeof longValue>): ValueRule {
  return {
    templates: [given].flat().map(template),
    words: words && new Map(Object.entries(words)),
    wordsWithin: wordsWithin && new Map(Object.entries(wordsWithin)),
    otherwise,
    split,
    date,
    leaveOut: ifWrong === 'leave out',
  }
}

/** A value that ends as a word of this enum: what the mapping itself says is checked here, the rest row by row. */
function word(name: string) {
  return v.pipe(
    value,
    v.transform((found): ValueRule => ({ ...found, enum: name })),
    v.rawCheck<ValueRule>(({ dataset, addIssue }) => {
      if (!dataset.typed) return
      const known = vocabulary().enums.get(name) ?? []
      const { templates: given, words, wordsWithin, otherwise } = dataset.value
      const fixed = given.flatMap((parts) =>
        parts.every((part) => typeof part === 'string') ? [parts.join('')] : [],
      )
      const isTable = words !== undefined || wordsWithin !== undefined
      const said = [...(isTable ? [] : fixed), ...(words?.values() ?? []), ...(wordsWithin?.values() ?? [])]
      for (const one of otherwise ? [...said, otherwise] : said)
        if (!known.includes(one)) addIssue({ message: `${one} ${notIn(one, known, name)}` })
    }),
  )
}

const kindOf = (kind: ValueRule['kind']) =>
  v.pipe(
    value,
    v.transform((found): ValueRule => ({ ...found, kind })),
  )
const date = kindOf('date')
const address = kindOf('address')
const on = v.optional(v.picklist(['project', 'sites', 'all'], 'should be project, sites or all'), 'project')
const record = <const S extends v.GenericSchema>(schema: S) =>
  v.record(v.string(), schema, 'should be a table of names')

const described = {
  id: value,
  name: value,
  summary: v.optional(value),
  status: v.optional(word('InitiativeStatus')),
  reason: v.optional(value),
  startedOn: v.optional(date),
  endedOn: v.optional(date),
  website: v.optional(address),
  source: v.optional(value),
}

const input = keys({
  format: v.picklist(
    Object.keys(formats) as (keyof typeof formats)[],
    `should be one of ${Object.keys(formats).join(', ')}`,
  ),
  has: list,
  optional: v.optional(v.boolean('should be true or false'), false),
  join: v.optional(keys({ column: text, with: text })),
  delimiter: v.optional(v.pipe(v.string('should be a text'), v.nonEmpty('is empty')), ','),
  encoding: v.optional(text, 'utf-8'),
  entities: v.optional(v.boolean('should be true or false'), false),
  empty: v.optional(list, []),
})

const shape = keys({
  title: text,
  source: value,
  recordedOn: v.optional(
    v.pipe(
      text,
      v.check((given) => isPartialDate(given), 'should be a date: 2014, 2014-05 or 2014-05-12'),
    ),
  ),
  network: v.optional(keys({ id: text, name: text, website: v.optional(text), headedBy: v.optional(text) })),
  inputs: v.pipe(
    record(input),
    v.check((found) => Object.keys(found).length > 0, 'has no input'),
  ),
  corrections: v.optional(v.array(keys({ where: table, set: table, because: text }), 'should be a list'), []),
  initiatives: keys({
    group: value,
    same: v.optional(list, []),
    ...described,
    familyName: v.optional(value),
    furtherSites: v.optional(
      keys({
        ...described,
        replicates: keys({
          level: word('ReplicationLevel'),
          mode: v.optional(word('ReplicationMode')),
          since: v.optional(date),
          note: v.optional(value),
        }),
      }),
    ),
  }),
  partners: v.optional(
    record(
      keys({
        id: v.optional(value),
        name: value,
        acronym: v.optional(value),
        kind: word('PartnerKind'),
        website: v.optional(address),
        role: word('PartnerRole'),
        since: v.optional(date),
        until: v.optional(date),
        note: v.optional(value),
        when: v.optional(value),
        on,
      }),
    ),
    {},
  ),
  themes: v.optional(
    v.array(keys({ name: value, broader: v.optional(table, {}), on }), 'should be a list'),
    [],
  ),
  territory: v.optional(keys({ latitude: value, longitude: value, near: v.optional(text) })),
  checks: v.optional(
    v.array(
      keys({
        what: text,
        says: value,
        department: v.optional(v.literal('of the place')),
        like: v.optional(value),
      }),
    ),
    [],
  ),
})

export type Mapping = v.InferOutput<typeof shape>
export type InputRule = Mapping['inputs'][string]

const shipped = new URL('mappings/', import.meta.url)

/** The mappings that come with Essaim. */
export function mappingNames(): string[] {
  return readdirSync(shipped).map((entry) => entry.replace(/\.yaml$/, ''))
}

/** The mapping of this name, or in this file; every fault with its line. @throws Error */
export function readMapping(nameOrFile: string): Mapping {
  const own = new URL(`${nameOrFile}.yaml`, shipped)
  const file = /^[\w-]+$/.test(nameOrFile) && existsSync(own) ? fileURLToPath(own) : nameOrFile
  if (!existsSync(file)) {
    const near = nearest(nameOrFile, mappingNames())
    const hint = near ? `did you mean ${near}?` : `there are ${mappingNames().join(', ')}`
    throw new Error(`no mapping ${nameOrFile}: give a file or a name (${hint})`)
  }
  return parseMapping(readFileSync(file, 'utf8'), nameOrFile)
}

/** @throws Error with every fault of the mapping, a line each */
export function parseMapping(source: string, file: string): Mapping {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const broken = document.errors.map(({ pos, message }) => `${file}, line ${lineAt(pos[0])}: ${message}`)
  if (broken.length) throw new Error(broken.join('\n'))
  const read = v.safeParse(shape, document.toJS())
  if (!read.success) {
    const faults = read.issues.map((issue) => {
      const path = issue.path?.map(({ key }) => key) ?? []
      return `${file}, line ${lineOf(path)}: ${path.join('.') || 'the mapping'} ${issue.message}`
    })
    throw new Error([...new Set(faults)].join('\n'))
  }
  const faults = inconsistencies(read.output).map(
    ({ path, fault }) => `${file}, line ${lineOf(path)}: ${path.join('.')} ${fault}`,
  )
  if (faults.length) throw new Error(faults.join('\n'))
  return read.output

  function lineOf(path: readonly unknown[]): number {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return 1
  }
}

/** What each part of the mapping can't see of the others. */
function inconsistencies({
  inputs,
  network,
  partners,
  checks,
}: Mapping): { path: string[]; fault: string }[] {
  const [main = '', ...others] = Object.keys(inputs)
  const faults: { path: string[]; fault: string }[] = []
  if (inputs[main]?.join || inputs[main]?.optional)
    faults.push({
      path: ['inputs', main],
      fault: 'comes first: its rows are walked, so it has no join and is not optional',
    })
  for (const other of others)
    if (!inputs[other]?.join) faults.push({ path: ['inputs', other], fault: `needs a join, with ${main}` })
  const head = network?.headedBy
  if (head && !partners[head]) {
    const near = nearest(head, Object.keys(partners))
    faults.push({
      path: ['network', 'headedBy'],
      fault: `${head} is no partner of this mapping${near ? `: did you mean ${near}?` : ''}`,
    })
  }
  checks.forEach(({ department, like }, place) => {
    if (!department === !like)
      faults.push({ path: ['checks', String(place)], fault: 'should have either department or like' })
  })
  return faults
}
