import { createHash } from 'node:crypto'
import type { Driver, ManagedTransaction } from 'neo4j-driver'
import neo4j from 'neo4j-driver'
import { readValid } from './acceptValid.ts'
import { problemLine } from '../files/format.ts'
import type { Problem } from '../files/format.ts'
import type { GivenFile } from './inputs.ts'
import type { ImportReport } from './draft.ts'
import { importDirect } from './direct.ts'
import { importRecords } from './importRecords.ts'
import type { Imported } from './importRecords.ts'
import { recordImport } from '../history/imports.ts'
import type { Origin } from '../history/imports.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { RecordsRefused, writeRecords } from '../writing/records.ts'
import type { Along, Written } from '../writing/records.ts'
import { meetOrganisations } from '../identity/sameOrganisation.ts'
import type { Records } from '../record.ts'
import type { Skip } from './skip.ts'
import { statement } from '../../statements.ts'
import { territoryRecords } from '../places/territories.ts'
import { secondNow } from '../history/undo.ts'
import { endingOf, findVanished } from '../history/vanished.ts'
import type { Gone, Vanished } from '../history/vanished.ts'

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
  /** Leave out rows with errors, with all that hangs on them, instead of writing nothing. */
  acceptValid?: boolean
  progress?: (done: number, of: number) => void
}
/** What is to be written; `refused` tells the rows that are left out for their errors, `again` reads without more rows. */
export type Ready = {
  records: Records
  report: ImportReport
  refused: Problem[]
  origin: Origin
  origins: Imported['origins']
  again?: (refused: readonly Problem[]) => Ready
}
export type WriteOptions = {
  dryRun?: boolean
  /** What earlier imports of the same mapping made and these files no longer say ended on this day. */
  retire?: string
  /** From how many new records and links on they are staged. */
  stageFrom?: number
  progress?: (done: number, of: number) => void
}
/** What an import did, under which number it is remembered, and what is no longer in its files. */
export type Brought = Written & { number?: number; ended: number; refused: Problem[] } & Gone

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
  const ready = ({ refused, ...imported }: Imported & { refused: Problem[] }): Ready => {
    const { problems, report, origins } = imported
    if (problems.length) throw new ImportRefused([...refused, ...problems], report)
    return {
      records: withTerritories(imported, report.recorder, mapping?.recordedOn ?? today),
      ...{ report, refused, origins, origin: originOf(mapping, files, report) },
      ...(options.acceptValid && { again: (known) => ready(readValid(read, known)) }),
    }
  }
  return ready(options.acceptValid ? readValid(read) : { ...read(), refused: [] })
}

function readByMapping(
  mapping: Mapping,
  files: readonly GivenFile[],
  today: string,
  { as, progress }: ImportOptions,
  skip?: Skip,
): Imported {
  const recorder = as ?? mapping.network?.id
  if (recorder === undefined) throw new Error('the mapping names no network: say who records by --as NETWORK')
  const ownsNetwork = recorder === mapping.network?.id
  return importRecords(mapping, files, { recorder, ownsNetwork, today, progress }, skip)
}

function readDirectly(
  files: readonly GivenFile[],
  today: string,
  { as, networkName }: ImportOptions,
  skip?: Skip,
): Imported {
  return importDirect(files, { recorder: as, networkName, today }, skip)
}

function originOf(mapping: Mapping | undefined, files: readonly GivenFile[], report: ImportReport): Origin {
  const inputs = [...new Set(report.read.map(({ input }) => input))].sort()
  return {
    mapping: mapping?.name ?? inputs.join(', '),
    ...(mapping && { mappingHash: mapping.hash }),
    files: files.map(({ name }) => name),
    hashes: files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')),
    inputs,
  }
}

function withTerritories({ records, report }: Imported, recorder: string, recordedOn: string): Records {
  const territories = territoryRecords(report.territories, recorder, recordedOn)
  return {
    nodes: [...records.nodes, ...territories.nodes],
    links: [...records.links, ...territories.links],
  }
}

/**
 * Writes what was prepared, all or nothing, and remembers it under a number; a dry run does it all and takes it back.
 * When rows with errors are left out, so are those that would make the graph break a rule.
 * @throws ImportRefused with every fault and the row it comes from
 */
