import { isPartialDate } from '../../partialDate.ts'
import { nearest } from '../nearest.ts'
import type { Fault, LinkRow, NodeRow, Value } from '../record.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Properties, Property } from '../vocabulary.ts'

/** What the schema has against these records, a sentence each: unknown words, missing or wrong values. */
export function nodeProblems(rows: Iterable<NodeRow>): Fault[] {
  const { labels } = vocabulary()
  return faults(rows, (row) => {
    const properties = labels.get(row.label)
    if (!properties) return [unknown(row.id, 'label', row.label, [...labels.keys()])]
    return propertyProblems(`${row.label} ${row.id}`, row, properties)
  })
}

/** What the schema has against these links, a sentence each. */
export function linkProblems(rows: Iterable<LinkRow>): Fault[] {
  const { links } = vocabulary()
  return faults(rows, (row) => {
    const known = links.get(row.type)
    if (!known) return [unknown(row.id, 'type of link', row.type, [...links.keys()])]
    return propertyProblems(`${row.type} ${row.id}`, row, known.properties)
  })
}

/** What is wrong with the ends of these links; `labelOf` says what a record is, if it is there at all. */
export function endProblems(links: Iterable<LinkRow>, labelOf: (id: string) => string | undefined): Fault[] {
  return faults(links, (row) => {
    const start = labelOf(row.start)
    const end = labelOf(row.end)
    if (!start) return [`${row.type} ${row.id}: starts at ${row.start}, which is no record`]
    if (!end) return [`${row.type} ${row.id}: ends at ${row.end}, which is no record`]
    const allowed = vocabulary().links.get(row.type)?.ends ?? []
    if (allowed.some((pair) => pair.start === start && pair.end === end)) return []
    const wanted = allowed.map((pair) => `${pair.start} to ${pair.end}`).join(' or ')
    return [`${row.type} ${row.id}: goes from ${start} to ${end}, wants ${wanted}`]
  })
}

function faults<R extends { id: string }>(rows: Iterable<R>, problemsOf: (row: R) => string[]): Fault[] {
  const found: Fault[] = []
  for (const row of rows) for (const says of problemsOf(row)) found.push({ ids: [row.id], says })
  return found
}

function propertyProblems(
  place: string,
  row: { id: string; properties: Record<string, Value> },
  known: Properties,
): string[] {
  const problems: string[] = []
  if (typeof row.id !== 'string' || row.id.trim() !== row.id || row.id === '') {
    problems.push(`${place}: an id is a text without spaces around it`)
  }
  for (const [name, value] of Object.entries(row.properties)) {
    const property = known.get(name)
    if (!property) problems.push(unknown(place, 'property', name, [...known.keys()]))
    else if (value != null) problems.push(...valueProblems(place, name, value, property))
  }
  for (const [name, { required, isList }] of known) {
    if (required && !isList && name !== 'id' && row.properties[name] == null) {
      problems.push(`${place}: ${name} is missing`)
    }
  }
  return problems
}

function valueProblems(place: string, name: string, value: Value, property: Property): string[] {
  if (!property.isList) return itemProblems(place, name, value, property)
  if (!Array.isArray(value)) return [`${place}: ${name} is no list: ${JSON.stringify(value)}`]
  return (value as string[]).flatMap((item) => itemProblems(place, name, item, property))
}

function itemProblems(place: string, name: string, value: Value, { type, values }: Property): string[] {
  if (values) {
    return typeof value === 'string' && values.includes(value)
      ? []
      : [unknown(place, name, String(value), values)]
  }
  return fits(type, value) ? [] : [`${place}: ${name} is no ${type}: ${JSON.stringify(value)}`]
}

function fits(type: string, value: Value): boolean {
  if (type === 'Int') return Number.isSafeInteger(value)
  if (type === 'Float') return typeof value === 'number' && Number.isFinite(value)
  if (type === 'Boolean') return typeof value === 'boolean'
  if (type === 'Point') return isPosition(value)
  if (type === 'PartialDate') return isPartialDate(value)
  return typeof value === 'string' && value.trim() !== ''
}

function isPosition(value: Value): boolean {
  if (typeof value !== 'object' || value === null || !('latitude' in value)) return false
  return Math.abs(value.latitude) <= 90 && Math.abs(value.longitude) <= 180
}

function unknown(place: string, what: string, word: string, list: readonly string[]): string {
  const near = nearest(word, list)
  const hint = near ? `did you mean ${near}?` : `known: ${list.join(', ')}`
  return `${place}: unknown ${what}: ${word} (${hint})`
}
