import { files } from './rules/files.ts'
import { graph } from './rules/graph.ts'
import { guesses } from './rules/guesses.ts'
import { history } from './rules/history.ts'
import { mappings } from './rules/mappings.ts'
import { rows } from './rules/rows.ts'
import { serving } from './rules/serving.ts'

/**
 * What the importer says, by rule: the sentence of the command, with what it names in braces. The page words each in its
 * language by `import.rule.…`; a test compares both with every sentence that is said. `{why}` is another sentence.
 */
export const rules: Readonly<Record<string, string>> = {
  ...files,
  ...guesses,
  ...history,
  ...rows,
  ...graph,
  ...mappings,
  ...serving,
}
