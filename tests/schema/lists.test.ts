import { getNamedType, isListType, isNonNullType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { graphSchema } from '../../api/schema.ts'

test('the lists at the root are ours: all page by cursor, none by number of rows', async () => {
  const fields = Object.values((await graphSchema()).getQueryType()?.getFields() ?? {})
  expect(fields.filter(({ name }) => name.endsWith('Connection'))).toEqual([])
  const lists = fields.filter(({ type }) => {
    const node = getNamedType(type)
    const isList = isNonNullType(type) && isListType(type.ofType)
    return isList && isObjectType(node) && node.getInterfaces().some(({ name }) => name === 'Record')
  })
  expect(lists.map(({ name }) => name).sort()).toEqual(
    ['initiatives', 'partners', 'networks', 'territories', 'commons', 'themes'].sort(),
  )
  for (const { args } of lists) {
    expect(args.find(({ name }) => name === 'first')?.defaultValue).toBe(50)
    expect(String(args.find(({ name }) => name === 'after')?.type)).toBe('Cursor')
  }
})
