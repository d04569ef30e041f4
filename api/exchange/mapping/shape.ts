import * as v from 'valibot'
import { input } from './inputs.ts'
import {
  address,
  date,
  id,
  identifier,
  keys,
  list,
  number,
  on,
  record,
  several,
  table,
  text,
  value,
  word,
} from './values.ts'
import { isPartialDate } from '../../partialDate.ts'
import { clueKinds } from '../places/clues.ts'
import { vocabulary } from '../vocabulary.ts'

const optional = v.optional(value)
/** What cells should say; an empty text empties one. */
const cells = v.record(v.string(), v.string('should be a text'), 'should be a table: column: text')

/** Where something lies, by any of these; they are compared, and `believe` says which counts when they differ. */
const place = keys({
  code: optional,
  postalCode: optional,
  name: optional,
  department: optional,
  region: optional,
  country: optional,
  latitude: optional,
  longitude: optional,
  near: v.optional(text),
  believe: v.optional(
    v.array(v.picklist(clueKinds, `should be some of ${clueKinds.join(', ')}`), 'should be a list'),
  ),
})
export type PlaceRule = v.InferOutput<typeof place>

/** Which rows a rule is about: those of another input, or those of it that a cell names. */
const rows = {
  from: v.optional(text),
  when: optional,
  each: optional,
  in: v.optional(keys({ input: text, column: text })),
}

const schemes = vocabulary().enums.get('IdentifierScheme') ?? []
const identifiers = v.optional(
  keys(Object.fromEntries(schemes.map((scheme) => [scheme, v.optional(identifier)]))),
  {},
)
const organisation = {
  id: v.optional(id),
  name: value,
  acronym: optional,
  kind: word('PartnerKind'),
  website: v.optional(address),
  identifiers,
  territory: several(place),
}

const replicates = {
  level: word('ReplicationLevel'),
  mode: v.optional(word('ReplicationMode')),
  since: v.optional(date),
  note: optional,
}

const described = {
  id,
  name: value,
  summary: v.optional(value),
  status: v.optional(word('InitiativeStatus')),
  reason: v.optional(value),
  startedOn: v.optional(date),
  endedOn: v.optional(date),
  website: v.optional(address),
  source: v.optional(value),
}

/** What a mapping may say; every fault is told where it is. */
export const shape = keys({
  title: text,
  source: value,
  recordedOn: v.optional(
    v.pipe(
      text,
      v.check((given) => isPartialDate(given), 'should be a date: 2014, 2014-05 or 2014-05-12'),
    ),
  ),
  network: v.optional(
    keys({
      id: text,
      name: text,
      website: v.optional(text),
      licence: v.optional(text),
      headedBy: v.optional(text),
    }),
  ),
  inputs: v.pipe(
    record(input),
    v.check((found) => Object.keys(found).length > 0, 'has no input'),
  ),
  corrections: v.optional(
    v.array(keys({ in: v.optional(text), where: cells, set: cells, because: text }), 'should be a list'),
    [],
  ),
  initiatives: v.optional(
    keys({
      when: optional,
      group: v.optional(id),
      same: v.optional(list, []),
      ...described,
      familyName: optional,
      furtherSites: v.optional(keys({ ...described, replicates: keys(replicates) })),
    }),
  ),
  partners: v.optional(
    record(
      keys({
        ...rows,
        ...organisation,
        role: v.optional(word('PartnerRole')),
        since: v.optional(date),
        until: v.optional(date),
        note: optional,
        on,
      }),
    ),
    {},
  ),
  members: several(
    keys({
      ...rows,
      ...organisation,
      since: v.optional(date),
      until: v.optional(date),
      tier: v.optional(word('NetworkTier')),
    }),
  ),
  themes: v.optional(
    v.array(keys({ name: value, broader: v.optional(table, {}), on }), 'should be a list'),
    [],
  ),
  territory: several(place),
  replications: several(
    keys({ ...rows, child: v.optional(id), parent: id, ...replicates, source: optional }),
  ),
  commons: several(
    keys({
      ...rows,
      id,
      name: value,
      kind: word('CommonsKind'),
      licence: optional,
      url: v.optional(address),
      source: optional,
      usedBy: several(value),
      enrichedBy: several(value),
      since: v.optional(date),
      stewardedBy: several(keys({ partner: text, when: optional })),
    }),
  ),
  grants: several(
    keys({
      by: text,
      when: optional,
      amount: number,
      currency: value,
      awardedOn: v.optional(date),
      programme: optional,
    }),
  ),
  results: several(
    keys({
      when: optional,
      indicator: value,
      value: number,
      unit: value,
      period: v.optional(date),
      method: optional,
    }),
  ),
  checks: v.optional(
    v.array(
      keys({
        what: text,
        says: value,
        department: v.optional(v.literal('of the place')),
        like: optional,
      }),
    ),
    [],
  ),
})
