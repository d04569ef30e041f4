import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { resolveSchemaCoordinate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../api/exchange/vocabulary.ts'
import { graphSchema } from '../../api/schema.ts'

const folder = fileURLToPath(new URL('../../cypher/', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.cypher'),
)
const queries = files.filter((file) => file.startsWith('queries/'))
const textOf = (file: string) => readFileSync(folder + file, 'utf8')
const schema = await graphSchema()
const code = (file: string) => textOf(file).replace(/\/\/.*$/gm, '')
const bare = (file: string) => code(file).replace(/'[^']*'/g, "''")

/** Parameters that a resolver works out of the field's arguments, or of what is asked beneath it. */
const workedOut: Record<string, string[]> = {
  'queries/Query.commonsTable.cypher': ['recorders'],
  'queries/Query.dissemination.cypher': ['recorders'],
  'queries/Query.initiativeTable.cypher': ['recorders', 'territories', 'themes'],
  'queries/Query.partnerMap.cypher': [
    'expansions',
    'leftOut',
    'memberships',
    'recorders',
    'starts',
    'within',
  ],
  'queries/Query.partnerTable.cypher': ['networks', 'recorders', 'territories'],
  'queries/Query.search.cypher': ['folded', 'french', 'id', 'words'],
  'queries/Query.territoryFlows.cypher': ['recorders'],
}

describe.each(queries)('%s', (file) => {
  const coordinate = file.replace('queries/', '').replace('.cypher', '')
  const resolved = resolveSchemaCoordinate(schema, coordinate)

  test('answers the field it is named after', () => {
    expect(resolved?.kind).toBe('Field')
  })

  test('takes the arguments of that field, no more and no less', () => {
    const parameters = new Set([...bare(file).matchAll(/\$(\w+)/g)].map(([, name]) => name))
    for (const parameter of workedOut[file] ?? []) parameters.delete(parameter)
    const declared = resolved?.kind === 'Field' ? resolved.field.args.map(({ name }) => name) : []
    expect([...parameters].sort()).toEqual(declared.sort())
  })

  test('says first which question it answers', () => {
    expect(textOf(file).split('\n')[0]).toMatch(/^\/\/ .+\?$/)
  })

  test('has a literal maximum on every open path', () => {
    expect(bare(file)).not.toMatch(/\]->?[*+]|\{\d*,\}|\*\]|\*\d*\.\.\]/)
  })
})

const { labels, links } = vocabulary()
const known = {
  // What the schema does not define: the interface of all records, what migrations and imports write about themselves.
  labels: new Set([...labels.keys(), 'Record', 'Migration', 'Import', 'ImportPart', 'Staged']),
  links: new Set(links.keys()),
  // `searchText` and `sortKey` are what indexes read, `lockedOn` and `writes` what writers wait for and count.
  properties: new Set([
    ...[...labels.values()].flatMap((properties) => [...properties.keys()]),
    ...[...links.values()].flatMap(({ properties }) => [...properties.keys()]),
    'id',
    'searchText',
    'sortKey',
    'lockedOn',
    'writes',
  ]),
}

describe.each(files.filter((file) => !file.startsWith('migrations/')))('the words of %s', (file) => {
  const text = bare(file)

  test('are labels of the schema', () => {
    const used = [...text.matchAll(/\((?:\w+)?:(\w+(?:\|\w+)*)|\b\w+:([A-Z][a-z]\w+(?:\|\w+)*)/g)]
      .flatMap(([, inPattern, alone]) => (inPattern ?? alone ?? '').split('|'))
      .filter((word) => !known.labels.has(word))
    expect(used).toEqual([])
  })

  test('are relationship types of the schema', () => {
    const used = [...text.matchAll(/\[(?:\w+)?:([A-Z_]+(?:\|[A-Z_]+)*)/g)]
      .flatMap(([, types]) => (types ?? '').split('|'))
      .filter((word) => !known.links.has(word))
    expect(used).toEqual([])
  })

  test('are properties of the schema', () => {
    // Rows are parameters, a Migration and an Import are no records, a position is a point, db.index.fulltext a procedure.
    const rows = /^(row|step|migration|import|part|position|index|fulltext|db)$/
    const used = [...text.matchAll(/(?<![$\w.`])([a-z]\w*)\.([a-z]\w*)\b(?!\s*\()/g)]
      .filter(([, owner, property]) => !rows.test(owner ?? '') && !known.properties.has(property ?? ''))
      .map(([whole]) => whole)
    expect(used).toEqual([])
  })
})
