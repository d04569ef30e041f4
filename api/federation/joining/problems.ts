import {
  GraphQLError,
  isEnumType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  type DirectiveNode,
  type GraphQLSchema,
  type TypeNode,
} from 'graphql'
import { compose, composition, publicSchema } from '../compose.ts'
import type { Subgraph } from '../subgraph.ts'
import { changesOf } from './changes.ts'
import { declarations, keysOf, type Declarations, type Declared } from './declared.ts'
import { schemaOf } from './recheck.ts'
import { refusedDirectives } from './refusedDirectives.ts'

export type Part = Pick<Subgraph, 'name' | 'sdl' | 'schema'>

/** Subgraphs that are one graph, and what clients see of it. */
export type Whole = { parts: Part[]; schema: GraphQLSchema }

type Known = { schema: GraphQLSchema; parts: { name: string; declared: Declarations }[] }

export const wholeOf = (parts: Part[]): Whole => ({ parts, schema: publicSchema(compose(parts), []) })

/**
 * The whole with one more subgraph, or what keeps it from joining, in sentences. It may add types of its own, fields of
 * its own at the root, and fields to what is known by a key; nothing that is there may be another afterwards, nor be lost
 * when it does not answer.
 */
export function withOneMore(joining: Part, whole: Whole): Whole | string[] {
  const { parts: present, schema: before } = whole
  if (present.some(({ name }) => name === joining.name)) {
    return [`There is a subgraph called ${joining.name} already: choose another name.`]
  }
  let declared
  try {
    declared = declarations(joining.sdl)
  } catch (error) {
    return [`Its SDL can not be read: ${sentence(error)}`]
  }
  if (!declared) {
    return [
      'Its SDL does not say that it is a Federation 2 subgraph: it needs `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])`.',
    ]
  }
  const known: Known = {
    schema: before,
    parts: present.flatMap(({ name, sdl }) => {
      const said = declarations(sdl)
      return said ? [{ name, declared: said }] : []
    }),
  }
  const { types, roots } = declared
  const problems = [
    ...refusedDirectives(declared, before),
    ...rootProblems(declared, known),
    ...[...types.values()]
      .filter((type) => !Object.values(roots).includes(type.name) && !says(type, 'interfaceObject'))
      .flatMap((type) => typeProblems(type, known)),
    ...[...types.values()].flatMap((type) => referenceProblems(type, known)),
  ]
  if (problems.length) return problems
  const parts = [...present, joining]
  const composed = composition(parts)
  if (typeof composed !== 'string') return composed.map((problem) => `It does not compose: ${problem}`)
  try {
    schemaOf(joining.sdl)
  } catch (error) {
    return [`Its SDL makes no schema: ${sentence(error)}`]
  }
  const schema = publicSchema(composed, [])
  const changes = changesOf(before, schema)
  return changes.length ? changes : { parts, schema }
}

function rootProblems({ types, roots }: Declarations, { schema, parts }: Known): string[] {
  const writes = [roots.mutation, roots.subscription].filter((name) => types.get(name)?.fields.length)
  const taken = schema.getQueryType()?.getFields() ?? {}
  return [
    ...writes.map((name) => `It has a ${name}, and the graph is only read here: leave it out.`),
    ...(types.get(roots.query)?.fields ?? []).flatMap(({ name: { value: name }, type }) => {
      if (taken[name]) {
        const owner = ownerOf(parts, (other) => other.types.get(other.roots.query), name)
        return [`Query.${name} is a field of ${owner}: call yours otherwise.`]
      }
      return type.kind === Kind.NON_NULL_TYPE ? [mustBeNullable(`Query.${name}`)] : []
    }),
  ]
}

