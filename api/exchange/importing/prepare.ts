import { createHash } from 'node:crypto'
import { readValid } from './acceptValid.ts'
import { importDirect } from './direct.ts'
import type { ImportReport } from './draft.ts'
import { importRecords } from './importRecords.ts'
import type { Imported } from './importRecords.ts'
import type { GivenFile } from './inputs.ts'
import type { Skip } from './skip.ts'
import { problemLine } from '../files/format.ts'
import type { Problem } from '../files/format.ts'
import type { Origin } from '../history/imports.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { territoryRecords } from '../places/territories.ts'
import type { Kept } from '../kept/kept.ts'

// Lines that a terminal keeps; in a report stand all.
const mostTold = 1_000

/** Why an import wrote nothing: every problem, with its place; its message tells the first thousand. */
export class ImportRefused extends Error {
  override name = 'ImportRefused'
  readonly problems: readonly Problem[]
  readonly report: ImportReport
  constructor(problems: readonly Problem[], report: ImportReport) {
    const told = problems.slice(0, mostTold).map(problemLine)
    const left = problems.length - told.length
    if (left > 0) told.push(`… and ${left} more: --report FILE writes them all`)
    super(`nothing was written, errors: ${problems.length}\n  ${told.join('\n  ')}`)
    this.problems = problems
    this.report = report
  }
}

export type ImportOptions = {
  /** The network that answers for the records, when it is not the mapping's own. */
  as?: string
  /** What that network is called, when these files are the first that it records and none of their rows says it. */
  networkName?: string
  /** Under which licence others may use what that network records, when it is not the mapping's. */
  licence?: string
  /** Leave out rows with errors, with all that hangs on them, instead of writing nothing. */
  acceptValid?: boolean
  progress?: (done: number, of: number) => void
}
/** What is to be written; `refused` tells the rows that are left out for their errors, `again` reads without more rows. */
export type Ready = {
  records: Kept
  report: ImportReport
  refused: Problem[]
  origin: Origin
  /** The licence of what the network records; `isSaid` when it was given beside the mapping. */
  licence?: { text: string; isSaid: boolean }
  again?: (refused: readonly Problem[]) => Ready
}

/**
 * Reads the files by the mapping, or without one when they say all by themselves; nothing is written yet.
 * @throws ImportRefused with every error
 */
export function prepareImport(
  mapping: Mapping | undefined,
  files: readonly GivenFile[],
  options: ImportOptions = {},
): Ready {
  const today = new Date().toISOString().slice(0, 10)
  const read = (skip?: Skip) =>
    mapping ? readByMapping(mapping, files, today, options, skip) : readDirectly(files, today, options, skip)
  const licence = options.licence ?? mapping?.network?.licence
  const isSaid = options.licence !== undefined
  const ready = ({ refused, ...imported }: Imported & { refused: Problem[] }): Ready => {
    const { problems, report, records } = imported
    if (problems.length) throw new ImportRefused([...refused, ...problems], report)
    addTerritories(imported, mapping?.recordedOn ?? today)
    return {
      ...{ records, report, refused, origin: originOf(mapping, files, report) },
      ...(licence !== undefined && { licence: { text: licence, isSaid } }),
      ...(options.acceptValid && { again: (known) => ready(readValid(read, known)) }),
    }
  }
  return ready(options.acceptValid ? readValid(read) : { ...read(), refused: [] })
}

function readByMapping(
  mapping: Mapping,
  files: readonly GivenFile[],
  today: string,
  { as, networkName, licence, progress }: ImportOptions,
  skip?: Skip,
): Imported {
  const recorder = as ?? mapping.network?.id
  if (recorder === undefined) throw new Error('the mapping names no network: say who records by --as NETWORK')
  const ownsNetwork = recorder === mapping.network?.id
  const options = { recorder, ownsNetwork, networkName, licence, today, progress }
  return importRecords(mapping, files, options, skip)
}

function readDirectly(
  files: readonly GivenFile[],
  today: string,
  { as, networkName, licence }: ImportOptions,
  skip?: Skip,
): Imported {
  return importDirect(files, { recorder: as, networkName, licence, today }, skip)
}

function originOf(mapping: Mapping | undefined, files: readonly GivenFile[], report: ImportReport): Origin {
  const inputs = [...new Set(report.read.map(({ input }) => input))].sort()
  return {
    mapping: mapping?.name ?? inputs.join(', '),
    ...(mapping && { mappingHash: mapping.hash }),
    files: files.map(({ name }) => name),
    hashes: files.map((file) => file.hash?.() ?? createHash('sha256').update(file.bytes).digest('hex')),
    inputs,
  }
}

function addTerritories({ records, report }: Imported, recordedOn: string): void {
  const { nodes, links } = territoryRecords(report.territories, report.recorder, recordedOn)
  for (const node of nodes) records.nodes.set(node)
  for (const link of links) records.links.set(link)
}
