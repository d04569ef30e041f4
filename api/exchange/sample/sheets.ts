import * as v from 'valibot'
import type { recording } from './recording.ts'

type Recording = Pick<ReturnType<typeof recording>, 'node' | 'link'>

const text = v.pipe(v.string(), v.trim(), v.nonEmpty())
const several = v.optional(v.array(text))

/** What a file of the sample may say on the sheet of an initiative. */
export const sheet = v.strictObject({
  context: v.optional(text),
  governance: v.optional(text),
  audiences: several,
  strengths: several,
  weaknesses: several,
  opportunities: several,
  threats: several,
  evaluation: v.optional(text),
  vigilancePoints: several,
  successFactors: several,
  obstacles: several,
  expectedEffort: v.optional(v.number()),
  setUpCost: v.optional(v.number()),
  currency: v.optional(text),
  asOf: v.optional(text),
  source: text,
})

/** What a file of the sample may say on how an initiative is to spread. */
export const plan = v.strictObject({
  governance: v.optional(text),
  scope: v.optional(text),
  objectives: several,
  evaluation: v.optional(text),
  strategicActors: several,
  budget: v.optional(text),
  planning: several,
  description: v.optional(text),
  asOf: v.optional(text),
  source: text,
})

/** The records of an initiative's sheet and spreading plan, if it has them. */
export function describe(
  { node, link }: Recording,
  id: string,
  given: { sheet?: v.InferOutput<typeof sheet>; plan?: v.InferOutput<typeof plan> },
): void {
  if (given.sheet) {
    node('Sheet', `${id}:sheet`, given.sheet)
    link('DESCRIBED_BY', id, `${id}:sheet`, { source: given.sheet.source })
  }
  if (given.plan) {
    node('SpreadingPlan', `${id}:plan`, given.plan)
    link('SPREADS_BY', id, `${id}:plan`, { source: given.plan.source })
  }
}