export async function writeImport(
  driver: Driver,
  database: string,
  ready: Ready,
  options: WriteOptions = {},
): Promise<Brought> {
  if (options.retire !== undefined && ready.refused.length)
    throw new Error(
      'rows with errors are left out, so nobody can tell what vanished: correct them, or leave out --retire',
    )
  try {
    return await writeOnce(driver, database, ready, options)
  } catch (error) {
    if (!(error instanceof RecordsRefused)) throw error
    const problems = placed(error, ready)
    const isOfRows = problems.every(({ row }) => row !== undefined)
    if (!ready.again || !isOfRows) throw new ImportRefused(problems, ready.report)
    return writeImport(driver, database, ready.again([...ready.refused, ...problems]), options)
  }
}

async function writeOnce(
  driver: Driver,
  database: string,
  { records: given, report, refused, origin }: Ready,
  { dryRun = false, retire, ...how }: WriteOptions,
): Promise<Brought> {
  const { recorder } = report
  const isMade = given.nodes.some(({ label, id }) => label === 'Network' && id === recorder)
  if (!isMade && !(await isNetwork(driver, database, recorder)))
    throw new Error(
      `no network has the id ${recorder}: record it first, give its name by --network-name, or leave out --as`,
    )
  const { records, met } = await meet(driver, database, given, recorder)
  report.met = met
  let gone: Gone = { vanished: [] }
  let number: number | undefined
  const ending = (vanished: readonly Vanished[]) =>
    retire === undefined ? { nodes: [], links: [] } : endingOf(vanished, retire, secondNow().slice(0, 10))
  const along: Along = {
    ...how,
    dryRun,
    more: async (tx: ManagedTransaction) => {
      gone = await findVanished(tx, records, origin, recorder)
      if (retire !== undefined && gone.unknown) throw new Error(`nothing can be retired: ${gone.unknown}`)
      return ending(gone.vanished)
    },
    note: async (tx, steps, written) => {
      const made = {
        ...origin,
        ...{
          recordedBy: recorder,
          madeOn: secondNow(),
          read: rowsRead(report),
          ended: endedOf(gone, retire),
        },
        ...{ made: written.nodesCreated + written.linksCreated, leftOut: rowsOf(refused) },
        ...{ changed: written.nodesChanged + written.linksChanged },
        unchanged: written.nodesUnchanged + written.linksUnchanged,
      }
      number = await recordImport(tx, made, steps)
    },
  }
  const written = await writeRecords(driver, database, records, along)
  return {
    ...written,
    ...gone,
    refused,
    ended: endedOf(gone, retire),
    ...(number === undefined ? {} : { number }),
  }
}

async function meet(driver: Driver, database: string, given: Records, recorder: string) {
  const session = driver.session({ database, defaultAccessMode: neo4j.session.READ })
  try {
    return await session.executeRead((tx) => meetOrganisations(tx, given, recorder))
  } finally {
    await session.close()
  }
}

export function rowsRead({ read }: ImportReport): number {
  return read.reduce((sum, { rows }) => sum + rows, 0)
}

/** How many rows these problems are of. */
export function rowsOf(problems: readonly Problem[]): number {
  return new Set(problems.map(({ file, row }) => `${file}\t${row}`)).size
}

function endedOf({ vanished }: Gone, retire: string | undefined): number {
  return retire === undefined ? 0 : vanished.filter(({ canEnd }) => canEnd).length
}

/** What the graph has against records, at the rows that say them. */
function placed({ faults }: RecordsRefused, { origins, report }: Ready): Problem[] {
  const before = new Map(report.met.map(({ id, known }) => [known, id]))
  return faults.flatMap(({ ids, says }): Problem[] => {
    const rows = ids.flatMap((id) => {
      const origin = origins.get(id) ?? origins.get(before.get(id) ?? '')
      return origin ? [{ file: origin.file, row: origin.row, value: id, rule: says }] : []
    })
    return rows.length ? rows : [{ rule: says }]
  })
}

async function isNetwork(driver: Driver, database: string, id: string): Promise<boolean> {
  const { records } = await driver.executeQuery(
    statement('queries/Query.network.cypher'),
    { id },
    { database },
  )
  return records.length > 0
}
