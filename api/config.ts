import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import * as v from 'valibot'

const root = resolve(import.meta.dirname, '..')

const port = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'is not a number'),
  v.transform(Number),
  v.maxValue(65535, 'is above 65535'),
)

const neo4jUri = v.pipe(
  v.string(),
  v.regex(/^(neo4j|bolt)(\+s|\+ssc)?:\/\//, 'does not begin with neo4j:// neo4j+s:// bolt:// or bolt+s://'),
  v.regex(/^[^@]*$/, 'holds a user or a password: put them into NEO4J_USER and NEO4J_PASSWORD'),
)

const secret = v.pipe(v.string(), v.minLength(16, 'is shorter than 16 characters'))

const origins = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((origin) => origin.trim())),
  v.check(
    (list) => list.every(isOrigin),
    'is no list of origins such as https://example.org,https://example.net:8080, nor *',
  ),
)

const environment = v.object({
  ESSAIM_HOME: v.optional(v.string(), join(root, '.essaim')),
  HOST: v.optional(v.string(), '127.0.0.1'),
  PORT: v.optional(port),
  NEO4J_URI: v.optional(neo4jUri),
  NEO4J_USER: v.optional(v.string(), 'neo4j'),
  NEO4J_PASSWORD: v.optional(v.string()),
  NEO4J_DATABASE: v.optional(v.string(), 'neo4j'),
  ESSAIM_SUBGRAPH_SECRET: v.optional(secret),
  ESSAIM_TOKEN: v.optional(secret),
  ESSAIM_CORS_ORIGINS: v.optional(origins),
  ESSAIM_TRUSTED_DOCUMENTS: v.optional(v.literal('only', 'is neither `only` nor empty')),
  ESSAIM_FEDERATION: v.optional(v.string()),
  JAVA_HOME: v.optional(v.string()),
  XDG_CACHE_HOME: v.optional(
    v.string(),
    join(homedir(), ...(process.platform === 'darwin' ? ['Library', 'Caches'] : ['.cache'])),
  ),
})

function isOrigin(text: string): boolean {
  if (text === '*') return true
  return /^https?:[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

/** The settings of this process; throws a sentence that names every variable that can't be used. */
export function readConfig(env: NodeJS.ProcessEnv) {
  // Compose and shells hand over variables that are set to nothing.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = v.safeParse(environment, given)
  if (!read.success) {
    throw new Error(
      read.issues.map((issue) => `environment: ${v.getDotPath(issue)} ${issue.message}`).join('\n'),
    )
  }
  const set = read.output
  return {
    /** Where data, password and logs of the embedded Neo4j live. */
    home: resolve(set.ESSAIM_HOME),
    /** What every home can share: Neo4j's jars. */
    cache: join(resolve(set.XDG_CACHE_HOME), 'essaim'),
    javaHome: set.JAVA_HOME,
    host: set.HOST,
    port: set.PORT,
    /** What gateways of others say to read the graph as a subgraph; it is not served without. */
    subgraphSecret: set.ESSAIM_SUBGRAPH_SECRET,
    /** What who brings data in over HTTP says; nobody can without. */
    token: set.ESSAIM_TOKEN,
    /** Whose pages may ask the API: origins, or `*`. */
    corsOrigins: set.ESSAIM_CORS_ORIGINS ?? [],
    /** Whether the endpoint answers registered documents only. */
    isClosed: set.ESSAIM_TRUSTED_DOCUMENTS === 'only',
    /** The file that names subgraphs of others, and whether it must be there. */
    federation: {
      file: resolve(set.ESSAIM_FEDERATION ?? 'federation.yaml'),
      isAsked: set.ESSAIM_FEDERATION !== undefined,
    },
    neo4j: {
      uri: set.NEO4J_URI,
      user: set.NEO4J_USER,
      password: set.NEO4J_PASSWORD,
      database: set.NEO4J_DATABASE,
    },
  }
}

export type Config = ReturnType<typeof readConfig>

export const config = readConfig(process.env)

/** What a file of settings finds in the environment under a name that it says. */
export const variable = (name: string): string | undefined => process.env[name] || undefined
