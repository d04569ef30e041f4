import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Kind, parse, print, visit } from 'graphql'
import { sources } from '../../schema.ts'

/** The SDL of the subgraph as written, with what its arguments may be. */
export const source = readFileSync(fileURLToPath(new URL('./insights.graphql', import.meta.url)), 'utf8')

/** The SDL as it composes: words of the graph that it uses stand in it as the graph has them, ranges are left out. */
export function sdl(): string {
  const role = sources
    .flatMap((text) => parse(text).definitions)
    .find((type) => type.kind === Kind.ENUM_TYPE_DEFINITION && type.name.value === 'PartnerRole')
  if (!role) throw new Error('schema: there is no PartnerRole')
  const unbounded = visit(parse(source), {
    Directive: ({ name }) => (name.value === 'range' ? null : undefined),
  })
  return [federation, print(unbounded), print(role)].join('\n\n')
}

const federation = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])'
