import { writeFileSync } from 'node:fs'
import { contract } from '../federation/contract.ts'

const { clients, supergraph } = await contract()
writeFileSync(new URL('../contract.graphql', import.meta.url), clients)
writeFileSync(new URL('../supergraph.graphql', import.meta.url), supergraph)
