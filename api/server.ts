import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expressMiddleware } from '@as-integrations/express5'
import compression from 'compression'
import express, { type ErrorRequestHandler, type RequestHandler, type Response } from 'express'
import type { Driver } from 'neo4j-driver'
import { cors } from './cors.ts'
import { statusOf, type Code } from './errors.ts'
import { importRoutes } from './exchange/upload/routes.ts'
import { graphSubgraph } from './federation/graph.ts'
import { insightsSubgraph } from './federation/insights/subgraph.ts'
import type { Subgraph } from './federation/subgraph.ts'
import { graphServer, serverOf } from './graphql.ts'
import { livez, readyz } from './health.ts'
import { mostBytes } from './limits.ts'
import type { Access } from './neo4j/answer.ts'
import { graphiql, pages, securityHeaders } from './pages.ts'
import { contextOf, reading } from './read.ts'
import { onlyWith } from './secret.ts'
import { byDocumentId, trustedDocuments } from './trustedDocuments.ts'
import { warm } from './warm.ts'

const builtWeb = fileURLToPath(new URL('../web/dist/', import.meta.url))
const drain = 1_500
// Milliseconds for what nobody waits for: reading the whole graph for its figures, planning what will be asked.
const patienceAlone = 120_000
const whoIsLetIn =
  'This subgraph answers gateways that know its secret: send it as `Authorization: Bearer …`, or ask /graphql.'

/**
 * Serves the API at /graphql, the web around it, and the state of both at /livez and /readyz; to who knows the secret
 * also the graph alone, as a subgraph for supergraphs of others; to who knows the token, imports at /imports.
 */
export async function serve({
  driver,
  database,
  host,
  port,
  webFolder = builtWeb,
  subgraphSecret,
  imports,
  corsOrigins = [],
  isClosed = false,
  plansAhead = false,
  patience,
  join = async () => [],
}: {
  driver: Driver
  database: string
  host: string
  port: number
  webFolder?: string
  subgraphSecret?: string
  /** Who may bring data in, and where they are written; nobody when absent. */
  imports?: { token: string; access: Access }
  corsOrigins?: string[]
  /** Whether only registered documents are answered at /graphql. */
  isClosed?: boolean
  /** Whether what is documented and what the pages ask is planned before anybody asks it. */
  plansAhead?: boolean
  /** Milliseconds that an operation may take, ten seconds when nobody says. */
  patience?: number
  /** The subgraphs of others, once they know ours. */
  join?: (ours: Subgraph[]) => Promise<Subgraph[]>
}): Promise<{ address: string; close(): Promise<void> }> {
  const patiently = reading(driver, database, patienceAlone)
  const graph = await graphSubgraph()
  const insights = insightsSubgraph(patiently)
  const front = await graphServer([graph, insights, ...(await join([graph, insights]))])
  const alone = subgraphSecret ? { server: serverOf(graph), secret: subgraphSecret } : undefined
  const bringing = imports && importRoutes({ ...imports, driver })
  await Promise.all([front.start(), alone?.server.start()])
  let isClosing = false

  const app = express().disable('x-powered-by').set('etag', 'strong')
  app.get('/livez', livez)
  app.get(
    '/readyz',
    readyz(driver, database, () => isClosing),
  )
  app.use('/graphql', cors(corsOrigins))
  app.use(onlyReads, securityHeaders)
  // An answer is sent once: what a better compression saves on the way, it costs here.
  const answers = compression({ level: 1 })
  const body = [express.json({ limit: mostBytes }), withBody]
  const askedOf = (server: typeof front) =>
    expressMiddleware(server, {
      context: async ({ res }) => {
        const gone = leaving(res)
        return contextOf(reading(driver, database, patience, gone), gone)
      },
    })
  const documents = trustedDocuments(webFolder)
  const registered = byDocumentId(documents, isClosed)
  app.use('/graphql', answers, graphiql(webFolder), body, registered, askedOf(front))
  if (alone)
    app.use('/subgraphs/graph', onlyWith(alone.secret, whoIsLetIn), answers, body, askedOf(alone.server))
  if (bringing) app.use('/imports', answers, bringing.routes)
  app.use(compression(), pages(webFolder), unreadable)

  const server = createServer(app)
  await listen(server, host, port)
  if (plansAhead) void warm(front, contextOf(patiently), () => isClosing, documents.values())
  return {
    address: addressOf(server, host),
    close: async () => {
      isClosing = true
      await stop(server)
      await bringing?.close()
      await Promise.all([front.stop(), alone?.server.stop(), insights.close()])
    },
  }
}

/** Says when the client leaves before it has its answer. */
function leaving(response: Response): AbortSignal {
  const leaves = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) leaves.abort()
  })
  return leaves.signal
}

const onlyReads: RequestHandler = (request, response, next) => {
  if (['GET', 'HEAD', 'POST'].includes(request.method)) return next()
  response
    .status(405)
    .set('Allow', 'GET, HEAD, POST')
    .type('text')
    .send('Only GET and POST are answered here.\n')
}

// A request without a readable body is told so by the API, in its own words.
const withBody: RequestHandler = (request, _, next) => {
  request.body ??= {}
  next()
}

/** A body or an address that could not be read: the same kind of answer as the API's own. */
const unreadable: ErrorRequestHandler = (error: { status?: number; type?: string }, _, response, next) => {
  if (response.headersSent) return next(error)
  const isTooBig = error.type === 'entity.too.large'
  const code: Code = isTooBig ? 'LIMIT' : error.status && error.status < 500 ? 'INVALID' : 'UNAVAILABLE'
  if (code === 'UNAVAILABLE') console.error(`request failed: ${String(error).split('\n')[0]}`)
  const message = {
    LIMIT: `The request is larger than ${mostBytes / 1024} KiB: send it in parts.`,
    INVALID:
      'The request can not be read: its address must be well written, its body JSON with a `query`, in UTF-8.',
    UNAVAILABLE: 'Something went wrong on our side: try again in a minute.',
  }[code]
  response
    .status(isTooBig ? 413 : (error.status ?? statusOf[code]))
    .json({ errors: [{ message, extensions: { code, ...(isTooBig && { limit: 'body' }) } }] })
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve)
  })
}

function addressOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo
  const name = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(host) ? 'localhost' : host
  return `http://${name}:${port}`
}

/** Lets answers under way finish, for a moment. */
async function stop(server: Server): Promise<void> {
  const late = setTimeout(() => server.closeAllConnections(), drain)
  await new Promise((resolve) => server.close(resolve))
  clearTimeout(late)
}
