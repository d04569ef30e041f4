import type { Part, Target } from '../../api/exchange/upload/answers.ts'
import type { EnumOf } from '../graphql.ts'
import { t, type MessageKey } from '../messages.ts'
import { roleFamilies, rolesOf } from '../ui/roles.ts'

type Plain = Exclude<Target['is'], 'partner' | 'place' | 'identifier' | 'result' | 'parent'>

/** What stands in the value of an option: `name`, `partner:FUNDER`, `place:postalCode`. */
export const keyOf = (target: Target): string =>
  [target.is, ...Object.entries(target).flatMap(([name, value]) => (name === 'is' ? [] : [value]))].join(':')

export type Option = { key: string; label: string; target: Target }
export type Group = { label: string; options: Option[] }

const clues = [
  ...(['name', 'postalCode', 'code', 'department', 'region', 'country'] as const),
  ...(['latitude', 'longitude'] as const),
]
type Clue = (typeof clues)[number]
const schemes = ['SIREN', 'SIRET', 'RNA', 'ROR', 'WIKIDATA']
const units = ['personnes', 'emplois', 'repas']
const nothing: Plain[] = ['unknown', 'never']
const described: Record<Part, Plain[]> = {
  initiatives: ['name', 'id', 'summary', 'status', 'startedOn', 'endedOn', 'website', 'theme', 'amount'],
  members: ['name', 'kind', 'website', 'startedOn'],
  partners: ['role', 'startedOn', 'kind', 'website'],
  details: ['name', 'kind', 'website'],
  left: [],
}

/** What a column can become, in groups, where its rows are read so. */
export function groupsFor(part: Part, now: Target): Group[] {
  const isOfInitiatives = part === 'initiatives'
  const isOfPartners = isOfInitiatives || part === 'partners'
  const roles = roleFamilies.flatMap((family) => rolesOf(family))
  const groups: [MessageKey, Target[]][] = [
    ['import.group.nothing', nothing.map((is) => ({ is }))],
    [
      isOfInitiatives ? 'import.group.initiative' : 'import.group.organisation',
      described[part].map((is) => ({ is })),
    ],
    [
      'import.group.identifier',
      isOfInitiatives ? [] : schemes.map((scheme) => ({ is: 'identifier', scheme })),
    ],
    ['import.group.where', part === 'partners' ? [] : clues.map((clue) => ({ is: 'place', clue }))],
    ['import.group.who', isOfPartners ? roles.map((role) => ({ is: 'partner', role })) : []],
    ['import.group.result', isOfInitiatives ? units.map((unit) => ({ is: 'result', unit })) : []],
  ]
  const all = groups
    .map(([label, targets]) => ({ label: t(label), options: targets.map((each) => optionOf(each, part)) }))
    .filter(({ options }) => options.length > 0)
  const isThere = all.some(({ options }) => options.some(({ key }) => key === keyOf(now)))
  return isThere ? all : [{ label: t('import.group.now'), options: [optionOf(now, part)] }, ...all]
}

const optionOf = (target: Target, part: Part): Option => ({
  key: keyOf(target),
  label: labelOf(target, part),
  target,
})

/** What a column becomes, in a partner's words. */
export function labelOf(target: Target, part: Part): string {
  switch (target.is) {
    case 'partner':
      return t('import.target.partner', { role: lowered(t(`role.${target.role as EnumOf<'PartnerRole'>}`)) })
    case 'place':
      return t(`import.clue.${target.clue as Clue}`)
    case 'identifier':
      return t('import.target.identifier', { scheme: target.scheme })
    case 'result':
      return t('import.target.result', { unit: target.unit })
    case 'startedOn':
      return t(part === 'initiatives' ? 'import.target.startedOn' : 'import.target.since')
    case 'name':
      return t(part === 'initiatives' ? 'import.target.name' : 'import.target.organisation')
    default:
      return t(`import.target.${target.is}`)
  }
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
