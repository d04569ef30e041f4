import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { broken, promiseOf } from '../../api/federation/promise.ts'

const file = (name: string) => readFileSync(new URL(`../../api/${name}.graphql`, import.meta.url), 'utf8')

test('the contract keeps what was promised', () => {
  expect(
    broken(file('promised'), file('contract')),
    'announce it by @deprecated, and take it away after the release that says so (`npm run contract -- --promise`)',
  ).toEqual([])
})

describe('a contract of an orchard', () => {
  const orchard = `
    "Trees." type Query { trees(kind: Kind, first: Int): [Tree!]! apple: Tree @deprecated(reason: "Use trees.") }
    type Tree { name: String! height: Float age: Int @deprecated(reason: "Nobody counts.") leaf: Leaf @deprecated(reason: "No.") }
    type Leaf { colour: String }
    enum Kind { APPLE PEAR @deprecated(reason: "They are gone.") }`
  const promise = promiseOf(orchard)
  const after = (change: [string, string], of = orchard) => broken(promise, of.replace(...change))

  test('promises nothing that it announces as going away, nor what only that leads to', () => {
    expect(promise).not.toMatch(/apple:|age|Leaf|PEAR/)
    expect(promise).toMatch(/name: String!/)
  })

  test('may take away what was announced', () => {
    expect(after(['age: Int @deprecated(reason: "Nobody counts.")', ''])).toEqual([])
    expect(after([' PEAR @deprecated(reason: "They are gone.")', ''])).toEqual([])
    expect(
      after(['leaf: Leaf @deprecated(reason: "No.")', '']).concat(
        after(['type Leaf', 'type Blade'], orchard.replace('leaf: Leaf', 'leaf: Blade')),
      ),
    ).toEqual([])
  })

  test('may give more', () => {
    expect(after(['height: Float', 'height: Float! width: Float'])).toEqual([])
    expect(after(['first: Int', 'first: Int, after: String'])).toEqual([])
  })

  test.each([
    [' height: Float', '', 'Tree.height was removed.'],
    ['name: String!', 'name: String', 'Tree.name changed type from String! to String.'],
    ['first: Int', 'first: Int!', 'Query.trees arg first has changed type from Int to Int!.'],
    ['first: Int', 'first: Int, secret: ID!', 'A required arg secret on Query.trees was added.'],
    ['APPLE', 'CIDER', 'APPLE was removed from enum type Kind.'],
  ])('may not make « %s » « %s »', (from, to, said) => {
    expect(after([from, to])).toEqual([said])
  })
})
