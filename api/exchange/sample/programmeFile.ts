import * as v from 'valibot'
import { parse } from 'yaml'

// As with families: words of enums and dates are checked when the records are written.
const text = v.pipe(v.string(), v.trim(), v.nonEmpty())
const texts = v.optional(v.array(text))
const number = v.optional(v.number())
const told = { note: v.optional(text), since: v.optional(text), until: v.optional(text), source: text }
const network = v.strictObject({ id: text, name: text, website: v.optional(text), source: text })
const committee = v.strictObject({
  id: text,
  name: v.optional(text),
  seats: number,
  tiers: texts,
  summary: v.optional(text),
  source: text,
})
const support = v.strictObject({
  id: text,
  kind: text,
  format: v.optional(text),
  description: v.optional(text),
  leastAmount: number,
  mostAmount: number,
  currency: v.optional(text),
  source: text,
})
const enrolment = v.strictObject({
  partner: text,
  status: text,
  since: v.optional(text),
  until: v.optional(text),
  reason: v.optional(text),
  source: text,
})
const cohort = v.strictObject({
  id: text,
  name: text,
  summary: v.optional(text),
  opensOn: v.optional(text),
  closesOn: v.optional(text),
  startsOn: v.optional(text),
  endsOn: v.optional(text),
  size: number,
  source: text,
  enrolled: v.optional(v.array(enrolment), []),
  brings: v.optional(v.array(v.strictObject({ initiative: text, source: text })), []),
})
const programme = v.strictObject({
  id: text,
  networks: v.array(text),
  partOf: v.optional(v.strictObject({ programme: text, since: v.optional(text), source: text })),
  name: text,
  kind: text,
  summary: v.optional(text),
  aims: texts,
  orientation: v.optional(text),
  opensOn: v.optional(text),
  closesOn: v.optional(text),
  budget: number,
  currency: v.optional(text),
  website: v.optional(text),
  themes: v.optional(v.array(text), []),
  source: text,
  backers: v.optional(v.array(v.strictObject({ partner: text, ...told })), []),
  committees: v.optional(v.array(committee), []),
  offers: v.optional(v.array(support), []),
  cohorts: v.optional(v.array(cohort), []),
  grants: v.optional(v.array(v.strictObject({ grant: text, source: text })), []),
})
const sponsorship = v.strictObject({
  sponsor: text,
  accompanies: text,
  on: text,
  kinds: texts,
  ...told,
})
const event = v.strictObject({
  id: text,
  networks: v.array(text),
  name: text,
  heldOn: v.optional(text),
  summary: v.optional(text),
  format: v.optional(text),
  participants: number,
  source: text,
})
const programmes = v.strictObject({
  networks: v.array(network),
  programmes: v.array(programme),
  sponsorships: v.array(sponsorship),
  events: v.array(event),
})

export type ProgrammeFile = v.InferOutput<typeof programmes>

/** The programmes of networks, read and checked. @throws naming the place in the file and what is wrong there */
export function readProgrammes(file: string, yaml: string): ProgrammeFile {
  const result = v.safeParse(programmes, parse(yaml))
  if (result.success) return result.output
  const issues = result.issues.map((issue) => `${file}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`)
  throw new Error(issues.join('\n'))
}
