import { existsSync, readFileSync } from 'node:fs'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import { basename, dirname, resolve } from 'node:path'
import * as v from 'valibot'
import { isNode, LineCounter, parseDocument } from 'yaml'

/** A subgraph of somebody else, as `federation.yaml` names it, with the values that its headers have in the environment. */
export type Remote = {
  name: string
  url: string
  headers: Record<string, string>
  /** Milliseconds. */
  timeout: number
  /** The file of its SDL, when it is not asked for it. */
  sdl?: string
}

export type FederationSettings = {
  file: string
  /** Whether somebody asked for that very file: then it must be there. */
  isAsked: boolean
}

// What HTTP itself says of each request.
const notTheirs = /^(host|connection|content-.*|transfer-encoding|accept.*|expect|upgrade|te|trailer)$/i

const said = (issue: { input: unknown }) => JSON.stringify(issue.input)

const address = v.pipe(
  v.string(
    (issue) => `is ${said(issue)}: say where it answers, such as https://register.example.org/graphql`,
  ),
  v.check(
    (url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol),
    (issue) =>
      `is ${JSON.stringify(withoutUser(String(issue.input)))}: it must begin with https:// or http://`,
  ),
  v.check(
    (url) => !URL.canParse(url) || !(new URL(url).username || new URL(url).password),
    'holds a user or a password: put them into a header whose value is in the environment',
  ),
)

const name = v.pipe(
  v.string((issue) => `is ${said(issue)}: call the subgraph by a word`),
  v.regex(
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    (issue) => `is ${JSON.stringify(issue.input)}: use lower-case letters and digits, with - between words`,
  ),
)

const entries =
  (known: string, needed: string) =>
  ({ expected, input }: { expected: string | null; input: unknown }) => {
    if (expected === 'never') return `is not known here: there are ${known}`
    return input === undefined ? `is missing: ${needed}` : `is ${said({ input })}: ${needed}`
  }

const header = v.strictObject(
  {
    env: v.pipe(
      v.string(),
      v.regex(/^[A-Za-z_]\w*$/, (issue) => `is ${said(issue)}: name a variable of the environment`),
    ),
  },
  'must be { env: VARIABLE }: values of headers are read from the environment, they never stand in this file',
)

const shape = v.strictObject(
  {
    subgraphs: v.array(
      v.strictObject(
        {
          name,
          url: address,
          headers: v.optional(
            v.record(
              v.pipe(
                v.string(),
                v.check(
                  isHeaderName,
                  (issue) => `${said(issue)} can not be sent as a header: choose another`,
                ),
              ),
              header,
              'must be a list of `Name: { env: VARIABLE }`',
            ),
            {},
          ),
          timeout: v.optional(
            v.pipe(
              v.number((issue) => `is ${said(issue)}: say a number of milliseconds`),
              v.integer((issue) => `is ${said(issue)}: say whole milliseconds`),
              v.minValue(50, (issue) => `is ${said(issue)}: nobody answers so soon, say 50 or more`),
              v.maxValue(10_000, (issue) => `is ${said(issue)}: nobody waits so long, say 10000 or less`),
            ),
            1_000,
          ),
          sdl: v.optional(v.string((issue) => `is ${said(issue)}: name the file of its SDL`)),
        },
        entries('name, url, headers, timeout and sdl', 'a subgraph has a name and a url'),
      ),
      'must be a list, each with a name and a url',
    ),
  },
  entries('subgraphs', 'the file has a list of subgraphs'),
)

/**
 * The subgraphs that the file names, none when there is no file; `variable` reads the environment. Throws every fault with
 * its line.
 */
export function readFederation(
  { file, isAsked }: FederationSettings,
  variable: (name: string) => string | undefined,
): Remote[] {
  if (!existsSync(file)) {
    if (!isAsked) return []
    throw new Error(`${file}: there is no such file; write it, or unset ESSAIM_FEDERATION`)
  }
  const lines = new LineCounter()
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const place = (line: number) => `${basename(file)}, line ${line}:`
  refuseFaults(document.errors.map(({ pos, message }) => `${place(lineAt(pos[0]))} ${message}`))
  const told = (path: readonly unknown[], fault: string) =>
    `${place(lineOf(path))} ${path.join('.') || 'the file'} ${fault}`
  const read = v.safeParse(shape, document.toJS() ?? { subgraphs: [] })
  if (!read.success) {
    refuseFaults(read.issues.map(({ path, message }) => told(path?.map(({ key }) => key) ?? [], message)))
    return []
  }
  const { subgraphs } = read.output
  const names = subgraphs.map((remote) => remote.name)
  refuseFaults([
    ...names.flatMap((known, at) =>
      names.indexOf(known) < at ? [told(['subgraphs', at, 'name'], `is ${known} twice: choose another`)] : [],
    ),
    ...subgraphs.flatMap(({ headers }, at) =>
      Object.entries(headers).flatMap(([header, { env }]) => {
        const fault = valueFault(header, variable(env))
        return fault ? [told(['subgraphs', at, 'headers', header], `${env} ${fault}`)] : []
      }),
    ),
  ])
  return subgraphs.map(({ headers, sdl, ...remote }) => ({
    ...remote,
    headers: Object.fromEntries(
      Object.entries(headers).map(([header, { env }]) => [header, variable(env) ?? '']),
    ),
    ...(sdl !== undefined && { sdl: resolve(dirname(file), sdl) }),
  }))

  function lineOf(path: readonly unknown[]): number {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return lineAt(node.range[0])
    }
    return 1
  }
}

function refuseFaults(faults: string[]): void {
  if (faults.length) throw new Error([...new Set(faults)].join('\n'))
}

function isHeaderName(header: string): boolean {
  try {
    validateHeaderName(header)
    return !notTheirs.test(header)
  } catch {
    return false
  }
}

/** Never repeats the value: it is a secret. */
function valueFault(header: string, value: string | undefined): string | undefined {
  if (value === undefined) return 'is not set in the environment: set it, or leave the header out'
  try {
    validateHeaderValue(header, value)
  } catch {
    return 'holds what no header can: line breaks or letters beyond Latin-1'
  }
}

const withoutUser = (url: string) => url.replace(/\/\/[^/@]*@/, '//…@')
