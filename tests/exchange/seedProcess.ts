import { seed } from '../../api/exchange/sample/sample.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import type { Access } from '../../api/neo4j/answer.ts'

// A process of its own that loads the sample, to be killed on the way.
const access = JSON.parse(process.env['TEST_NEO4J'] ?? '{}') as Access
await seed(connectTo(access), access.database)
