import { readFileSync } from 'node:fs'
import { buildSchema, isEnumType } from 'graphql'
import { expect, it } from 'vitest'
import french from '../../web/messages/fr.json'
import { roleFamilies, roleFamily, rolesOf, type PartnerRole } from '../../web/ui/roles.ts'

const contract = buildSchema(readFileSync('api/contract.graphql', 'utf8'), { assumeValidSDL: true })

const valuesOf = (name: string) => {
  const type = contract.getType(name)
  if (!isEnumType(type)) throw new Error(`the contract has no enum ${name}`)
  return type.getValues().map(({ name: value, description }) => ({ value, description }))
}

const firstWords: Record<string, string> = {
  Carries: 'carries',
  Funds: 'funds',
  Supports: 'supports',
  Governs: 'governs',
  Relays: 'relays',
}

it('every role of the contract belongs to the family its description begins with', () => {
  for (const { value, description } of valuesOf('PartnerRole'))
    expect(roleFamily(value as PartnerRole), value).toBe(firstWords[description?.split(':')[0] ?? ''])
})

it('the five families share all roles out, each role once', () => {
  const roles = roleFamilies.flatMap(rolesOf)
  expect(roles.toSorted()).toEqual(
    valuesOf('PartnerRole')
      .map(({ value }) => value)
      .toSorted(),
  )
})

it('every value of an enum that people see has a word', () => {
  const words = {
    PartnerRole: 'role',
    InitiativeStatus: 'status',
    ReplicationLevel: 'level',
    ReplicationMode: 'mode',
    AdaptationDriver: 'driver',
    PartnerKind: 'partnerKind',
    CommonsKind: 'commonsKind',
    RecordKind: 'recordKind',
    TerritoryLevel: 'territoryLevel',
  }
  const wanted = Object.entries(words).flatMap(([type, prefix]) =>
    valuesOf(type).map(({ value }) => `${prefix}.${value}`),
  )
  expect(wanted.filter((key) => !(key in french))).toEqual([])
})
