import { writeFileSync } from 'node:fs'
import { compose } from '../federation/compose.ts'
import { graphSubgraph } from '../federation/graph.ts'
import { contract } from '../schema.ts'

writeFileSync(new URL('../contract.graphql', import.meta.url), await contract())
writeFileSync(new URL('../supergraph.graphql', import.meta.url), compose([await graphSubgraph()]))
