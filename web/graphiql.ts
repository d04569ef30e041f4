import 'graphiql/graphiql.css'
import './graphiql.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { GraphiQL } from 'graphiql'
import partners from '../examples/1-partners.graphql?raw'
import family from '../examples/2-family.graphql?raw'
import search from '../examples/3-search-then-map.graphql?raw'
import path from '../examples/4-path.graphql?raw'
import commons from '../examples/5-commons-then-changes.graphql?raw'

type Question = Record<string, unknown>

async function fetcher(question: Question): Promise<Record<string, unknown>> {
  const response = await fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  })
  return (await response.json()) as Record<string, unknown>
}

const page = document.getElementById('graphiql')
if (!page) throw new Error('graphiql.html has no place for GraphiQL')
createRoot(page).render(
  createElement(GraphiQL, {
    fetcher,
    defaultTabs: [partners, family, search, path, commons].map((query) => ({ query })),
    shouldPersistHeaders: false,
  }),
)