function typeProblems(type: Declared, { schema, parts }: Known): string[] {
  const { name, kind, fields, values } = type
  const there = schema.getType(name)
  if (!there || isSpecifiedScalarType(there)) return []
  const owner = ownerOf(parts, (other) => other.types.get(name))
  if (isScalarType(there) && kind === 'Scalar') return []
  if (isEnumType(there) && kind === 'Enum') {
    const words = there.getValues().map((value) => value.name)
    const isSame = values.length === words.length && words.every((word) => values.includes(word))
    return isSame
      ? []
      : [
          `${name} is an enum of ${owner}: declare it with the same values (${words.join(', ')}), or call yours otherwise.`,
        ]
  }
  if (!isObjectType(there) || kind !== 'Object') {
    return [`${name} is a type of ${owner} that can not be extended: call yours otherwise.`]
  }
  const keys = parts.flatMap(({ declared }) => {
    const same = declared.types.get(name)
    return same ? keysOf(same).filter(({ isResolvable }) => isResolvable) : []
  })
  if (!keys.length)
    return [`${name} is a type of ${owner} that has no key, so it can not be extended: call yours otherwise.`]
  const known = [...new Set(keys.map((key) => key.fields))]
  const said = keysOf(type).map((key) => key.fields)
  const extension = known.map((key) => `@key(fields: "${key}")`).join(' or ')
  if (!said.length)
    return [`${name} is a type of ${owner}: extend it by ${extension}, or call yours otherwise.`]
  const inKeys = new Set([...known, ...said].flatMap((key) => key.split(' ')))
  return [
    ...said
      .filter((key) => !known.includes(key))
      .map((key) => `${name} has no key "${key}": ${owner} knows it by ${extension}.`),
    ...fields.flatMap((declared) => {
      const {
        name: { value: field },
        type: of,
      } = declared
      if (inKeys.has(field) || says(declared, 'external') || says(declared, 'override')) return []
      if (there.getFields()[field]) {
        const whose = ownerOf(parts, (other) => other.types.get(name), field)
        return [
          `${name}.${field} is a field of ${whose}: call yours otherwise, or mark it @external where you only require it.`,
        ]
      }
      return of.kind === Kind.NON_NULL_TYPE ? [mustBeNullable(`${name}.${field}`)] : []
    }),
  ]
}

/** Who names a record of somebody else may name one that is not there, or no longer. */
function referenceProblems({ name, fields }: Declared, { schema, parts }: Known): string[] {
  return fields.flatMap((field) => {
    // What stands outermost was looked at where the field adds to what is there.
    const isAdded = schema.getType(name) !== undefined && field.type.kind === Kind.NON_NULL_TYPE
    const { type, isPromised } = innermost(isAdded ? field.type.type : field.type)
    if (!isPromised || !isObjectType(schema.getType(type))) return []
    const owner = ownerOf(parts, (other) => other.types.get(type))
    return [
      `${name}.${field.name.value} must allow null in the place of a ${type}, without the \`!\` behind it: ${owner} may not know, or no longer know, the one it names.`,
    ]
  })
}

function innermost(type: TypeNode, isPromised = false): { type: string; isPromised: boolean } {
  if (type.kind === Kind.NAMED_TYPE) return { type: type.name.value, isPromised }
  return innermost(type.type, type.kind === Kind.NON_NULL_TYPE)
}

const says = ({ directives }: { directives?: readonly DirectiveNode[] }, directive: string) =>
  directives?.some(({ name }) => name.value === directive) ?? false

const mustBeNullable = (field: string) =>
  `${field} must be nullable, without the \`!\` at its end: when it is not answered, what stands above it would be lost too.`

/** Who has a type, or a field of it, first. */
function ownerOf(
  parts: Known['parts'],
  typeOf: (declared: Declarations) => Declared | undefined,
  field?: string,
): string {
  const owner = parts.find(({ declared }) => {
    const type = typeOf(declared)
    return type && (!field || type.fields.some(({ name }) => name.value === field))
  })
  return owner?.name ?? 'another subgraph'
}

function sentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const { line, column } = (error instanceof GraphQLError && error.locations?.[0]) || {}
  return `${message.split('\n')[0]}${line ? ` (line ${line}, column ${column})` : ''}`
}
