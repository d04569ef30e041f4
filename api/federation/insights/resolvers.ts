import type { GraphQLResolveInfo } from 'graphql'
import type { Context } from '../../read.ts'
import { at } from './adjacency.ts'
import type { Answer, Keeper, Positions } from './keeper.ts'
import { missingPartners } from './missingPartners.ts'

type Reference = { id: string }
type First = { first: number }

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
      missingPartners: (_: unknown, args: First & { of: string }, { read }: Context) =>
        missingPartners(read, args),
    },
    Partner: {
      centrality: of('partners', centralityOf),
      community: of('partners', communityOf),
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

const centralityOf = ({ figures: { centrality } }: Answer, place: number) => ({
  degree: at(centrality.degree, place),
  betweenness: at(centrality.betweenness, place),
  isEstimated: at(centrality.isEstimated, place) === 1,
  pageRank: at(centrality.pageRank, place),
  rank: at(centrality.rank, place),
})

function communityOf({ graph, figures: { communities } }: Answer, place: number) {
  const members = communities.members[at(communities.of, place)]
  const ids = graph.partners.ids
  if (!members) return null
  return {
    id: ids[members[0] ?? place],
    name: members
      .slice(0, 3)
      .map((member) => graph.names[member])
      .join(' · '),
    size: members.length,
    members: members.slice(0, 100).map((member) => ({ id: ids[member] })),
  }
}

const bridgesOf = ({ graph, figures }: Answer, first: number) =>
  figures.bridges
    .slice(0, first)
    .map((bridge) => ({ ...bridge, partner: { id: graph.partners.ids[bridge.partner] } }))

function reachOf({ figures: { reach } }: Answer, place: number) {
  const population = at(reach.population, place)
  return {
    descendants: at(reach.descendants, place),
    generations: at(reach.generations, place),
    territories: at(reach.territories, place),
    population: Number.isNaN(population) ? null : population,
  }
}

function fidelityOf({ graph: { changes } }: Answer, place: number) {
  const [kept, adapted, dropped] = [0, 1, 2].map((change) => at(changes, 3 * place + change))
  const known = (kept ?? 0) + (adapted ?? 0) + (dropped ?? 0)
  return known === 0 ? null : (kept ?? 0) / known
}

function positionOf({ graph, places }: Positions, kind: 'partners' | 'initiatives', id: string) {
  const place = graph[kind].of(id)
  if (place === undefined) return null
  const node = kind === 'partners' ? place : graph.partners.ids.length + place
  return { x: at(places, 2 * node), y: at(places, 2 * node + 1) }
}
