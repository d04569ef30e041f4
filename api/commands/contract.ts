import { readFileSync, writeFileSync } from 'node:fs'
import { contract } from '../federation/contract.ts'
import { broken, promiseOf } from '../federation/promise.ts'

const file = (name: string) => new URL(`../${name}.graphql`, import.meta.url)
const { clients, supergraph } = await contract()
writeFileSync(file('contract'), clients)
writeFileSync(file('supergraph'), supergraph)

// At a release, what is new becomes a promise; what was promised stays one until it was announced as going away.
if (process.argv.includes('--promise')) writeFileSync(file('promised'), promiseOf(clients))
else
  for (const change of broken(readFileSync(file('promised'), 'utf8'), clients))
    console.warn(`breaks: ${change}`)
