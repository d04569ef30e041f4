type Single = string | number | boolean | { latitude: number; longitude: number }
export type Value = Single | readonly string[] | null | undefined
export type NodeRow = { label: string; id: string; properties: Record<string, Value> }
export type LinkRow = {
  type: string
  start: string
  end: string
  id: string
  properties: Record<string, Value>
}
/** These are named by codes that all networks share, so several may give the same one. */
export const references: ReadonlySet<string> = new Set(['Territory', 'Theme', 'Identifier'])

/** What is wrong with records, and with which. */
export type Fault = { ids: readonly string[]; says: string }
export type Records = { nodes: NodeRow[]; links: LinkRow[] }
/** What can be gone through again and again, whether it is in memory or not. */
export type Rows<R> = Iterable<R> & { readonly length: number }
/** An id that says what a link joins, and what else tells it from a like one: a role, a date. */
export function linkId(type: string, start: string, end: string, ...rest: (string | undefined)[]): string {
  return [type, start, end, ...rest.filter((part) => part !== undefined)].join(':')
}
