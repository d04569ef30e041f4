import type { GraphQLResolveInfo } from 'graphql'
import { refusal } from './errors.ts'
import { rows, type Read } from './read.ts'
import { recordersOf, type Named } from './recorders.ts'
import { kindOf } from './recordKind.ts'
import { askedFields } from './selection.ts'
import { givenStatement } from './statements.ts'

/** What the first row tells of the whole. */
type Whole = {
  total: number
  /** What `first` cut: kind, depth, how many. */
  leftOut: [string, number, number][]
  /** Id, name, labels. */
  starts: [string, string, string[]][]
  recorders: Named[]
}
type Row = {
  id: string
  kind: 'INITIATIVE' | 'PARTNER'
  /** How many it is linked to, shown or not: in each role, and in all of them together when the role is null. */
  neighbours: [string | null, number][]
  /** Who recorded it, when that is asked. */
  recordedBy: string | null
  /** Link id, partner, role, since, until, note, source, who recorded it. */
  links: [string, string, string, unknown, unknown, unknown, unknown, string | null][]
  /** Network, its name, whether the partner heads it, tier, since, until, source. */
  memberships: [string, string, boolean, ...unknown[]][]
}
type Arguments = { of: string[]; on?: string | null; from?: string | null; to?: string | null }

const around = givenStatement('queries/Query.partnerMap.cypher')

/** The rows of `Query.partnerMap`; no node at all when nobody recorded these ids. What is not asked for is not read. */
export async function partnerMap(
  _: unknown,
  args: Arguments,
  { read }: { read: Read },
  info: GraphQLResolveInfo,
) {
  refuseImpossible(args)
  const asked = askedFields(info)
  const [whole, ...nodes] = await rows<Row & Whole>(read, around, {
    ...args,
    expansions: asked.has('expansions'),
    leftOut: asked.has('leftOut'),
    memberships: asked.has('memberships'),
    recorders: asked.has('recorders'),
    starts: asked.has('starts'),
    within: asked.has('nodes.within') || asked.has('nodes.withinCode'),
  })
  if (!whole) throw new Error('the statement of the map told nothing')
  const links = linksAmong(nodes)
  return {
    total: whole.total,
    truncated: nodes.length < whole.total,
    nodes,
    links,
    memberships: membershipsOf(nodes),
    starts: whole.starts.map(([id, name, labels]) => ({ id, kind: kindOf(labels), name })),
    expansions: asked.has('expansions') ? expansions(nodes, links) : [],
    leftOut: whole.leftOut.map(([kind, depth, count]) => ({ kind, depth, count })),
    recorders: asked.has('recorders') ? recordersOf([...nodes, ...links], whole.recorders) : [],
  }
}

function refuseImpossible({ on, from, to }: Arguments): void {
  if (on && (from || to))
    throw refusal('INVALID', 'Ask for the map `on` one date or between `from` and `to`, not for both.')
  if (from && to && to < from && !from.startsWith(to))
    throw refusal('INVALID', `The period ends (${to}) before it begins (${from}): exchange the two dates.`)
}

function linksAmong(nodes: Row[]) {
  const shown = new Set(nodes.map(({ id }) => id))
  return nodes.flatMap((initiative) =>
    initiative.links
      .filter(([, partner]) => shown.has(partner))
      .map(([id, partner, role, since, until, note, source, recordedBy]) => ({
        id,
        recordedBy,
        partner,
        initiative: initiative.id,
        role,
        since,
        until,
        note,
        source,
      })),
  )
}

const membershipsOf = (nodes: Row[]) =>
  nodes.flatMap(({ id, memberships }) =>
    memberships.map(([network, name, isHead, tier, since, until, source]) => ({
      node: id,
      network,
      name,
      isHead,
      tier,
      since,
      until,
      source,
    })),
  )

/** What each node is linked to, less what is linked to it here. */
function expansions(nodes: Row[], links: ReturnType<typeof linksAmong>) {
  const here = new Map<string, Set<string>>()
  for (const { partner, initiative, role } of links) {
    for (const known of [null, role]) {
      add(here, `${partner} ${known}`, initiative)
      add(here, `${initiative} ${known}`, partner)
    }
  }
  return nodes.flatMap(({ id, kind, neighbours }) =>
    [...neighbours]
      .sort(byCount)
      .map(([role, count]) => ({
        node: id,
        kind: kind === 'PARTNER' ? 'INITIATIVE' : 'PARTNER',
        role,
        count: count - (here.get(`${id} ${role}`)?.size ?? 0),
      }))
      .filter(({ count }) => count > 0),
  )
}

const byCount = (a: Row['neighbours'][number], b: Row['neighbours'][number]) =>
  Number(b[0] === null) - Number(a[0] === null) || b[1] - a[1] || (a[0] ?? '').localeCompare(b[0] ?? '')

function add(sets: Map<string, Set<string>>, key: string, member: string): void {
  const set = sets.get(key)
  if (set) set.add(member)
  else sets.set(key, new Set([member]))
}
