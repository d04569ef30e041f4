import 'graphiql/graphiql.css'
import './graphiql.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { GraphiQL } from 'graphiql'

type Question = Record<string, unknown>

/** The documented operations, a tab each, in the order of their files. */
const examples = import.meta.glob<string>('../examples/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
})

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
// `/graphql#06-lists` opens the example of that name, beside the tabs that were open before.
const named = examples[`../examples/${location.hash.slice(1)}.graphql`]
createRoot(page).render(
  createElement(GraphiQL, {
    fetcher,
    query: named,
    defaultTabs: Object.values(examples).map((query) => ({ query })),
    shouldPersistHeaders: false,
    children: createElement(GraphiQL.Logo, { children: createElement('a', { href: '/' }, 'Essaim') }),
  }),
)
