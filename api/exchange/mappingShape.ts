import * as v from 'valibot'
import { formats } from './formats.ts'
import { address, date, keys, list, on, record, table, text, value, word } from './mappingValues.ts'
import { isPartialDate } from '../partialDate.ts'

const described = {
  id: value,
  name: value,
  summary: v.optional(value),
  status: v.optional(word('InitiativeStatus')),
  reason: v.optional(value),
  startedOn: v.optional(date),
  endedOn: v.optional(date),
  website: v.optional(address),
  source: v.optional(value),
}

const input = keys({
  format: v.picklist(
    Object.keys(formats) as (keyof typeof formats)[],
    `should be one of ${Object.keys(formats).join(', ')}`,
  ),
  has: list,
  optional: v.optional(v.boolean('should be true or false'), false),
  join: v.optional(keys({ column: text, with: text })),
  delimiter: v.optional(v.pipe(v.string('should be a text'), v.nonEmpty('is empty')), ','),
  encoding: v.optional(text, 'utf-8'),
  entities: v.optional(v.boolean('should be true or false'), false),
  empty: v.optional(list, []),
})

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
  network: v.optional(keys({ id: text, name: text, website: v.optional(text), headedBy: v.optional(text) })),
  inputs: v.pipe(
    record(input),
    v.check((found) => Object.keys(found).length > 0, 'has no input'),
  ),
  corrections: v.optional(v.array(keys({ where: table, set: table, because: text }), 'should be a list'), []),
  initiatives: keys({
    group: value,
    same: v.optional(list, []),
    ...described,
    familyName: v.optional(value),
    furtherSites: v.optional(
      keys({
        ...described,
        replicates: keys({
          level: word('ReplicationLevel'),
          mode: v.optional(word('ReplicationMode')),
          since: v.optional(date),
          note: v.optional(value),
        }),
      }),
    ),
  }),
  partners: v.optional(
    record(
      keys({
        id: v.optional(value),
        name: value,
        acronym: v.optional(value),
        kind: word('PartnerKind'),
        website: v.optional(address),
        role: word('PartnerRole'),
        since: v.optional(date),
        until: v.optional(date),
        note: v.optional(value),
        when: v.optional(value),
        on,
      }),
    ),
    {},
  ),
  themes: v.optional(
    v.array(keys({ name: value, broader: v.optional(table, {}), on }), 'should be a list'),
    [],
  ),
  territory: v.optional(keys({ latitude: value, longitude: value, near: v.optional(text) })),
  checks: v.optional(
    v.array(
      keys({
        what: text,
        says: value,
        department: v.optional(v.literal('of the place')),
        like: v.optional(value),
      }),
    ),
    [],
  ),
})
