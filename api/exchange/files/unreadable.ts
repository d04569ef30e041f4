import { problemLine } from './format.ts'
import type { Problem } from './format.ts'

/** Why a file can't be read at all, or is not safe to read. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly problem: Problem
  constructor(problem: Problem, cause?: unknown) {
    super(problemLine(problem), { cause })
    this.problem = { ...problem, severity: 'critical' }
  }
}
