import { pruneSchema } from '@graphql-tools/utils'
import { buildASTSchema, findBreakingChanges, parse, printSchema, visit, type ASTNode } from 'graphql'

const schemaOf = (sdl: string) => buildASTSchema(parse(sdl), { assumeValidSDL: true })

const unlessDeprecated = (node: Extract<ASTNode, { directives?: unknown }>) =>
  node.directives?.some(({ name }) => name.value === 'deprecated') ? null : undefined

/** What clients may rely on: a contract without what it announces as going away, and without descriptions. */
export function promiseOf(contract: string): string {
  const kept = visit(parse(contract), {
    FieldDefinition: unlessDeprecated,
    InputValueDefinition: unlessDeprecated,
    EnumValueDefinition: unlessDeprecated,
    StringValue: (value, key) => (key === 'description' ? null : value),
  })
  return `${printSchema(pruneSchema(buildASTSchema(kept, { assumeValidSDL: true })))}\n`
}

/** What a contract breaks of a promise, a sentence each. */
export function broken(promise: string, contract: string): string[] {
  return findBreakingChanges(schemaOf(promise), schemaOf(contract))
    .map(({ description }) => description)
    .filter((description) => !description.startsWith('Standard scalar'))
}
