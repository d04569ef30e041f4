import { Kind, parse, visit, type DirectiveNode, type DocumentNode, type ValueNode } from 'graphql'

const mostTokens = 200_000
const federation = 'https://specs.apollo.dev/federation/'

/**
 * The SDL with federation's directives by their own names, whatever it imports them as; nothing when it does not link to
 * Federation 2. Throws what can't be parsed.
 */
export function withOwnNames(sdl: string): DocumentNode | undefined {
  const document = parse(sdl, { maxTokens: mostTokens })
  const links = document.definitions
    .flatMap((definition) =>
      definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
        ? (definition.directives ?? [])
        : [],
    )
    .filter((link) => text(given(link, 'url'))?.startsWith(`${federation}v2`))
  if (!links.length) return undefined
  const own = new Map(links.flatMap(imports))
  const prefixes = links.map((link) => `${text(given(link, 'as')) ?? 'federation'}__`)
  return visit(document, {
    Directive: (node) => {
      const said = node.name.value
      const prefix = prefixes.find((start) => said.startsWith(start))
      const value = own.get(said) ?? (prefix && said.slice(prefix.length))
      return value ? { ...node, name: { ...node.name, value } } : undefined
    },
  })
}

/** What each import is called here, with its own name. */
function imports(link: DirectiveNode): [string, string][] {
  const list = given(link, 'import')
  if (list?.kind !== Kind.LIST) return []
  return list.values.flatMap((entry) => {
    const named = entry.kind === Kind.OBJECT ? entry.fields : []
    const of = (key: string) => text(named.find(({ name }) => name.value === key)?.value)
    const name = text(entry) ?? of('name')
    const as = of('as') ?? name
    return name && as ? [[bare(as), bare(name)]] : []
  })
}

export const given = (directive: DirectiveNode, argument: string): ValueNode | undefined =>
  directive.arguments?.find(({ name }) => name.value === argument)?.value

export const text = (value: ValueNode | undefined): string | undefined =>
  value?.kind === Kind.STRING ? value.value : undefined

const bare = (name: string) => name.replace(/^@/, '')
