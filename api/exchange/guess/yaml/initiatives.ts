import { addFigures } from './figures.ts'
import { addIdentity } from './identity.ts'
import { addPartners } from './partners.ts'
import { addTerritory } from './places.ts'
import { addReplications } from './replications.ts'
import { addSaid } from './said.ts'
import type { Plan, Sheet } from '../sheets.ts'
import type { Lines } from './lines.ts'
import { cell, flow, quoted } from './lines.ts'

/** The rows as initiatives, with whom they name. */
export function addInitiatives(out: Lines, plan: Plan): void {
  const { main, others } = plan
  const { name } = main
  if (!name) return
  out.add(0, 'initiatives:')
  const isOften = others.some(({ join }) => join.each)
  const hasSites = addIdentity(out, main, name, isOften)
  addSaid(out, 1, main)
  addPartners(out, plan, hasSites)
  addThemes(out, main, hasSites)
  addTerritory(out, main)
  addFigures(out, plan)
  addReplications(out, plan)
}

function addThemes(out: Lines, { meanings }: Sheet, hasSites: boolean): void {
  const themes = meanings.filter(({ target }) => target.is === 'theme')
  if (themes.length === 0) return
  out.gap()
  out.add(0, 'themes:')
  for (const { profile, because: why } of themes) {
    const name = profile.list
      ? flow([
          ['value', cell(profile.column)],
          ['split', quoted(profile.list)],
        ])
      : cell(profile.column)
    out.add(1, `- name: ${name}`, profile.list ? `${why}; cut at ${profile.list}` : why)
    if (hasSites) out.add(2, 'on: all')
  }
}
