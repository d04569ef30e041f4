import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { readYaml } from '../../yaml.ts'
import { shape } from './shape.ts'
import { nearest } from '../nearest.ts'

/** How files are read; `name` and `hash` say which mapping it is, whatever it holds; `text` is its YAML. */
export type Mapping = v.InferOutput<typeof shape> & { name: string; hash: string; text: string }
export type InputRule = Mapping['inputs'][string]
export type { PlaceRule } from './shape.ts'

const shipped = new URL('../mappings/', import.meta.url)

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
  const hash = createHash('sha256').update(source).digest('hex')
  const mapping = { ...read.output, name: basename(file).replace(/\.ya?ml$/, ''), hash, text: source }
  const faults = inconsistencies(mapping).map(
    ({ path, fault }) => `${file}, line ${lineOf(path)}: ${path.join('.')} ${fault}`,
  )
  if (faults.length) throw new Error(faults.join('\n'))
  return mapping
}

/** What each part of the mapping can't see of the others. */
function inconsistencies(mapping: Mapping): { path: string[]; fault: string }[] {
  const { inputs, network, partners, members, replications, commons, grants, checks, initiatives } = mapping
  const [main = '', ...others] = Object.keys(inputs)
  const faults: { path: string[]; fault: string }[] = []
  const known = (path: string[], name: string | undefined, names: readonly string[], what: string) => {
    if (name === undefined || names.includes(name)) return
    const near = nearest(name, names)
    faults.push({
      path,
      fault: `${name} is no ${what} of this mapping${near ? `: did you mean ${near}?` : ''}`,
    })
  }
  if (inputs[main]?.join || inputs[main]?.optional)
    faults.push({
      path: ['inputs', main],
      fault: 'comes first: its rows are walked, so it has no join and is not optional',
    })
  const rules = [
    ...Object.entries(partners).map(([name, rule]) => ({ path: ['partners', name], rule })),
    ...members.map((rule, index) => ({ path: ['members', String(index)], rule })),
    ...replications.map((rule, index) => ({ path: ['replications', String(index)], rule })),
    ...commons.map((rule, index) => ({ path: ['commons', String(index)], rule })),
  ]
  const named = new Set<string | undefined>(rules.flatMap(({ rule }) => [rule.from, rule.in?.input]))
  for (const other of others)
    if (!inputs[other]?.join && !named.has(other))
      faults.push({ path: ['inputs', other], fault: `needs a join, with ${main}, or a rule that names it` })
  for (const { path, rule } of rules) {
    known([...path, 'from'], rule.from, Object.keys(inputs), 'input')
    known([...path, 'in', 'input'], rule.in?.input, Object.keys(inputs), 'input')
    if (!rule.each !== !rule.in) faults.push({ path, fault: 'should have both each and in, or neither' })
  }
  for (const [name, { role, from, on }] of Object.entries(partners)) {
    if (!role && on !== 'nothing') faults.push({ path: ['partners', name, 'role'], fault: 'is missing' })
    if (from)
      faults.push({ path: ['partners', name, 'from'], fault: 'is for members, replications and commons' })
  }
  if (!initiatives && members.length === 0)
    faults.push({ path: ['initiatives'], fault: 'is missing: a mapping makes initiatives, or members' })
  known(['network', 'headedBy'], network?.headedBy, Object.keys(partners), 'partner')
  grants.forEach(({ by }, index) =>
    known(['grants', String(index), 'by'], by, Object.keys(partners), 'partner'),
  )
  commons.forEach(({ stewardedBy }, index) => {
    for (const { partner } of stewardedBy)
      known(['commons', String(index), 'stewardedBy'], partner, Object.keys(partners), 'partner')
  })
  checks.forEach(({ department, like }, place) => {
    if (!department === !like)
      faults.push({ path: ['checks', String(place)], fault: 'should have either department or like' })
  })
  return faults
}
