import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate } from 'graphql'
import { expect, it } from 'vitest'
import { deepest, mostAliases, mostBytes, mostTokens } from '../../api/limits.ts'
import { usualPatience } from '../../api/read.ts'
import { curl, examplesOf, python } from '../../web/developers/code.ts'
import { limits } from '../../web/developers/limits.ts'
import { recordersOf } from '../../web/developers/query.ts'

it('the limits that developers are told are those of the API', () => {
  const mostFirst = (file: string) =>
    Number(
      /first: Int! = \d+ @range\(min: 1, max: (\d+)\)/.exec(
        readFileSync(`api/schema/${file}.graphql`, 'utf8'),
      )?.[1],
    )
  expect(limits).toEqual({
    kilobytes: mostBytes / 1024,
    tokens: mostTokens,
    depth: deepest,
    aliases: mostAliases,
    list: mostFirst('partner'),
    picture: mostFirst('partner-map'),
    seconds: usualPatience / 1000,
  })
})

it('the line for a terminal holds a body that is JSON', () => {
  const body = / -d '(.+)'$/s.exec(curl('http://127.0.0.1:4000'))?.[1] ?? ''
  expect(JSON.parse(body)).toEqual({
    query: '{ search(text: "accorderie paris", first: 3) { id kind name context } }',
  })
})

it('what a notebook asks stands in the contract', () => {
  const question = /query = '''(.+?)'''/s.exec(python('http://127.0.0.1:4000'))?.[1] ?? ''
  const contract = buildSchema(readFileSync('api/contract.graphql', 'utf8'))
  expect(validate(contract, parse(question))).toEqual([])
})

it('an example is named by its file and told by its first line', () => {
  expect(
    examplesOf({ '../../examples/04-path.graphql': '# How are they linked?\nquery Path { a }\n' }),
  ).toEqual([{ key: '04-path', question: 'How are they linked?' }])
})

it('who recorded something is whom records name, and who states a licence', () => {
  const network = (id: string, recordedBy: string, licence: string | null = null) => ({
    id,
    name: id,
    recordedBy,
    licence,
  })
  const networks = [network('a', 'a'), network('b', 'a'), network('c', 'a', 'CC0')]
  expect(recordersOf(networks).map(({ id }) => id)).toEqual(['a', 'c'])
})
