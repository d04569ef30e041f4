import { linkId } from '../record.ts'
import type { LinkRow, NodeRow, Value } from '../record.ts'

export type Recorder = { id: string; name: string; source: string; recordedOn: string }
type Given = Record<string, Value> & { source: string }

/** Collects what one network records: each record and each link says who wrote it down and when. */
export function recording({ id: recordedBy, recordedOn }: Recorder) {
  const nodes: NodeRow[] = []
  const links: LinkRow[] = []
  return {
    nodes,
    links,
    node(label: string, id: string, given: Given): void {
      nodes.push({ label, id, properties: { ...given, recordedBy, recordedOn } })
    },
    /** What comes after the properties tells the link from a like one between the same ends. */
    link(type: string, start: string, end: string, given: Given, ...rest: (string | undefined)[]): void {
      const id = linkId(type, start, end, ...rest)
      links.push({ type, start, end, id, properties: { ...given, recordedBy, recordedOn } })
    },
  }
}
