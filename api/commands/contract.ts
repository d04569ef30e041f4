import { writeFileSync } from 'node:fs'
import { printSchemaWithDirectives } from '@graphql-tools/utils'
import { lexicographicSortSchema } from 'graphql'
import { graphSchema } from '../schema.ts'

const contract = new URL('../contract.graphql', import.meta.url)
writeFileSync(contract, printSchemaWithDirectives(lexicographicSortSchema(await graphSchema())) + '\n')
