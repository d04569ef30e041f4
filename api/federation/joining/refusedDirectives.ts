import { isObjectType, visit, type ASTNode, type GraphQLSchema } from 'graphql'
import type { Declarations } from './declared.ts'

const refused: Record<string, string> = {
  override: 'takes a field over from somebody else: everybody answers what is theirs.',
  provides: 'answers fields in the place of who knows them: leave it out.',
  interfaceObject: 'adds to every type of an interface at once: extend the types that you mean.',
  composeDirective: 'brings a directive into everybody’s schema: leave it out.',
  context: 'is not understood here: take what you need as an argument, or by @requires.',
  fromContext: 'is not understood here: take what you need as an argument, or by @requires.',
  authenticated: 'would keep nobody out, since nobody says here who they are: leave the field out.',
  requiresScopes: 'would keep nobody out, since nobody says here who they are: leave the field out.',
  policy: 'would keep nobody out, since nobody says here who they are: leave the field out.',
}

/** A sentence for each directive by which a subgraph would change what is not its own, or that nothing here obeys. */
export function refusedDirectives({ document }: Declarations, before: GraphQLSchema): string[] {
  const problems: string[] = []
  visit(document, {
    Directive: ({ name: { value } }, _key, _parent, _path, ancestors) => {
      const place = placeOf(ancestors)
      const why =
        value === 'inaccessible' && isThere(before, place)
          ? 'hides what is not its own: leave it out.'
          : Object.hasOwn(refused, value) && refused[value]
      if (why) problems.push(`@${value} on ${place.join('.') || 'the schema'} ${why}`)
    },
  })
  return [...new Set(problems)]
}

function isThere(schema: GraphQLSchema, [name = '', field]: string[]): boolean {
  const type = schema.getType(name)
  return field && isObjectType(type) ? field in type.getFields() : type !== undefined
}

/** The names of the definitions that a node stands in, the outermost first. */
function placeOf(ancestors: readonly (ASTNode | readonly ASTNode[])[]): string[] {
  return ancestors.flatMap((ancestor) =>
    'kind' in ancestor && 'name' in ancestor && ancestor.name?.kind === 'Name' ? [ancestor.name.value] : [],
  )
}
