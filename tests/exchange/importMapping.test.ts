import { describe, expect, test } from 'vitest'
import { mappingNames, readMapping } from '../../api/exchange/mapping/mapping.ts'
import { cantinesYaml, mapping } from './cantines.ts'

const changed = (from: string, to: string) => {
  expect(cantinesYaml).toContain(from)
  return () => mapping(cantinesYaml.replace(from, to))
}

describe('a mapping', () => {
  test.each(mappingNames())('that comes with Essaim is sound: %s', (name) => {
    expect(readMapping(name).title).not.toBe('')
  })

  test('with an unknown role proposes the nearest', () => {
    expect(changed('role: CARRIER', 'role: CARIER')).toThrow(
      'cantines.yaml, line 21: partners.carrier.role CARIER is no PartnerRole: did you mean CARRIER?',
    )
  })

  test('with an unknown word in a table of words says so', () => {
    expect(changed('ville: LOCAL_AUTHORITY', 'ville: TOWN')).toThrow(
      /line 24: partners.others.kind TOWN is no PartnerKind: known are ASSOCIATION, /,
    )
  })

  test('with an unknown key proposes the nearest', () => {
    expect(changed('headedBy: head', 'headBy: head')).toThrow(
      'line 4: network.headBy is unknown: did you mean headedBy?',
    )
  })

  test('tells every fault at once', () => {
    const broken = cantinesYaml.replace('format: csv', 'format: xls').replace('level: REDONE', 'level: DONE')
    expect(() => mapping(broken)).toThrow(
      /inputs.rows.format should be one of csv, json, xlsx\n.*level DONE is no ReplicationLevel/,
    )
  })

  test('without what it needs names the key', () => {
    expect(changed("  name: '{Nom}'\n", '')).toThrow('line 11: initiatives.name is missing')
  })

  test('that is no YAML names the line', () => {
    expect(() => mapping('title: [a\nsource: b')).toThrow(/^cantines.yaml, line 2: /)
  })

  test('whose network is headed by nobody it knows says so', () => {
    expect(changed('headedBy: head', 'headedBy: haed')).toThrow(
      'network.headedBy haed is no partner of this mapping: did you mean head?',
    )
  })

  test('whose second input has no join says so', () => {
    expect(changed('initiatives:', '  more: { format: csv, has: [A] }\ninitiatives:')).toThrow(
      'inputs.more needs a join, with rows',
    )
  })

  test('of an unknown name proposes the nearest', () => {
    expect(() => readMapping('france-engage')).toThrow('did you mean france-sengage?')
  })
})
