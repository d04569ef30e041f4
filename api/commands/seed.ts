import { Command } from 'commander'
import { countLine, recordCounts } from '../exchange/writing/counts.ts'
import { seed } from '../exchange/sample/sample.ts'
import { migrate } from '../neo4j/migrate.ts'
import { withStore } from './withStore.ts'

export const seedCommand = new Command('seed')
  .description('load the sample: true families of initiatives, each fact with its source, all or nothing')
  .addHelpText('after', '\nExample:\n  npm run essaim -- seed        a second time changes nothing')
  .action(() =>
    withStore(async ({ driver, database, describe }) => {
      await migrate(driver, database)
      const { records, ...written } = await seed(driver, database)
      const { kinds, types } = recordCounts(records)
      const of = (what: 'nodes' | 'links') =>
        `${written[`${what}Created`]} created, ${written[`${what}Changed`]} changed, ${written[`${what}Unchanged`]} as they were`
      console.info(`graph: ${describe}`)
      console.info(`records: ${of('nodes')}\n  ${countLine(kinds)}`)
      console.info(`links: ${of('links')}\n  ${countLine(types)}`)
    }),
  )
