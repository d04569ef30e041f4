import type { Problem } from '../files/format.ts'
import type { Imported } from './importRecords.ts'
import { skipping } from './skip.ts'
import type { Skip } from './skip.ts'

/**
 * Reads again and again without the rows that have errors, until none is left: what hangs on a row that is left out is
 * an error of the next reading. `refused` holds what was told on the way; what is wrong with a file as a whole stays a
 * problem.
 */
export function readValid(
  read: (skip: Skip) => Imported,
  known: readonly Problem[] = [],
): Imported & { refused: Problem[] } {
  const refused = [...known]
  for (;;) {
    const skip = skipping(refused)
    const imported = read(skip)
    const fresh = imported.problems
    const isOfRow = (problem: Problem) =>
      problem.row !== undefined && problem.severity !== 'critical' && !skip.has(problem)
    if (fresh.length === 0 || !fresh.every(isOfRow)) return { ...imported, refused }
    refused.push(...fresh)
  }
}
