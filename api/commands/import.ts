import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { Command } from 'commander'
import { isPartialDate } from '../partialDate.ts'
import { ImportRefused, prepareImport } from '../exchange/importing/prepare.ts'
import { writeImport } from '../exchange/importing/write.ts'
import type { Brought } from '../exchange/importing/write.ts'
import type { Ready } from '../exchange/importing/prepare.ts'
import type { GivenFile } from '../exchange/importing/inputs.ts'
import { mappingNames, readMapping } from '../exchange/mapping/mapping.ts'
import { reportJson, reportLines, reportRows, reportTable } from '../exchange/importing/report.ts'
import type { ImportReport } from '../exchange/importing/draft.ts'
import type { Problem } from '../exchange/files/format.ts'
import { onDisk } from '../exchange/files/onDisk.ts'
import { sweepUnlessBusy } from '../exchange/writing/lock.ts'
import { migrate } from '../neo4j/migrate.ts'
import { guess } from './guess.ts'
import { listImports, takeBack } from './imports.ts'
import { deaf, ifStopped } from './lifetime.ts'
import { useLittleMemory } from './littleMemory.ts'
import { progressOnceSlow } from './progressOnceSlow.ts'
import { withStore } from './withStore.ts'

type Options = {
  guess?: boolean
  sheet?: string
  mapping?: string
  dryRun?: boolean
  acceptValid?: boolean
  retire?: string | true
  list?: boolean
  undo?: string
  as?: string
  networkName?: string
  licence?: string
  report?: string
}

const examples = `
Mappings that come with it: ${mappingNames().join(', ')}. A mapping of your own is a YAML file; these explain themselves.
These need none: tidy tables (nodes.csv, edges.csv, elements.csv, results.csv), GEXF, a Kumu blueprint, JSON-LD, grants of
360Giving and SCDL.

Examples:
  npm run essaim -- import sites.csv projects.csv --mapping france-sengage --dry-run
  npm run essaim -- import sites.csv projects.csv --mapping france-sengage --report told.csv
  npm run -s essaim -- import members.xlsx --guess > my-network.yaml
  npm run essaim -- import members.xlsx --mapping my-network.yaml --as my-network
  npm run essaim -- import nodes.csv edges.csv --as my-network --network-name "My network" --licence CC-BY-4.0

  npm run essaim -- import members.xlsx --mapping my-network.yaml --accept-valid --report left-out.json
  npm run essaim -- import members.xlsx --mapping my-network.yaml --retire 2026
  npm run essaim -- import --list
  npm run essaim -- import --undo 3

All rows are written, or none: an error is told with its file, row, column and value. A second time changes nothing.
What earlier imports of the same mapping brought and the files no longer say is told, and left as it is. With --retire,
initiatives among it ended (their status says so too), and so did links that have an end: on the date given, or today.
Nothing is deleted: partners, themes and links without dates stay. --undo takes an import back, endings included.`

export const importCommand = new Command('import')
  .description('read files into initiatives, partners and links; all rows or none')
  .argument('[files...]', 'the files; each is recognised by the columns it has')
  .option('-g, --guess', 'read nothing in, propose a mapping for the files with the reason of each line')
  .option('-s, --sheet <name|number>', 'of a workbook, guess for this sheet only')
  .option('-m, --mapping <name|file>', 'how columns become records')
  .option('-n, --dry-run', 'check everything, write nothing')
  .option('-v, --accept-valid', 'leave out rows with errors and all that hangs on them, write the others')
  .option('--retire [date]', 'what the files no longer say ended on this date, today when none is given')
  .option('-a, --as <network>', 'the network that records, one that is there already')
  .option('--network-name <name>', 'what that network is called, to record it as well')
  .option('--licence <licence>', 'under which licence others may use what that network records')
  .option('-r, --report <file>', 'write every error, warning and note into this file, .csv or .json')
  .option('-l, --list', 'tell the imports that were made')
  .option('-u, --undo <number>', 'take an import back: exactly what it wrote')
  .addHelpText('after', examples)
  .action(async (files: string[], options: Options) => {
    useLittleMemory()
    if (options.guess) {
      propose(files, options.sheet)
      return
    }
    if (options.list) return withStore(listImports)
    if (options.undo !== undefined) return takeBack(options.undo, options.dryRun ?? false)
    const fault = misuse(files, options)
    if (fault) return fail(fault)
    const ready = deaf(() => prepare(files, options))
    if (!ready) return
    ifStopped('stopped: nothing was written')
    await withStore(async ({ driver, database }) => {
      await migrate(driver, database)
      await sweepUnlessBusy(driver, database)
      const progress = progressOnceSlow('writing', 'records and links', 'before its end nothing is written')
      const { dryRun: isDryRun = false, retire } = options
      const day = retire === true ? new Date().toISOString().slice(0, 10) : retire
      try {
        const ending = () =>
          ifStopped('stopped at the very end: npm run essaim -- import --list tells whether it was written')
        const write = { dryRun: isDryRun, progress, ending, ...(day !== undefined && { retire: day }) }
        const brought = await writeImport(driver, database, ready, write)
        ifStopped(isDryRun ? 'stopped: nothing was written' : 'stopped after all of it was written')
        for (const line of reportLines(ready.report, brought, isDryRun)) console.info(line)
        writeReport(options, ready.report, brought.refused, brought)
      } catch (error) {
        if (error instanceof ImportRefused) writeReport(options, error.report, error.problems)
        throw error
      }
    })
  })

function fail(message: string): void {
  console.error(`essaim: ${message}`)
  process.exitCode = 1
}

/** What is asked for and makes no sense. */
function misuse(files: readonly string[], { report, retire }: Options): string | undefined {
  if (files.length === 0) return 'name the files to import, or say --list or --undo NUMBER'
  if (report && !['.csv', '.json'].includes(extname(report).toLowerCase()))
    return `${report}: a report is a .csv or a .json file`
  if (typeof retire === 'string' && !isPartialDate(retire))
    return `--retire ${retire}: is no date: a year, 2014-05 or 2014-05-12`
  return undefined
}

function writeReport(
  { report: file, dryRun = false }: Options,
  report: ImportReport,
  refused: readonly Problem[],
  brought?: Brought,
): void {
  if (!file) return
  const isJson = extname(file).toLowerCase() === '.json'
  writeFileSync(
    file,
    isJson ? reportJson(report, refused, brought, dryRun) : reportTable(reportRows(report, refused, brought)),
  )
  console.info(`report: ${file}`)
}

/** The mapping goes where it can be kept, what it would bring to the terminal. */
function propose(paths: readonly string[], sheet: string | undefined): void {
  try {
    const { yaml, outlook } = guess(paths.map(readGiven), sheet)
    process.stdout.write(yaml)
    for (const line of outlook) console.error(line)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

function prepare(paths: readonly string[], options: Options): Ready | undefined {
  const { mapping, as, networkName, licence, acceptValid } = options
  try {
    const rules = mapping === undefined ? undefined : readMapping(mapping)
    const progress = progressOnceSlow('reading', 'rows', 'nothing is written yet')
    return prepareImport(rules, paths.map(readGiven), { as, networkName, licence, acceptValid, progress })
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
    if (error instanceof ImportRefused) writeReport(options, error.report, error.problems)
    return undefined
  }
}

function readGiven(path: string): GivenFile {
  try {
    return onDisk(path)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(',')[0] : String(cause)
    throw new Error(`${path}: can't be read (${reason})`, { cause })
  }
}
