import type { Problem } from '../files/format.ts'
import { tellDisplaced } from './checks.ts'
import { Draft } from './draft.ts'
import type { ImportReport, Options } from './draft.ts'
import { Initiatives, projectsIn } from './initiatives.ts'
import { readInputs } from './inputs.ts'
import type { GivenFile, Inputs } from './inputs.ts'
import { Partners } from './partners.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Kept } from '../kept/kept.ts'
import { skipping } from './skip.ts'
import type { Skip } from './skip.ts'

export type Imported = {
  records: Kept
  report: ImportReport
  problems: Problem[]
}

/** What the files say in the words of the graph, and what had to be left out; territories are only named by code. */
export function importRecords(
  mapping: Mapping,
  files: readonly GivenFile[],
  options: Options,
  skip: Skip = skipping([]),
): Imported {
  const draft = new Draft(mapping, without(skip, mapping, readInputs(mapping, files), options), options)
  const partners = new Partners(draft)
  const initiatives = new Initiatives(draft, partners)
  let done = 0
  for (const group of projectsIn(draft)) {
    initiatives.project(group)
    options.progress?.((done += group.rows.length), draft.inputs.rows.length)
  }
  tellDisplaced(draft.report, draft)
  initiatives.relations()
  partners.members()
  if (draft.problems.length === 0) partners.network()
  partners.settle()
  const { nodes, links, report, problems } = draft
  report.themes = nodes.count('Theme')
  report.links = Object.fromEntries(links.counts())
  return { records: { nodes, links }, report, problems }
}

/** The inputs without the rows that are not to be read; the further rows of a project hang on its first one. */
function without(skip: Skip, mapping: Mapping, whole: Inputs, options: Options): Inputs {
  if (skip.size === 0) return whole
  const hanging = projectsIn(new Draft(mapping, whole, options)).flatMap(({ rows: [first, ...further] }) =>
    first && skip.has(first)
      ? further
          .filter((row) => !skip.has(row))
          .map(({ file, row }) => ({ file, row, rule: `hangs on row ${first.row}, which is left out` }))
      : [],
  )
  const kept = <R extends { file: string; row: number }>(rows: readonly R[]) =>
    rows.filter((row) => !skip.has(row))
  return {
    ...whole,
    rows: kept(whole.rows).map((source) => ({
      ...source,
      joined: new Map([...source.joined].filter(([, row]) => !skip.has(row))),
    })),
    tables: new Map([...whole.tables].map(([input, rows]) => [input, kept(rows)])),
    problems: [...whole.problems.filter((problem) => !skip.has(problem)), ...hanging],
  }
}
