import { validateHeaderName } from 'node:http'
import * as v from 'valibot'

// What HTTP itself says of each request.
const notTheirs = /^(host|connection|content-.*|transfer-encoding|accept.*|expect|upgrade|te|trailer)$/i

// What holds other values may hold a secret that somebody wrote where it does not belong.
const said = ({ input }: { input: unknown }) =>
  typeof input !== 'object' || !input ? JSON.stringify(input) : Array.isArray(input) ? 'a list' : 'a group'

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
    (issue) => `is ${said(issue)}: use lower-case letters and digits, with - between words`,
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

/** What a `federation.yaml` may say. */
export const shape = v.strictObject(
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

function isHeaderName(header: string): boolean {
  try {
    validateHeaderName(header)
    return !notTheirs.test(header)
  } catch {
    return false
  }
}

const withoutUser = (url: string) => url.replace(/\/\/[^/@]*@/, '//…@')
