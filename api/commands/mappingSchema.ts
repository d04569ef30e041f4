import { writeFileSync } from 'node:fs'
import { format, resolveConfig } from 'prettier'
import { mappingSchema } from '../exchange/mapping/schema.ts'

// Writes what editors know of a mapping; committed, so that every change of it is read.
const file = new URL('../exchange/mapping/mapping.schema.json', import.meta.url)
const options = await resolveConfig(file)
writeFileSync(file, await format(JSON.stringify(mappingSchema()), { ...options, parser: 'json' }))
