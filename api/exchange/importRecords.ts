import type { Problem } from './format.ts'
import { Draft } from './importDraft.ts'
import type { ImportReport, Options } from './importDraft.ts'
import { Initiatives, projectsIn } from './importInitiatives.ts'
import { readInputs } from './importInputs.ts'
import type { GivenFile } from './importInputs.ts'
import { Partners } from './importPartners.ts'
import type { Mapping } from './mapping.ts'
import type { Records } from './record.ts'

export type Imported = { records: Records; report: ImportReport; problems: Problem[] }

/** What the files say in the words of the graph, and what had to be left out; territories are only named by code. */
export function importRecords(mapping: Mapping, files: readonly GivenFile[], options: Options): Imported {
  const draft = new Draft(mapping, readInputs(mapping, files), options)
  const partners = new Partners(draft)
  const initiatives = new Initiatives(draft, partners)
  let done = 0
  for (const group of projectsIn(draft)) {
    initiatives.project(group)
    options.progress?.((done += group.rows.length), draft.inputs.rows.length)
  }
  initiatives.relations()
  partners.members()
  if (draft.problems.length === 0) partners.network()
  partners.settle()
  const { nodes, links, report, problems } = draft
  report.themes = [...nodes.values()].filter(({ label }) => label === 'Theme').length
  for (const { type } of links.values()) report.links[type] = (report.links[type] ?? 0) + 1
  return { records: { nodes: [...nodes.values()], links: [...links.values()] }, report, problems }
}
