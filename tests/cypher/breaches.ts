import { checkGraph } from '../../api/exchange/writing/check.ts'
import type { testStore } from '../support/store.ts'

/** A rule's first words, a change that breaks it, and the ids that are told. */
export type Broken = [rule: string, change: string, ids: string[]]

/** What the checks find after a change of the graph, which is then taken back. */
export async function breachesAfter({ driver, database }: ReturnType<typeof testStore>, change: string) {
  const session = driver.session({ database })
  const tx = session.beginTransaction()
  try {
    await tx.run(change)
    return await checkGraph(tx)
  } finally {
    await tx.rollback()
    await session.close()
  }
}
