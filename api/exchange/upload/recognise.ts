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
import type { GivenMapping, Recognised, Recognising } from './task.ts'

/** What files are: a form that needs no mapping, what a mapping reads, or tables that a mapping is proposed for. */
export function recognise(files: readonly GivenFile[], { mapping, guess, choices }: Recognising): Recognised {
  if (mapping) return mapped(mappingOf(mapping), files, 'shipped' in mapping)
  const direct = guess ? undefined : directly(files)
  if (direct) return direct
  const problems = files.flatMap(unreadable)
  if (problems.length) return { form: 'unreadable', problems }
  const name = guess ? undefined : mappingNames().find((each) => reads(readMapping(each), files))
  if (name) return mapped(readMapping(name), files, true)
  const { yaml, plan, name: called } = guessed(files, { choices })
  const sheets = sheetsTold(plan, choices.sheets)
  return { form: 'guessed', mapping: called, text: yaml, lacksName: !plan.main.name, sheets }
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

function unreadable(file: GivenFile): Problem[] {
  try {
    tablesOf(file, {})
    return []
  } catch (error) {
    if (error instanceof Unreadable) return [error.problem]
    throw error
  }
}

function mapped(mapping: Mapping, files: readonly GivenFile[], isShipped: boolean): Recognised {
  const { read, problems } = readInputs(mapping, files)
  const { name, title, network } = mapping
  return {
    ...{ form: 'mapped', mapping: name, isShipped, title },
    network: network ? { id: network.id, name: network.name } : null,
    read: read.map(({ file, input, rows }) => ({ file, as: input, rows })),
    problems: problems.filter(({ row }) => row === undefined || row === 1),
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
