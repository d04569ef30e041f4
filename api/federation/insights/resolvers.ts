import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../../read.ts'
import { at } from './adjacency.ts'
import type { Answer, Keeper } from './keeper.ts'
import { mapFigures } from './mapFigures.ts'
import { missingPartners } from './missingPartners.ts'
import { centralityOf, communityOf, fidelityOf, positionOf, reachOf } from './ofRecord.ts'

type Reference = { id: string }
type First = { first: number }
type MapOf = First & { of: string[]; depth: number }

/** How each field of `insights.graphql` is read off the figures that are kept. */
export function resolvers(keeper: Keeper) {
  const figures = onceAnOperation(({ read }) => keeper.answer(read))
  const places = onceAnOperation(({ read }) => keeper.positions(read))

  /** A field of a partner or an initiative, by its place in the figures; nothing for one they don't know. */
  const of =
    <Figure>(kind: 'partners' | 'initiatives', figure: (answer: Answer, place: number) => Figure | null) =>
    async ({ id }: Reference, _: unknown, context: Context, info: GraphQLResolveInfo) => {
      const answer = await figures(context, info)
      const place = answer?.graph[kind].of(id)
      return answer && place !== undefined ? figure(answer, place) : null
    }
  const mapPosition =
    (kind: 'partners' | 'initiatives') =>
    async ({ id }: Reference, _: unknown, context: Context, info: GraphQLResolveInfo) => {
      const positions = await places(context, info)
      return positions && positionOf(positions, kind, id)
    }

  return {
    Query: {
      insights: async (_: unknown, __: unknown, context: Context, info: GraphQLResolveInfo) => {
        const answer = await figures(context, info)
        return answer && summary(answer)
      },
      bridges: async (_: unknown, args: First, context: Context, info: GraphQLResolveInfo) => {
        const answer = await figures(context, info)
        return answer && bridgesOf(answer, args.first)
      },
      mapFigures: async (_: unknown, args: MapOf, context: Context, info: GraphQLResolveInfo) => {
        const answer = await figures(context, info)
        return answer && mapFigures(context.read, args, answer, keeper.positionsByNow())
      },
      missingPartners: (_: unknown, args: First & { of: string }, { read }: Context) =>
        missingPartners(read, args),
    },
    Partner: {
      centrality: of('partners', centralityOf),
      community: of('partners', (answer, place) =>
        communityOf(answer, at(answer.figures.communities.of, place)),
      ),
      mapPosition: mapPosition('partners'),
    },
    Initiative: {
      reach: of('initiatives', reachOf),
      fidelity: of('initiatives', fidelityOf),
      mapPosition: mapPosition('initiatives'),
    },
    Community: {
      members: ({ members }: { members: Reference[] }, { first }: First) => members.slice(0, first),
    },
  }
}

/**
 * Asks once, however many fields of an operation want to know, and fails once: the other fields are nothing, and one
 * error says why. What tells executions apart is their variables, made anew for each.
 */
function onceAnOperation<Known>(ask: (context: Context) => Promise<Known>) {
  const asked = new WeakMap<object, Promise<Known>>()
  return (context: Context, { variableValues }: GraphQLResolveInfo): Promise<Known | null> => {
    const before = asked.get(variableValues)
    if (before) return before.catch(() => null)
    const answer = ask(context)
    asked.set(variableValues, answer)
    return answer
  }
}

const summary = ({ graph, figures, ...answer }: Answer) => ({
  ...answer,
  computedOn: `${answer.computedOn.toISOString().slice(0, 19)}Z`,
  version: graph.version,
  nodes: graph.partners.ids.length + graph.initiatives.ids.length,
  links: figures.centrality.degree.reduce((sum, degree) => sum + degree, 0),
  communities: figures.communities.members.length,
  modularity: figures.communities.modularity,
})

const bridgesOf = ({ graph, figures }: Answer, first: number) =>
  figures.bridges
    .slice(0, first)
    .map((bridge) => ({ ...bridge, partner: { id: graph.partners.ids[bridge.partner] } }))
