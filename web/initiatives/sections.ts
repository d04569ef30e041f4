import { t } from '../messages.ts'
import type { Initiative } from './query.ts'

export type Section = { id: string; label: string; count?: number }

/** The sections of the sheet of an initiative that say something, in their order on the page. */
export function sectionsOf(initiative: Initiative): Section[] {
  const { sheets, spreadingPlans, sponsorships, takenUpIn, broughtTo } = initiative
  const commons = initiative.usesConnection.totalCount + initiative.contributesToConnection.totalCount
  const hasParents = initiative.replicatesConnection.totalCount > 0
  const changes = [
    initiative.keepsConnection,
    initiative.adaptsConnection,
    initiative.dropsConnection,
    initiative.elementsConnection,
  ].reduce((sum, { totalCount }) => sum + totalCount, 0)
  const all: (Section & { count: number })[] = [
    { id: 'who', label: t('section.who'), count: initiative.partnersConnection.totalCount },
    { id: 'sheet', label: t('section.sheet'), count: sheets.length },
    { id: 'plan', label: t('section.plan'), count: spreadingPlans.length },
    { id: 'results', label: t('section.results'), count: initiative.resultsConnection.totalCount },
    { id: 'from', label: t('section.from'), count: initiative.replicatesConnection.totalCount },
    {
      id: hasParents ? 'changes' : 'model',
      label: t(hasParents ? 'section.changes' : 'section.model'),
      count: changes,
    },
    { id: 'to', label: t('section.to'), count: initiative.replicatedByConnection.totalCount },
    { id: 'commons', label: t('section.commons'), count: commons },
    { id: 'grants', label: t('section.grants'), count: initiative.grantsConnection.totalCount },
    { id: 'sponsorships', label: t('section.sponsorships'), count: sponsorships.length },
    { id: 'cohorts', label: t('section.cohorts'), count: takenUpIn.length + broughtTo.length },
  ]
  return [
    ...all.flatMap(({ id, label, count }) =>
      count === 0 ? [] : [id === 'sheet' || id === 'plan' ? { id, label } : { id, label, count }],
    ),
    { id: 'missing', label: t('section.missing') },
  ]
}
