import { serve } from '../../api/server.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import type { Access } from '../../api/neo4j/answer.ts'

// A process of its own that serves its worker's graph at a port, and says where, until it is killed.
type Given = { access: Access; token: string; port: number }
const { access, token, port } = JSON.parse(process.env['TEST_SERVED'] ?? '{}') as Given
const driver = connectTo(access)
const { database } = access
const { address } = await serve({ driver, database, host: '127.0.0.1', port, imports: { token, access } })
console.info(`served at ${address}`)
