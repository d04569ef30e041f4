import { Command } from 'commander'
import { config } from '../config.ts'
import { countLine, graphCounts } from '../exchange/writing/counts.ts'
import { reset } from '../exchange/writing/reset.ts'
import { eraseUnused } from '../neo4j/embedded.ts'
import { withStore } from './withStore.ts'

export const resetCommand = new Command('reset')
  .description('delete every record and start afresh')
  .option('--yes', 'do it; without, only say what would go')
  .addHelpText(
    'after',
    '\nExamples:\n  npm run essaim -- reset          says what would be deleted\n  npm run essaim -- reset --yes    deletes it',
  )
  .action(async ({ yes }: { yes?: boolean }) => {
    // A graph that nobody uses goes with its folder, even when it is too damaged to be opened.
    if (yes && !config.neo4j.uri && (await eraseUnused(config.home))) {
      return console.info(`deleted the graph in ${config.home}: the next start makes a new one`)
    }
    return withStore(async ({ driver, database, describe }) => {
      const counts = await graphCounts(driver, database)
      const what = counts.length ? countLine(counts) : 'nothing, it is empty'
      if (!yes) throw new Error(`reset would delete from ${describe}: ${what}\nSay so with reset --yes.`)
      await reset(driver, database)
      console.info(`deleted from ${describe}: ${what}`)
    })
  })
