import { knownImports } from '../exchange/history/imports.ts'
import type { Import } from '../exchange/history/imports.ts'
import { undoImport } from '../exchange/history/undo.ts'
import { migrate } from '../neo4j/migrate.ts'
import type { Store } from '../neo4j/store.ts'
import { ifStopped } from './lifetime.ts'
import { progressOnceSlow } from './progressOnceSlow.ts'
import { withStore } from './withStore.ts'

/** Tells the imports of a graph, the latest first. */
export async function listImports({ driver, database }: Store): Promise<void> {
  const session = driver.session({ database, defaultAccessMode: 'READ' })
  try {
    const imports = await session.executeRead((tx) => knownImports(tx))
    if (imports.length === 0) console.info('no import was made into this graph')
    for (const line of imports.reverse().flatMap(importLines)) console.info(line)
  } finally {
    await session.close()
  }
}

/** Takes an import back, or says what that would do. */
export function takeBack(given: string, isDryRun: boolean): Promise<void> {
  return withStore(async ({ driver, database }) => {
    const number = /^\d+$/.test(given) ? Number(given) : NaN
    if (!Number.isSafeInteger(number)) throw new Error(`--undo ${given}: is no number of an import`)
    await migrate(driver, database)
    ifStopped('stopped: nothing was taken back')
    const ending = () =>
      ifStopped('stopped at the very end: npm run essaim -- import --list tells whether it was taken back')
    const ended = () =>
      ifStopped('stopped after it was taken back: the next start or import sweeps what it left')
    const progress = progressOnceSlow(
      'taking back',
      'records and links',
      'before its end nothing is taken back',
    )
    const undone = await undoImport(driver, database, number, { dryRun: isDryRun, progress, ending, ended })
    const { removed, restored, kept } = undone
    for (const line of importLines(undone.import)) console.info(line)
    console.info(
      `${isDryRun ? 'would be taken back' : 'taken back'}: ${removed} records and links removed, ${restored} as they were before`,
    )
    if (kept.length) console.info(`others use these since, they stay: ${kept.join(', ')}`)
  })
}

function importLines(made: Import): string[] {
  const { number, madeOn, recordedBy, mapping, files, hashes, undoneOn } = made
  const named = files.map((file, at) => `${file} (sha256 ${hashes[at]?.slice(0, 12)}…)`)
  const { read, made: fresh, changed, unchanged, leftOut, ended } = made
  return [
    `import ${number}, ${madeOn}, by ${recordedBy}, as ${mapping}${undoneOn ? `, taken back ${undoneOn}` : ''}`,
    `  ${named.join(', ')}`,
    `  ${read} rows read, ${leftOut} left out for errors; ${fresh} made, ${changed} changed, ${unchanged} as they were, ${ended} ended`,
  ]
}
