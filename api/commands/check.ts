import { Command } from 'commander'
import { breachLine, checkGraph } from '../exchange/writing/check.ts'
import { graphHash } from '../exchange/writing/graphHash.ts'
import { withStore } from './withStore.ts'

export const checkCommand = new Command('check')
  .description('look for breaches of what always holds in this graph; exit code 1 when there are any')
  .option('--hash', 'also print a fingerprint of all that the graph says')
  .addHelpText('after', '\nExample:\n  npm run essaim -- check')
  .action(({ hash }: { hash?: boolean }) =>
    withStore(async ({ driver, database }) => {
      const session = driver.session({ database, defaultAccessMode: 'READ' })
      try {
        const { rules, breaches } = await session.executeRead((tx) => checkGraph(tx), { timeout: 300_000 })
        for (const breach of breaches) console.info(breachLine(breach))
        console.info(`${rules} rules, ${breaches.length} breaches`)
        if (hash) console.info(await session.executeRead((tx) => graphHash(tx), { timeout: 300_000 }))
        if (breaches.length) process.exitCode = 1
      } finally {
        await session.close()
      }
    }),
  )
