import { writeFileSync } from 'node:fs'
import { contract } from '../schema.ts'

writeFileSync(new URL('../contract.graphql', import.meta.url), await contract())
