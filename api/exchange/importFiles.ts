import neo4j from 'neo4j-driver'
import type { Driver } from 'neo4j-driver'
import { problemLine } from './format.ts'
import type { Problem } from './format.ts'
import type { GivenFile } from './importInputs.ts'
import type { ImportReport } from './importDraft.ts'
import { importDirect } from './importDirect.ts'
import { importRecords } from './importRecords.ts'
import type { Imported } from './importRecords.ts'
import type { Mapping } from './mapping.ts'
import { writeRecords } from './records.ts'
import { meetOrganisations } from './sameOrganisation.ts'
import type { Records } from './record.ts'
import type { Written } from './records.ts'
import { statement } from '../statements.ts'
import { territoryRecords } from './territories.ts'

/** Why an import wrote nothing: every problem, with its place. */
export class ImportRefused extends Error {
  override name = 'ImportRefused'
  readonly problems: readonly Problem[]
  readonly report: ImportReport
  constructor(problems: readonly Problem[], report: ImportReport) {
    super(`nothing was written, errors: ${problems.length}\n  ${problems.map(problemLine).join('\n  ')}`)
    this.problems = problems
    this.report = report
  }
}

export type ImportOptions = {
  /** The network that answers for the records, when it is not the mapping's own. */
  as?: string
  /** What that network is called, when these files are the first that it records and none of their rows says it. */
  networkName?: string
  progress?: (done: number, of: number) => void
}
export type Ready = { records: Records; report: ImportReport }

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
  const read = mapping ? readByMapping(mapping, files, today, options) : readDirectly(files, today, options)
  if (read.problems.length) throw new ImportRefused(read.problems, read.report)
  return {
    records: withTerritories(read, read.report.recorder, mapping?.recordedOn ?? today),
    report: read.report,
  }
}

function readByMapping(
  mapping: Mapping,
  files: readonly GivenFile[],
  today: string,
  { as, progress }: ImportOptions,
): Imported {
  const recorder = as ?? mapping.network?.id
  if (recorder === undefined) throw new Error('the mapping names no network: say who records by --as NETWORK')
  return importRecords(mapping, files, {
    recorder,
    ownsNetwork: recorder === mapping.network?.id,
    today,
    progress,
  })
}

function readDirectly(
  files: readonly GivenFile[],
  today: string,
  { as, networkName }: ImportOptions,
): Imported {
  return importDirect(files, { recorder: as, networkName, today })
}

function withTerritories({ records, report }: Imported, recorder: string, recordedOn: string): Records {
  const territories = territoryRecords(report.territories, recorder, recordedOn)
  return {
    nodes: [...records.nodes, ...territories.nodes],
    links: [...records.links, ...territories.links],
  }
}

/** Writes what was prepared, all or nothing; a dry run does it all and takes it back. */
export async function writeImport(
  driver: Driver,
  database: string,
  { records, report }: Ready,
  isDryRun = false,
): Promise<Written> {
  const isMade = records.nodes.some(({ label, id }) => label === 'Network' && id === report.recorder)
  if (!isMade && !(await isNetwork(driver, database, report.recorder)))
    throw new Error(
      `no network has the id ${report.recorder}: record it first, give its name by --network-name, or leave out --as`,
    )
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ })
  try {
    const { records: known, met } = await session.executeRead((tx) =>
      meetOrganisations(tx, records, report.recorder),
    )
    report.met = met
    return await writeRecords(driver, database, known, { dryRun: isDryRun })
  } finally {
    await session.close()
  }
}

async function isNetwork(driver: Driver, database: string, id: string): Promise<boolean> {
  const { records } = await driver.executeQuery(
    statement('queries/Query.network.cypher'),
    { id },
    { database },
  )
  return records.length > 0
}
