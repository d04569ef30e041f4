import { guessMapping } from '../exchange/guess/guess.ts'
import { importRecords } from '../exchange/importing/importRecords.ts'
import { problemLine } from '../exchange/files/format.ts'
import { parseMapping } from '../exchange/mapping/mapping.ts'
import type { GivenFile } from '../exchange/files/tables.ts'

/** A mapping proposed for these files, with its reasons, and what it would bring as it stands. @throws Error */
export function guess(files: readonly GivenFile[], sheet?: string): { yaml: string; outlook: string[] } {
  const yaml = guessMapping(files, { sheet })
  const mapping = parseMapping(yaml, 'the guessed mapping')
  const recorder = mapping.network?.id ?? 'guess'
  const today = new Date().toISOString().slice(0, 10)
  const { report, problems } = importRecords(mapping, files, { recorder, ownsNetwork: true, today })
  const { projects, sites, partners, themes, leftOut } = report
  const shown = problems.slice(0, 5).map((problem) => `  ${problemLine(problem)}`)
  return {
    yaml,
    outlook: [
      `as it stands it makes ${projects + sites} initiatives, ${partners} partners and ${themes} themes; left out: ${leftOut.length}, errors: ${problems.length}`,
      ...shown,
    ],
  }
}
