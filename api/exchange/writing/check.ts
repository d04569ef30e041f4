import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Record as Row } from 'neo4j-driver'
import { statement } from '../../statements.ts'
import { asked, type Runner } from './asked.ts'
import { onCycles } from './cycles.ts'

export type Breach = { rule: string; ids: string[]; detail?: string }
export type Findings = { rules: number; breaches: Breach[] }

const folder = fileURLToPath(new URL('../../../cypher/checks/', import.meta.url))

/** What always holds, one statement a rule over the whole graph: every breach, with the ids of what breaks it. */
export async function checkGraph(graph: Runner): Promise<Findings> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.cypher'))
  const breaches: Breach[] = []
  for (const file of files.sort()) {
    const text = statement(`checks/${file}`)
    const rule = text.slice(0, text.indexOf('\n')).replace(/^\/\/\s*/, '')
    const { records } = await asked(graph, text)
    breaches.push(...found(records).map((breach) => ({ rule, ...breach })))
  }
  return { rules: files.length, breaches }
}

/** A statement gives either breaches, or links among which no cycle may be. */
function found(rows: Row[]): Omit<Breach, 'rule'>[] {
  if (!rows[0]?.has('start')) {
    return rows.map((row) => ({ ids: row.get('ids') as string[], detail: row.get('detail') as string }))
  }
  const links = rows.map((row) => [row.get('start') as string, row.get('end') as string] as const)
  return onCycles(links).map((ids) => ({ ids, detail: 'come from each other' }))
}

/** A breach as a line of text. */
export function breachLine({ rule, ids, detail }: Breach): string {
  const named =
    ids.length > 10 ? `${ids.slice(0, 10).join(', ')} and ${ids.length - 10} more` : ids.join(', ')
  return `${rule}\n    ${named}${detail ? `: ${detail}` : ''}`
}
