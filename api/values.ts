import { Kind, type TypeNode, type VariableDefinitionNode } from 'graphql'
import { beyond } from './errors.ts'

const deepest = 12
const longest = 100
const mostEntries = 500

// Representations of entities: their own field counts them.
const isCountedElsewhere = (type: string) => type === '_Any'

/** Counts the keys and entries of values; throws at what no filter needs. Both may come from strangers, as deep as they like. */
export function countedValues(): (place: string, type: string, value: unknown) => void {
  let entries = 0
  const count = (place: string, value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null) return
    if (depth > deepest) {
      throw beyond('variables', `${place} is more than ${deepest} levels deep: ask with a simpler filter.`)
    }
    const inner: unknown[] = Array.isArray(value) ? value : Object.values(value)
    if (Array.isArray(value) && inner.length > longest) {
      const length = inner.length.toLocaleString('en')
      throw beyond(
        'variables',
        `${place} has a list of ${length}, and ${longest} are allowed: ask in several questions.`,
      )
    }
    entries += inner.length
    if (entries > mostEntries) {
      throw beyond(
        'variables',
        `${place} brings more than ${mostEntries} keys and entries into this question: ask with simpler filters.`,
      )
    }
    for (const item of inner) count(place, item, depth + 1)
  }
  return (place, type, value) => {
    if (!isCountedElsewhere(type)) count(place, value, 1)
  }
}

/** Throws at variables that hold too much, as they came: before anything follows them to their ends. */
export function refuseBigVariables(
  definitions: readonly VariableDefinitionNode[],
  variables: Record<string, unknown>,
): void {
  const count = countedValues()
  const types = new Map(definitions.map(({ variable, type }) => [variable.name.value, innermost(type)]))
  for (const [name, value] of Object.entries(variables)) {
    count(`The variable \`$${name}\``, types.get(name) ?? '', value)
  }
}

const innermost = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : innermost(type.type)
