import type { Driver } from 'neo4j-driver'
import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express'
import * as v from 'valibot'
import { statusOf, type Code } from '../../errors.ts'
import type { Access } from '../../neo4j/answer.ts'
import { onlyWith } from '../../secret.ts'
import type { Failure, Listed, Progress } from './answers.ts'
import { knownImports } from '../history/imports.ts'
import type { Import } from '../history/imports.ts'
import { sayings } from './saying.ts'
import { bringing, pageOfProblems, recognising, wholeReport } from './task.ts'
import type { Lying, Task } from './task.ts'
import { TaskFailed, WorkThread } from './thread.ts'
import { TooLarge, uploadLimits, Uploads } from './uploads.ts'

const wantsToken =
  'Bringing data in takes the token that the owner of this server set: send it as `Authorization: Bearer …`.'
const busy = 'Another import is under way: try again when it has ended.'
const gone = 'One of these files is no longer here: hand it over again.'
// Milliseconds after which who follows a task hears again that it is under way.
const beat = 3_000
const megabytes = uploadLimits.file / 1024 / 1024

class Refused extends Error {
  readonly failure: Failure
  constructor(code: Code, message: string) {
    super(message)
    this.failure = { code, message, says: sayings(message) }
  }
}

/**
 * Bringing data in over HTTP, for who knows the token: files are handed over, recognised, checked, loaded, taken back, by
 * what `essaim import` uses. What takes long answers in lines of JSON: progress, then what came of it.
 */
export function importRoutes({ token, access, driver }: { token: string; access: Access; driver: Driver }) {
  const uploads = new Uploads()
  const thread = new WorkThread(access)
  let isBusy = false

  const alone = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isBusy) throw new Refused('CONFLICT', busy)
    isBusy = true
    try {
      return await work()
    } finally {
      isBusy = false
    }
  }
  const lying = (ids: readonly string[]): Lying[] =>
    ids.map((id) => {
      const upload = uploads.find(id)
      if (!upload) throw new Refused('NOT_FOUND', gone)
      return { name: upload.name, path: upload.path }
    })

  /** Answers line by line; what is refused before the first one has a status that says so. */
  const inLines = (task: Task, response: Response, isDryRun: boolean) =>
    alone(async () => {
      const gone = new AbortController()
      // Nobody waits for a look whose client has gone; what is being written goes on, and is listed.
      response.once('close', () => {
        if (isDryRun && !response.writableFinished) gone.abort()
      })
      const line = (said: object) => {
        if (response.destroyed) return
        if (!response.headersSent) response.type('application/x-ndjson')
        response.write(`${JSON.stringify(said)}\n`)
        response.flush()
      }
      const alive = setInterval(line, beat, {})
      try {
        const progress = (said: Progress) => line({ progress: said })
        line({ answer: await thread.ask(task, { progress, signal: gone.signal }) })
      } catch (error) {
        if (!response.headersSent && !response.destroyed) throw error
        line({ failure: failureOf(error) })
      } finally {
        clearInterval(alive)
      }
      response.end()
    })
  const bring = (how: 'check' | 'load') => (request: Request, response: Response) => {
    const { files, ...given } = parsed(bringing, request.body)
    return inLines({ do: how, files: lying(files), ...given }, response, how === 'check')
  }

  const routes = Router()
  routes.use(
    (_, response, next) => {
      response.set('Cache-Control', 'no-store')
      next()
    },
    onlyWith(token, wantsToken),
  )
  routes.get('/', async (_, response) => {
    // Not by the thread, which may be busy for minutes; who looks at the list will soon need it.
    thread.begin()
    const listed: Listed = { imports: await former(driver, access), isBusy, mostBytes: uploadLimits.file }
    response.json(listed)
  })
  routes.post('/files', async (request, response) => {
    const name = nameOf(request.query['name'])
    if (Number(request.get('content-length') ?? 0) > uploadLimits.file) throw new TooLarge()
    const { id, bytes } = await uploads.take(name, request)
    response.json({ id, name, bytes })
  })
  routes.use(express.json({ limit: 1024 * 1024 }))
  routes.post('/recognise', async (request, response) => {
    const { files, ...given } = parsed(recognising, request.body)
    response.json(await thread.ask({ do: 'recognise', files: lying(files), ...given }))
  })
  routes.post('/check', bring('check'))
  routes.post('/load', bring('load'))
  routes.post('/problems', async (request, response) => {
    response.json(await thread.ask({ do: 'problems', ...parsed(pageOfProblems, request.body) }))
  })
  routes.post('/report', async (request, response) => {
    response.json(await thread.ask({ do: 'report', ...parsed(wholeReport, request.body) }))
  })
  routes.post('/:number/undo', async (request, response) => {
    const number = Number(request.params.number)
    if (!Number.isSafeInteger(number)) throw new Refused('NOT_FOUND', 'No import has this number.')
    const { isDryRun } = parsed(v.strictObject({ isDryRun: v.boolean() }), request.body)
    await inLines({ do: 'undo', number, isDryRun }, response, isDryRun)
  })
  routes.use(() => {
    throw new Refused('NOT_FOUND', 'There is nothing at this address.')
  }, failed)

  return {
    routes,
    close: async () => {
      await thread.stop()
      uploads.clear()
    },
  }
}

/** The newest first. */
async function former(driver: Driver, { database }: Access): Promise<Import[]> {
  const session = driver.session({ database, defaultAccessMode: 'READ' })
  try {
    const imports = await session.executeRead((tx) => knownImports(tx))
    return imports.map((each) => ({ ...each, mappingText: undefined })).reverse()
  } finally {
    await session.close()
  }
}

function parsed<const S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const read = v.safeParse(schema, body)
  if (read.success) return read.output
  const faults = read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the request'} ${issue.message}`)
  throw new Refused('INVALID', faults.slice(0, 5).join('; '))
}

/** The last part of a path, as browsers and people name a file. */
function nameOf(given: unknown): string {
  const name = typeof given === 'string' ? (given.split(/[/\\]/).at(-1) ?? '') : ''
  const plain = name.replace(/\p{Cc}/gu, ' ').trim()
  if (plain === '') throw new Refused('INVALID', 'A file needs its name: /imports/files?name=members.xlsx')
  return plain.slice(-200)
}

function failureOf(error: unknown): Failure & { status?: number } {
  if (error instanceof Refused || error instanceof TaskFailed) return error.failure
  if (error instanceof TooLarge) {
    const message = `The file is larger than ${megabytes} MB: split it, or use \`essaim import\` on the server.`
    return { code: 'LIMIT', message, status: 413 }
  }
  const { status } = error as { status?: number }
  if (status && status < 500) {
    const message = status === 413 ? 'The request is too large.' : 'The request can not be read.'
    return { code: status === 413 ? 'LIMIT' : 'INVALID', message, status }
  }
  console.error(`import failed: ${String(error).split('\n')[0]}`)
  const message = 'Something went wrong on our side: try again in a minute.'
  return { code: 'UNAVAILABLE', message, says: sayings(message) }
}

const failed: ErrorRequestHandler = (error, request, response, next) => {
  if (response.headersSent) return next(error)
  const { code, message, says, status = statusOf[code] } = failureOf(error)
  // What still arrives of a file that is refused is not waited for.
  if (!request.complete) response.set('Connection', 'close')
  response.status(status).json({ errors: [{ message, extensions: { code, ...(says && { says }) } }] })
}
