// A subgraph of somebody else, whole: it adds to Essaim's territories where their prefect sits.
// node examples/register.mjs, then see "Join with your own data" in README.md.
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

  type Territory @key(fields: "code") {
    code: ID!
    "The town where the prefect sits; nothing for what is no département, or not known here."
    prefecture: String
  }
`)

const prefectures = { 'dep:26': 'Valence', 'dep:29': 'Quimper', 'dep:35': 'Rennes', 'dep:38': 'Grenoble' }
const resolvers = {
  Territory: { prefecture: ({ code }) => prefectures[code] },
}

const server = new ApolloServer({ schema: buildSubgraphSchema({ typeDefs, resolvers }) })
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 4500 } })
console.info(`the register is at ${url}`)
