import { Command } from 'commander'
import { migrate } from '../neo4j/migrate.ts'
import { withStore } from './withStore.ts'

export const migrateCommand = new Command('migrate')
  .description('make the constraints and indexes, and run each migration that this graph has not had')
  .addHelpText('after', '\nExample:\n  npm run essaim -- migrate')
  .action(() =>
    withStore(async ({ driver, database, describe }) => {
      const { applied } = await migrate(driver, database)
      console.info(`graph: ${describe}`)
      console.info('constraints and indexes: in place')
      console.info(`migrations: ${applied.length ? applied.join(', ') : 'none to run'}`)
    }),
  )
