import { writeRecords } from '../../api/exchange/writing/records.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import type { Access } from '../../api/neo4j/answer.ts'
import { manyGardens } from './manyGardens.ts'

// A process of its own that writes many records in stages, to be killed on the way.
const access = JSON.parse(process.env['TEST_NEO4J'] ?? '{}') as Access
await writeRecords(connectTo(access), access.database, manyGardens(4000), { stageFrom: 1 })
