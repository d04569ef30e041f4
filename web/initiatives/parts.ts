import { formatNumber, t } from '../messages.ts'
import { figure } from '../ui/figure.ts'
import type { Plan, Sheet } from './query.ts'

/** A part of a sheet or a plan that says something: its name, and a text or several. */
export type Part = { key: string; label: string; texts: string[] }

const texts = (said: string | readonly string[] | null): string[] =>
  (typeof said === 'string' ? [said] : (said ?? [])).map((text) => text.trim()).filter(Boolean)
const told = (parts: Part[]) => parts.filter((part) => part.texts.length > 0)

/** What a sheet says, first what somebody who would take the initiative up asks first. */
export function sheetParts(sheet: Sheet): Part[] {
  const part = (name: Sheet['completeness']['missing'][number], said: string | readonly string[] | null) => ({
    key: name,
    label: t(`sheetPart.${name}`),
    texts: texts(said),
  })
  const { expectedEffort, setUpCost, currency } = sheet
  return told([
    part('AUDIENCES', sheet.audiences),
    part('CONTEXT', sheet.context),
    part(
      'EXPECTED_EFFORT',
      expectedEffort === null ? null : t('initiative.effort', { days: expectedEffort }),
    ),
    part('SET_UP_COST', setUpCost === null ? null : cost(setUpCost, currency)),
    part('STRENGTHS', sheet.strengths),
    part('WEAKNESSES', sheet.weaknesses),
    part('OPPORTUNITIES', sheet.opportunities),
    part('THREATS', sheet.threats),
    part('SUCCESS_FACTORS', sheet.successFactors),
    part('OBSTACLES', sheet.obstacles),
    part('VIGILANCE_POINTS', sheet.vigilancePoints),
    part('GOVERNANCE', sheet.governance),
    part('EVALUATION', sheet.evaluation),
  ])
}

/** What a spreading plan says, in the order in which one would carry it out. */
export function planParts(plan: Plan): Part[] {
  const part = (name: Plan['completeness']['missing'][number], said: string | readonly string[] | null) => ({
    key: name,
    label: t(`planBlock.${name}`),
    texts: texts(said),
  })
  return told([
    part('DESCRIPTION', plan.description),
    part('SCOPE', plan.scope),
    part('OBJECTIVES', plan.objectives),
    part('PLANNING', plan.planning),
    part('BUDGET', plan.budget),
    part('GOVERNANCE', plan.governance),
    part('STRATEGIC_ACTORS', plan.strategicActors),
    part('EVALUATION', plan.evaluation),
  ])
}

const cost = (amount: number, currency: string | null) =>
  currency ? figure(amount, currency) : formatNumber(amount)
