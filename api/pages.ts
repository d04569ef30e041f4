import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router, type RequestHandler } from 'express'
import helmet from 'helmet'

const contentPolicy = (frameAncestors: string[]) => ({
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    styleSrcAttr: ["'unsafe-inline'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    // GraphiQL's style sheet holds its fonts.
    fontSrc: ["'self'", 'data:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors,
  },
})
// The address may well be plain http: on one's own machine, or behind a proxy that says it itself.
const strictTransportSecurity = false

const forOurselves = helmet({ contentSecurityPolicy: contentPolicy(["'self'"]), strictTransportSecurity })
const forEverybody = helmet({
  contentSecurityPolicy: contentPolicy(['*']),
  crossOriginResourcePolicy: { policy: 'cross-origin' },
  frameguard: false,
  strictTransportSecurity,
})

/** Only what this process serves itself may run, load or frame; a picture that stands alone, any page may frame. */
export const securityHeaders: RequestHandler = (request, response, next) => {
  const headers = isPictureAlone(request.path) ? forEverybody : forOurselves
  headers(request, response, next)
}

// As web/pages.ts has them: there is nothing to press in these pages that changes anything.
const isPictureAlone = (path: string) => /^\/embed\/(map|territories|tree\/[^/]+)\/?$/.test(path)

// The first words of the web's paths (web/pages.ts): anything else answers 404, with the page that says so.
const firstWords = new Set([
  '',
  'initiatives',
  'partners',
  'commons',
  'networks',
  'territories',
  'map',
  'tree',
  'compare',
  'import',
  'developers',
  'accessibility',
])

/** The built web: its files, and its one page for every path of it. */
export function pages(webFolder: string): Router {
  const router = Router()
  router.use(
    '/assets',
    express.static(join(webFolder, 'assets'), { immutable: true, maxAge: '1y', index: false }),
    notFound,
  )
  router.use(
    express.static(webFolder, {
      index: false,
      redirect: false,
      setHeaders: (response) => response.set('Cache-Control', 'no-cache'),
    }),
  )
  router.get('/{*path}', (request, response, next) => {
    if (/\.\w+$/.test(request.path) && !hasPages(request.path)) return next()
    response.status(hasPages(request.path) ? 200 : 404)
    sendPage(webFolder, 'index.html')(request, response, next)
  })
  router.use(notFound)
  return router
}

const hasPages = (path: string) => firstWords.has(path.split('/')[1] ?? '') || isPictureAlone(path)

const notFound: RequestHandler = (_, response) => {
  response.status(404).type('text').send('There is nothing at this address.\n')
}

/** GraphiQL for people who open the endpoint in a browser; everything else goes on to the API. */
export function graphiql(webFolder: string): RequestHandler {
  return (request, response, next) => {
    const isPage =
      request.method === 'GET' &&
      !['query', 'documentId'].some((name) => name in request.query) &&
      request.accepts(['json', 'html']) === 'html'
    if (!isPage) return next()
    response.vary('Accept')
    sendPage(webFolder, 'graphiql.html')(request, response, next)
  }
}

function sendPage(webFolder: string, file: string): RequestHandler {
  return (_, response) => {
    if (!existsSync(join(webFolder, file))) {
      response.status(503).type('text').send('The web is not built yet: run `npm run build`.\n')
      return
    }
    response.sendFile(file, {
      root: webFolder,
      cacheControl: false,
      headers: { 'Cache-Control': 'no-cache' },
    })
  }
}
