import type { Driver } from 'neo4j-driver'
import { rowsOf, rowsRead } from './counted.ts'
import { licensed } from './network.ts'
import { ImportRefused } from './prepare.ts'
import type { Ready } from './prepare.ts'
import type { Problem } from '../files/format.ts'
import { recordImport } from '../history/imports.ts'
import { secondNow } from '../history/undo.ts'
import { endingOf, findVanished } from '../history/vanished.ts'
import type { Gone } from '../history/vanished.ts'
import { meetOrganisations } from '../identity/sameOrganisation.ts'
import { RecordsRefused, writeRecords } from '../writing/records.ts'
import type { Along, Written } from '../writing/records.ts'

export type WriteOptions = {
  dryRun?: boolean
  /** What earlier imports of the same mapping made and these files no longer say ended on this day. */
  retire?: string
  /** From how many new records and links on they are staged. */
  stageFrom?: number
  progress?: (done: number, of: number) => void
  /** Called when nothing is left but to commit. */
  ending?: () => void
}
/** What an import did, under which number it is remembered, and what is no longer in its files. */
export type Brought = Written & { number?: number; ended: number; refused: Problem[] } & Gone

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
  ready: Ready,
  { dryRun = false, retire, ...how }: WriteOptions,
): Promise<Brought> {
  const { report, refused, origin } = ready
  const { recorder } = report
  const today = secondNow().slice(0, 10)
  let gone: Gone = { vanished: [] }
  let number: number | undefined
  const along: Along = {
    ...how,
    dryRun,
    // Within the transaction: until it ends nobody else writes, so what is decided here holds when it is written.
    settle: async (tx, given) => {
      const network = await licensed(tx, ready, today)
      const { records, proposals, met } = await meetOrganisations(tx, given, recorder)
      report.met = met
      gone = await findVanished(tx, records, origin, recorder)
      if (retire !== undefined && gone.unknown) throw new Error(`nothing can be retired: ${gone.unknown}`)
      const ended = retire === undefined ? none : endingOf(gone.vanished, retire, today)
      return {
        records,
        more: { nodes: [...network, ...ended.nodes], links: [...proposals, ...ended.links] },
      }
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
  const written = await writeRecords(driver, database, ready.records, along)
  const told = number === undefined ? {} : { number }
  return { ...written, ...gone, refused, ended: endedOf(gone, retire), ...told }
}

const none = { nodes: [], links: [] }

function endedOf({ vanished }: Gone, retire: string | undefined): number {
  return retire === undefined ? 0 : vanished.filter(({ canEnd }) => canEnd).length
}

/** What the graph has against records, at the rows that say them. */
function placed({ faults }: RecordsRefused, { records: { nodes, links }, report }: Ready): Problem[] {
  const before = new Map(report.met.map(({ id, known }) => [known, id]))
  const ofLinks = links.originsOf(new Set(faults.flatMap(({ ids }) => ids)))
  return faults.flatMap(({ ids, says }): Problem[] => {
    const rows = ids.flatMap((id) => {
      const origin = nodes.originOf(id) ?? ofLinks.get(id) ?? nodes.originOf(before.get(id) ?? '')
      return origin ? [{ file: origin.file, row: origin.row, value: id, rule: says }] : []
    })
    return rows.length ? rows : [{ rule: says }]
  })
}
