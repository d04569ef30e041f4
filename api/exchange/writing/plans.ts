import { Plan, withSearchText } from './plan.ts'
import { references } from '../record.ts'
import type { LinkRow, NodeRow } from '../record.ts'
import { vocabulary } from '../vocabulary.ts'
import type { Properties } from '../vocabulary.ts'

export type Plans = { nodes: Plan<NodeRow>; links: Plan<LinkRow> }
export type Written = {
  nodesCreated: number
  nodesChanged: number
  nodesUnchanged: number
  linksCreated: number
  linksChanged: number
  linksUnchanged: number
}

const none: Properties = new Map()

/** Plans that read the vocabulary for what records and links say, and whose they are. */
export function plansFor(): Plans {
  const { labels: kinds, links: types } = vocabulary()
  return {
    nodes: new Plan(
      (row) => kinds.get(row.label) ?? none,
      (row) => references.has(row.label),
      (row, properties) => withSearchText(row.label, properties),
    ),
    links: new Plan(
      (row) => types.get(row.type)?.properties ?? none,
      (row) => types.get(row.type)?.ends.every((ends) => references.has(ends.start)) ?? false,
    ),
  }
}

export function writtenBy({ nodes, links }: Plans): Written {
  return {
    nodesCreated: nodes.created,
    nodesChanged: nodes.changed,
    nodesUnchanged: nodes.unchanged,
    linksCreated: links.created,
    linksChanged: links.changed,
    linksUnchanged: links.unchanged,
  }
}
