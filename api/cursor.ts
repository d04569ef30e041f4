import { GraphQLScalarType, Kind } from 'graphql'
import { refusal } from './errors.ts'

/** A place in a list: what the list sorts by, wrapped so that nobody makes one by hand. */
export const Cursor = new GraphQLScalarType<string, string>({
  name: 'Cursor',
  serialize: (key) => wrapped(String(key)),
  parseValue: place,
  parseLiteral: (node) => place(node.kind === Kind.STRING ? node.value : undefined),
})

const wrapped = (key: string) => Buffer.from(key).toString('base64url')

function place(value: unknown): string {
  const key = typeof value === 'string' ? Buffer.from(value, 'base64url').toString() : ''
  // A sort key is a name and an id, parted by a tab.
  if (wrapped(key) === value && /^[^\t]*\t./su.test(key)) return key
  throw refusal(
    'INVALID',
    `${JSON.stringify(value) ?? 'this'} is no place in a list: give back the \`listCursor\` of a record as it was, or leave \`after\` out to begin anew.`,
  )
}
