import { GraphQLError, GraphQLScalarType, Kind } from 'graphql'

const written = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

/** A date known to the year, the month or the day, as text that sorts: `2014`, `2014-05`, `2014-05-12`. */
export const PartialDate = new GraphQLScalarType<string, string>({
  name: 'PartialDate',
  serialize: partialDate,
  parseValue: partialDate,
  parseLiteral: (node) => partialDate(node.kind === Kind.STRING ? node.value : undefined),
})

/** True for `2014`, `2014-05` and `2014-05-12` when that day is in the calendar. */
export function isPartialDate(value: unknown): value is string {
  const parts = typeof value === 'string' ? written.exec(value) : null
  return parts !== null && isInCalendar(parts)
}

function partialDate(value: unknown): string {
  if (isPartialDate(value)) return value
  throw new GraphQLError(
    `${JSON.stringify(value) ?? 'this'} is not a date: write a year, a month or a day, such as "2014", "2014-05" or "2014-05-12".`,
    { extensions: { code: 'INVALID' } },
  )
}

function isInCalendar([, year, month, day]: string[]): boolean {
  return !day || Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
}
