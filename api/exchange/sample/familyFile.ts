import * as v from 'valibot'
import { parse } from 'yaml'
import { identifier, sameAs } from './identity.ts'
import { plan, sheet } from './sheets.ts'

// The words of enums and the dates are checked when the records are written: here only what a file may say, and where.
const text = v.pipe(v.string(), v.trim(), v.nonEmpty())
const territory = v.strictObject({
  name: text,
  country: text,
  cog: v.optional(text),
  dep: v.optional(text),
  reg: v.optional(text),
})
const element = v.strictObject({ id: text, name: text, core: v.boolean(), source: text })
const replication = v.strictObject({
  of: text,
  level: text,
  mode: v.optional(text),
  steering: v.optional(text),
  since: v.optional(text),
  note: v.optional(text),
  source: text,
})
const taking = v.strictObject({ element: text, note: v.optional(text), source: text })
const adaptation = v.strictObject({ ...taking.entries, driver: v.optional(text) })
const partnership = v.strictObject({
  partner: text,
  role: text,
  since: v.optional(text),
  until: v.optional(text),
  note: v.optional(text),
  source: text,
})
const use = v.strictObject({ commons: text, since: v.optional(text), source: text })
const result = v.strictObject({
  indicator: text,
  value: v.number(),
  unit: text,
  on: v.optional(text),
  method: v.optional(text),
  source: text,
})
const grant = v.strictObject({
  from: text,
  amount: v.number(),
  currency: text,
  on: v.optional(text),
  programme: v.optional(text),
  source: text,
})
const initiative = v.strictObject({
  id: text,
  name: text,
  summary: v.optional(text),
  status: v.optional(text),
  reason: v.optional(text),
  startedOn: v.optional(text),
  endedOn: v.optional(text),
  website: v.optional(text),
  territory: v.optional(territory),
  themes: v.optional(v.array(text), []),
  source: text,
  elements: v.optional(v.array(element), []),
  replicates: v.optional(v.array(replication), []),
  keeps: v.optional(v.array(taking), []),
  adapts: v.optional(v.array(adaptation), []),
  drops: v.optional(v.array(taking), []),
  partners: v.optional(v.array(partnership), []),
  uses: v.optional(v.array(use), []),
  results: v.optional(v.array(result), []),
  grants: v.optional(v.array(grant), []),
  sheet: v.optional(sheet),
  plan: v.optional(plan),
})
const partner = v.strictObject({
  id: text,
  name: text,
  acronym: v.optional(text),
  kind: text,
  website: v.optional(text),
  territory: v.optional(territory),
  identifiers: v.optional(v.array(identifier)),
  sameAs: v.optional(v.array(sameAs)),
  source: text,
})
const commons = v.strictObject({
  id: text,
  name: text,
  kind: text,
  licence: v.optional(text),
  url: v.optional(text),
  steward: v.optional(text),
  source: text,
})
const network = v.strictObject({ id: text, name: text, head: text, members: v.array(text), source: text })
const family = v.strictObject({
  family: text,
  title: text,
  summary: text,
  initiatives: v.array(initiative),
  partners: v.array(partner),
  commons: v.array(commons),
  networks: v.optional(v.array(network), []),
})

export type Family = v.InferOutput<typeof family> & { file: string }
export type FamilyInitiative = Family['initiatives'][number]
export type PlaceName = NonNullable<FamilyInitiative['territory']>

/** One file of the sample, read and checked. @throws naming the place in the file and what is wrong there */
export function readFamily(file: string, yaml: string): Family {
  const result = v.safeParse(family, parse(yaml))
  if (result.success) return { ...result.output, file }
  const issues = result.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
  throw new Error(issues.join('\n'))
}
