import { readFileSync, readdirSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { mappingSchema } from '../../api/exchange/mapping/schema.ts'
import { guess } from '../../api/commands/guess.ts'
import { cantinesYaml } from '../exchange/cantines.ts'
import { networkHead } from './networkHead.ts'

const folder = new URL('../../api/exchange/', import.meta.url)
const committed = JSON.parse(readFileSync(new URL('mapping/mapping.schema.json', folder), 'utf8')) as object
const shipped = readdirSync(new URL('mappings/', folder))
const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(committed)
const faults = (yaml: string) => {
  fits(parse(yaml))
  return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

describe('the JSON Schema of a mapping', () => {
  test('is the shape that reads one (npm run mapping-schema writes it)', () => {
    expect(committed).toEqual(JSON.parse(JSON.stringify(mappingSchema())))
  })

  test.each(shipped)('fits a mapping that comes with Essaim: %s', (name) => {
    expect(faults(readFileSync(new URL(`mappings/${name}`, folder), 'utf8'))).toEqual([])
  })

  test('fits a mapping that was guessed', () => {
    expect(faults(guess([{ name: 'a.xlsx', bytes: networkHead }]).yaml)).toEqual([])
  })

  test.each([
    ['a key nobody knows', 'headedBy: head', 'headBy: head', '/network must NOT have additional properties'],
    [
      'a format nobody knows',
      'format: csv',
      'format: xls',
      '/inputs/rows/format must be equal to one of the allowed values',
    ],
    ['a missing name', "  name: '{Nom}'\n", '', "/initiatives must have required property 'name'"],
  ])('finds %s', (_, from, to, fault) => {
    expect(cantinesYaml).toContain(from)
    expect(faults(cantinesYaml)).toEqual([])
    expect(faults(cantinesYaml.replace(from, to))).toContain(fault)
  })

  test('says of each key what it is for', () => {
    const silent: string[] = []
    const walk = (schema: unknown, path: string) => {
      if (typeof schema !== 'object' || schema === null) return
      for (const [key, inner] of Object.entries(schema)) {
        if (key === 'properties')
          for (const [name, one] of Object.entries(inner as object))
            if (!(one as { description?: string }).description) silent.push(`${path}.${name}`)
        walk(inner, `${path}/${key}`)
      }
    }
    walk(committed, '')
    expect(silent).toEqual([])
  })
})
