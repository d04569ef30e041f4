import { writeFileSync } from 'node:fs'
import { compose } from '../federation/compose.ts'
import { graphSubgraph } from '../federation/graph.ts'
import { insights } from '../federation/insights/subgraph.ts'
import { contract } from '../schema.ts'

writeFileSync(new URL('../contract.graphql', import.meta.url), await contract())
const supergraph = compose([await graphSubgraph(), insights])
writeFileSync(new URL('../supergraph.graphql', import.meta.url), supergraph)
