import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { readYaml } from '../yaml.ts'
import { shape } from './mappingShape.ts'
import { nearest } from './nearest.ts'

export type Mapping = v.InferOutput<typeof shape>
export type InputRule = Mapping['inputs'][string]

const shipped = new URL('mappings/', import.meta.url)

/** The mappings that come with Essaim. */
export function mappingNames(): string[] {
  return readdirSync(shipped).map((entry) => entry.replace(/\.yaml$/, ''))
}

/** The mapping of this name, or in this file; every fault with its line. @throws Error */
export function readMapping(nameOrFile: string): Mapping {
  const own = new URL(`${nameOrFile}.yaml`, shipped)
  const file = /^[\w-]+$/.test(nameOrFile) && existsSync(own) ? fileURLToPath(own) : nameOrFile
  if (!existsSync(file)) {
    const near = nearest(nameOrFile, mappingNames())
    const hint = near ? `did you mean ${near}?` : `there are ${mappingNames().join(', ')}`
    throw new Error(`no mapping ${nameOrFile}: give a file or a name (${hint})`)
  }
  return parseMapping(readFileSync(file, 'utf8'), nameOrFile)
}

/** @throws Error with every fault of the mapping, a line each */
export function parseMapping(source: string, file: string): Mapping {
  const { broken, value, lineOf } = readYaml(source)
  if (broken.length)
    throw new Error(broken.map(({ line, message }) => `${file}, line ${line}: ${message}`).join('\n'))
  const read = v.safeParse(shape, value())
  if (!read.success) {
    const faults = read.issues.map((issue) => {
      const path = issue.path?.map(({ key }) => key) ?? []
      return `${file}, line ${lineOf(path)}: ${path.join('.') || 'the mapping'} ${issue.message}`
    })
    throw new Error([...new Set(faults)].join('\n'))
  }
  const faults = inconsistencies(read.output).map(
    ({ path, fault }) => `${file}, line ${lineOf(path)}: ${path.join('.')} ${fault}`,
  )
  if (faults.length) throw new Error(faults.join('\n'))
  return read.output
}

/** What each part of the mapping can't see of the others. */
function inconsistencies({
  inputs,
  network,
  partners,
  checks,
}: Mapping): { path: string[]; fault: string }[] {
  const [main = '', ...others] = Object.keys(inputs)
  const faults: { path: string[]; fault: string }[] = []
  if (inputs[main]?.join || inputs[main]?.optional)
    faults.push({
      path: ['inputs', main],
      fault: 'comes first: its rows are walked, so it has no join and is not optional',
    })
  for (const other of others)
    if (!inputs[other]?.join) faults.push({ path: ['inputs', other], fault: `needs a join, with ${main}` })
  const head = network?.headedBy
  if (head && !partners[head]) {
    const near = nearest(head, Object.keys(partners))
    faults.push({
      path: ['network', 'headedBy'],
      fault: `${head} is no partner of this mapping${near ? `: did you mean ${near}?` : ''}`,
    })
  }
  checks.forEach(({ department, like }, place) => {
    if (!department === !like)
      faults.push({ path: ['checks', String(place)], fault: 'should have either department or like' })
  })
  return faults
}
