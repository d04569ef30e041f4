import { parse, visit, type ASTNode } from 'graphql'
import { describe, expect, test } from 'vitest'
import { source as insights } from '../../api/federation/insights/sdl.ts'
import { sources } from '../../api/schema.ts'

const recordFields = new Set(['source', 'recordedBy', 'recordedOn'])

describe('the schema', () => {
  test('describes every type, field, argument and enum value in a sentence', () => {
    const bare: string[] = []
    const look = (
      node: { name: { value: string }; description?: { value: string } },
      ancestors: readonly unknown[],
    ) => {
      // The interface describes what every record has.
      const isOfRecord = recordFields.has(node.name.value) && inheritsRecord(ancestors)
      if (!isOfRecord && !node.description?.value.endsWith('.')) bare.push(node.name.value)
    }
    for (const sdl of [...sources, insights]) {
      visit(parse(sdl), {
        enter(node, _key, _parent, _path, ancestors) {
          const isExtended = node.kind === 'ObjectTypeDefinition' && node.name.value === 'Query'
          if (described.has(node.kind) && !isExtended) look(node as Parameters<typeof look>[0], ancestors)
        },
      })
    }
    expect(bare).toEqual([])
  })

  test('bounds every list of a noun', () => {
    const unbounded = sources
      .flatMap((sdl) => parse(sdl).definitions)
      .filter((type) => type.kind === 'ObjectTypeDefinition')
      .filter(({ directives }) => directives?.some(({ name }) => name.value === 'node'))
      .filter(({ directives }) => !directives?.some(({ name }) => name.value === 'limit'))
    expect(unbounded.map(({ name }) => name.value)).toEqual([])
  })
})

const described = new Set<string>([
  'ObjectTypeDefinition',
  'InterfaceTypeDefinition',
  'EnumTypeDefinition',
  'ScalarTypeDefinition',
  'FieldDefinition',
  'InputValueDefinition',
  'EnumValueDefinition',
  'DirectiveDefinition',
])

function inheritsRecord(ancestors: readonly unknown[]): boolean {
  return (ancestors as (ASTNode | readonly ASTNode[])[]).some(
    (ancestor) =>
      'kind' in ancestor &&
      ancestor.kind === 'ObjectTypeDefinition' &&
      ancestor.interfaces?.some(({ name }) => name.value === 'Record'),
  )
}
