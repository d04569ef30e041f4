import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Command } from 'commander'
import { ImportRefused, prepareImport, writeImport } from '../exchange/importFiles.ts'
import type { Ready } from '../exchange/importFiles.ts'
import type { GivenFile } from '../exchange/importInputs.ts'
import { limits } from '../exchange/limits.ts'
import { mappingNames, readMapping } from '../exchange/mapping.ts'
import { reportLines, reportTable } from '../exchange/importReport.ts'
import { tooLarge } from '../exchange/tables.ts'
import { migrate } from '../neo4j/migrate.ts'
import { guess } from './guess.ts'
import { withStore } from './withStore.ts'

type Options = {
  guess?: boolean
  sheet?: string
  mapping?: string
  dryRun?: boolean
  as?: string
  networkName?: string
  report?: string
}

const examples = `
Mappings that come with it: ${mappingNames().join(', ')}. A mapping of your own is a YAML file; these explain themselves.
These need none: tidy tables (nodes.csv, edges.csv, elements.csv, results.csv), GEXF, a Kumu blueprint, JSON-LD, grants of
360Giving and SCDL.

Examples:
  npm run essaim -- import sites.csv projects.csv --mapping france-sengage --dry-run
  npm run essaim -- import sites.csv projects.csv --mapping france-sengage --report told.csv
  npm run essaim -- import members.xlsx --guess > my-network.yaml
  npm run essaim -- import members.xlsx --mapping my-network.yaml --as my-network
  npm run essaim -- import nodes.csv edges.csv --as my-network --network-name "My network"

All rows are written, or none: an error is told with its file, row, column and value. A second time changes nothing.`

export const importCommand = new Command('import')
  .description('read files into initiatives, partners and links; all rows or none')
  .argument('<files...>', 'the files; each is recognised by the columns it has')
  .option('-g, --guess', 'read nothing in, propose a mapping for the files with the reason of each line')
  .option('-s, --sheet <name|number>', 'of a workbook, guess for this sheet only')
  .option('-m, --mapping <name|file>', 'how columns become records')
  .option('-n, --dry-run', 'check everything, write nothing')
  .option('-a, --as <network>', 'the network that records, one that is there already')
  .option('--network-name <name>', 'what that network is called, to record it as well')
  .option('-r, --report <file>', 'write every conflict, omission and error into this CSV file')
  .addHelpText('after', examples)
  .action(async (files: string[], options: Options) => {
    if (options.guess) {
      propose(files, options.sheet)
      return
    }
    const ready = prepare(files, options)
    if (!ready) {
      process.exitCode = 1
      return
    }
    await withStore(async ({ driver, database }) => {
      await migrate(driver, database)
      const stop = tellWhileWaiting(
        `writing ${ready.records.nodes.length} records and ${ready.records.links.length} links`,
      )
      const written = await writeImport(driver, database, ready, options.dryRun).finally(stop)
      for (const line of reportLines(ready.report, written, options.dryRun ?? false)) console.info(line)
      if (options.report) {
        writeFileSync(options.report, reportTable(ready.report, []))
        console.info(`report: ${options.report}`)
      }
    })
  })

/** The mapping goes where it can be kept, what it would bring to the terminal. */
function propose(paths: readonly string[], sheet: string | undefined): void {
  try {
    const { yaml, outlook } = guess(paths.map(readGiven), sheet)
    process.stdout.write(yaml)
    for (const line of outlook) console.error(line)
  } catch (error) {
    console.error(`essaim: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}

function prepare(paths: readonly string[], { mapping, as, networkName, report }: Options): Ready | undefined {
  try {
    const rules = mapping === undefined ? undefined : readMapping(mapping)
    return prepareImport(rules, paths.map(readGiven), { as, networkName, progress: progressOnceSlow() })
  } catch (error) {
    console.error(`essaim: ${error instanceof Error ? error.message : String(error)}`)
    if (report && error instanceof ImportRefused) {
      writeFileSync(report, reportTable(error.report, error.problems))
      console.error(`report: ${report}`)
    }
    return undefined
  }
}

function readGiven(path: string): GivenFile {
  try {
    const { size } = statSync(path)
    if (size > limits.file) throw new Error(tooLarge(size))
    return { name: basename(path), bytes: readFileSync(path) }
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.split(',')[0] : String(cause)
    throw new Error(`${path}: can't be read (${reason})`, { cause })
  }
}

/** Tells how far reading is, once it takes longer than a second, then every other second. */
function progressOnceSlow(): (done: number, of: number) => void {
  let told = Date.now() - 1000
  return (done, of) => {
    if (Date.now() - told < 2000) return
    told = Date.now()
    console.error(`reading: ${done} of ${of} rows`)
  }
}

function tellWhileWaiting(what: string): () => void {
  const since = Date.now()
  const timer = setInterval(
    () => console.error(`${what} (${Math.round((Date.now() - since) / 1000)} s)`),
    1500,
  )
  return () => clearInterval(timer)
}
