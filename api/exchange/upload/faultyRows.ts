import type { Problem } from '../files/format.ts'
import { tablesOf } from '../files/tables.ts'
import type { GivenFile } from '../files/tables.ts'
import { Unreadable } from '../files/unreadable.ts'
import { recognise } from '../importing/columns.ts'
import type { Mapping } from '../mapping/mapping.ts'
import type { Row } from './answers.ts'

// Letters of the rows that are kept: what is beyond is told without the rest of its row.
const most = 20_000_000

/** What the rows say that problems are about, as the files have them. */
export class FaultyRows {
  readonly #cells = new Map<string, string>()
  /** The problems whose value is all that their cell says. */
  readonly #whole = new Set<Problem>()

  constructor(problems: readonly Problem[], files: readonly GivenFile[], mapping?: Mapping) {
    const wanted = new Map<string, Problem[]>()
    for (const problem of problems) {
      if (problem.file === undefined || problem.row === undefined) continue
      const key = keyOf(problem.file, problem.row)
      const known = wanted.get(key)
      if (known) known.push(problem)
      else wanted.set(key, [problem])
    }
    if (wanted.size === 0) return
    let letters = 0
    for (const given of files)
      for (const { file, table } of tablesIn(given, mapping))
        for (const { row, cells } of table.rows) {
          const faulty = wanted.get(keyOf(file, row))
          if (!faulty) continue
          for (const problem of faulty)
            if (problem.value !== undefined && cells.get(problem.column ?? '') === problem.value)
              this.#whole.add(problem)
          if (letters > most) continue
          const text = JSON.stringify([...cells])
          letters += text.length
          this.#cells.set(keyOf(file, row), text)
        }
  }

  isCell = (problem: Problem) => this.#whole.has(problem)

  /** The cells of the rows of these problems, each row once. */
  of(problems: readonly Problem[]): Row[] {
    const places = new Map(
      problems.flatMap(({ file, row }) =>
        file === undefined || row === undefined ? [] : [[keyOf(file, row), { file, row }] as const],
      ),
    )
    return [...places].flatMap(([key, place]) => {
      const text = this.#cells.get(key)
      return text ? [{ ...place, cells: Object.fromEntries(JSON.parse(text) as [string, string][]) }] : []
    })
  }
}

const keyOf = (file: string, row: number) => `${file}\t${row}`

function tablesIn(given: GivenFile, mapping?: Mapping) {
  if (mapping) return recognise(mapping, given, [])
  try {
    return tablesOf(given, {}).map((table) => ({
      file: table.sheet === undefined ? given.name : `${given.name} (${table.sheet})`,
      table,
    }))
  } catch (error) {
    // Graphs have no rows.
    if (error instanceof Unreadable) return []
    throw error
  }
}
