import type { Problem } from '../files/format.ts'
import { refuses } from '../files/format.ts'
import { tablesOf } from '../files/tables.ts'
import type { GivenFile } from '../files/tables.ts'
import { Unreadable } from '../files/unreadable.ts'
import { oneSpace } from '../formats/words.ts'
import { guessed } from '../guess/guess.ts'
import { readInputs } from '../importing/inputs.ts'
import { mappingNames, parseMapping, readMapping } from '../mapping/mapping.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { readTidy } from '../tidy/files.ts'
import { sheetsTold } from './sheetsTold.ts'
import type { FileProblem, GivenMapping, Recognised } from './answers.ts'
import { withCorrections } from './corrections.ts'
import type { Remembered } from './remembered.ts'
import { saying } from './saying.ts'
import type { Recognising } from './task.ts'

/**
 * What files are: a form that needs no mapping, what a mapping reads (one that is given, was used before or comes with
 * Essaim), or tables that a mapping is proposed for.
 * @throws Error with every fault of the mapping that is given
 */
export function recognise(
  files: readonly GivenFile[],
  { mapping, guess, choices, corrections }: Recognising,
  remembered: readonly Remembered[] = [],
): Recognised {
  const corrected = (known: Mapping) =>
    corrections.length ? parseMapping(withCorrections(known.text, corrections), known.name) : known
  if (mapping) return mapped(corrected(mappingOf(mapping)), files, 'shipped' in mapping)
  const direct = guess ? undefined : directly(files)
  if (direct) return direct
  const problems = files.flatMap(unreadable)
  if (problems.length) return { form: 'unreadable', problems }
  if (!guess) {
    for (const { name, text, before } of remembered) {
      const known = stillValid(text, name)
      if (known && reads(known, files)) return { ...mapped(corrected(known), files, false), before }
    }
    const name = mappingNames().find((each) => reads(readMapping(each), files))
    if (name) return mapped(corrected(readMapping(name)), files, true)
  }
  const { yaml, plan, name: called } = guessed(files, { choices })
  const sheets = sheetsTold(plan, choices.sheets)
  const text = withCorrections(yaml, corrections)
  return { form: 'guessed', mapping: called, text, lacksName: !plan.main.name, sheets }
}

/** The language of mappings may have changed since. */
function stillValid(text: string, name: string): Mapping | undefined {
  try {
    return parseMapping(text, name)
  } catch {
    return undefined
  }
}

/** @throws Error with every fault of the mapping */
export function mappingOf(given: GivenMapping): Mapping {
  return 'shipped' in given ? readMapping(given.shipped) : parseMapping(given.text, given.name)
}

function directly(files: readonly GivenFile[]): Recognised | undefined {
  const { nodes, read, problems } = readTidy(files)
  if (read.length === 0 || problems.some(({ severity }) => severity === 'critical')) return undefined
  const owners = new Set(nodes.flatMap(({ cells }) => cells.get('graph_owner') || []))
  const [owner = null] = owners.size === 1 ? owners : []
  return { form: 'direct', read, owner }
}

function unreadable(file: GivenFile): FileProblem[] {
  try {
    tablesOf(file, {})
    return []
  } catch (error) {
    if (error instanceof Unreadable) return [told(error.problem)]
    throw error
  }
}

const told = ({ rule, ...problem }: Problem): FileProblem => ({ ...problem, says: saying(rule) })

function mapped(mapping: Mapping, files: readonly GivenFile[], isShipped: boolean) {
  const { read, problems } = readInputs(mapping, files)
  const { name, text, title, network } = mapping
  return {
    ...{ form: 'mapped' as const, mapping: name, text, isShipped, title },
    network: network ? { id: network.id, name: network.name } : null,
    read: read.map(({ file, input, rows }) => ({ file, as: input, rows })),
    problems: problems.filter(({ row }) => row === undefined || row === 1).map(told),
  }
}

/** Whether a mapping was made for these files: each is an input of it, and none is missing. */
function reads(mapping: Mapping, files: readonly GivenFile[]): boolean {
  const inputs = Object.values(mapping.inputs)
  const isLikely = files.every((file) => inputs.some(({ has }) => names(file, has)))
  if (!isLikely) return false
  return !readInputs(mapping, files).problems.some(
    (problem) => refuses(problem) && (problem.row === undefined || problem.row === 1),
  )
}

/** A cheap look before files are read as an input says: whether these columns are there at all. */
function names(file: GivenFile, has: readonly string[]): boolean {
  const start = Buffer.from(file.bytes.subarray(0, 200_000)).toString('utf8')
  // What stands deep in JSON has a name of several words.
  if (/^[\s\uFEFF]*[[{]/.test(start)) return has.every((column) => start.includes(lastWord(column)))
  const columns = new Set(tablesOf(file, { has }).flatMap((table) => [...table.columns]))
  return has.every((column) => columns.has(oneSpace(column)))
}

const lastWord = (column: string) => column.split('.').at(-1) ?? column
