import { createRequire } from 'node:module'
import { inBatches } from '../../api/exchange/writing/batches.ts'
import { linkId, type Value } from '../../api/exchange/record.ts'
import { stored, withSearchText } from '../../api/exchange/writing/plan.ts'
import { territoryRecords } from '../../api/exchange/places/territories.ts'
import { vocabulary, type Property } from '../../api/exchange/vocabulary.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import { migrate } from '../../api/neo4j/migrate.ts'
import { statement } from '../../api/statements.ts'

// Fills an empty graph to measure on: NEO4J_URI=… NEO4J_PASSWORD=… npx tsx tests/bench/large.ts
const { NEO4J_URI: uri, NEO4J_USER: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env
if (!uri) throw new Error('large: NEO4J_URI names no graph: give an empty one that may be lost')
const database = process.env.NEO4J_DATABASE ?? 'neo4j'
const driver = connectTo({ uri, user, password, database })
const initiatives = Number(process.env.INITIATIVES ?? 100_000)
const partners = Math.round(initiatives * 0.3)

type Given = Record<string, Value>
type Node = { label: string; properties: Given & { id: string } }
type Link = { type: string; start: string; end: string; properties: Given }

const networks = Array.from({ length: 60 }, (_, n) => `large:n${n}`)
const said = (n: number) => ({
  source: 'https://example.org/large',
  recordedBy: networks[skewed(networks.length, n)] ?? 'large:n0',
  recordedOn: '2026-01-01',
})

/** A number from 0 below 1 that depends on its arguments alone: every run makes the same graph. */
function chance(...seeds: number[]): number {
  let hash = 2166136261
  for (const seed of seeds) {
    hash = Math.imul(hash ^ (seed + 0x9e3779b9), 16777619)
    hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
    hash ^= hash >>> 13
  }
  return (hash >>> 0) / 2 ** 32
}
const below = (most: number, ...seeds: number[]) => Math.floor(chance(...seeds) * most)
/** Small numbers often, large ones seldom. */
const skewed = (most: number, ...seeds: number[]) => Math.floor(most * chance(...seeds) ** 4)
const oneOf = <T>(from: readonly T[], ...seeds: number[]): T => from[below(from.length, ...seeds)] as T
const times = <T>(many: number, make: (n: number) => T): T[] =>
  Array.from({ length: many }, (_, n) => make(n))
const link = (type: string, start: string, end: string, n: number, given: Given = {}): Link => {
  const parts = [given['role'], given['since']].map((part) => part?.toString())
  return { type, start, end, properties: { id: linkId(type, start, end, ...parts), ...given, ...said(n) } }
}

const what =
  'Accorderie Atelier Bricothèque Café Cantine Chantier Coopérative Cuisine Épicerie École Entraide Ferme Garage Jardin Laverie Maison Marché Mobilité Recyclerie Repair’Café Ressourcerie Tiers-lieu Université Verger'.split(
    ' ',
  )
const quality =
  'associatif citoyen commun créatif équitable éphémère fertile gourmand itinérant libre nourricier ouvert partagé participatif populaire rural solidaire vivant'.split(
    ' ',
  )
const statuses = [
  'RUNNING',
  'RUNNING',
  'RUNNING',
  'CONSOLIDATING',
  'SPREADING',
  'EMERGING',
  'ENDED',
  'IDEA',
  undefined,
]
const roles =
  'CARRIER FUNDER IMPLEMENTER HOST NETWORK_HEAD TECHNICAL METHODOLOGICAL INSTITUTIONAL SPONSOR_GROUP INCUBATOR ELECTED_BODY RELAY EVALUATOR USERS_VOICE COMMONS_STEWARD'.split(
    ' ',
  )
const kinds =
  'ASSOCIATION LOCAL_AUTHORITY COMPANY FOUNDATION COOPERATIVE STATE SCHOOL_OR_RESEARCH FEDERATION INFORMAL_GROUP OTHER'.split(
    ' ',
  )
const commonsKinds = 'GUIDE PLAYBOOK METHOD SOFTWARE DATA TRAINING TEMPLATE CHARTER COMMUNITY_SPACE'.split(
  ' ',
)
const themes = 40 + 160

const require = createRequire(import.meta.url)
type Commune = { code: string; type: string; population?: number; nom: string }
const communes = (require('@etalab/decoupage-administratif/data/communes.json') as Commune[])
  .filter(({ type }) => type === 'commune-actuelle')
  .sort((a, b) => (b.population ?? 0) - (a.population ?? 0))
/** A commune, the populous ones far more often, as initiatives stand. */
const commune = (...seeds: number[]) => communes[skewed(communes.length, ...seeds)] as Commune

const territories = territoryRecords(
  communes.map(({ code }) => `cog:${code}`),
  'large:n0',
  '2026-01-01',
)

/** Every fifth initiative took up another one: families of a few, of hundreds, and one of thousands. */
function parentOf(n: number): number | undefined {
  if (n < 400 || chance(n, 11) > 0.2) return undefined
  const first = skewed(400, n, 12)
  const elder = below(n, n, 13)
  return chance(n, 14) < 0.6 || elder < 400 ? first : elder
}
const place = (n: number) => commune(n, 2)
const started = (n: number) => {
  const year = String(1980 + Math.floor(45 * chance(n, 3) ** 0.4))
  return chance(n, 4) < 0.5 ? year : `${year}-${String(1 + below(12, n, 5)).padStart(2, '0')}`
}
const elementsOf = (n: number) => (n < 400 ? 8 : below(20, n, 15) === 0 ? 2 : 0)

function initiative(n: number): Node {
  const status = oneOf(statuses, n, 6)
  const startedOn = chance(n, 7) < 0.85 ? started(n) : undefined
  const name = `${oneOf(what, n, 8)} ${oneOf(quality, n, 9)} de ${place(n).nom}`
  return {
    label: 'Initiative',
    properties: {
      ...{ id: `large:i${n}`, name, status, startedOn, ...said(n) },
      summary: `${name} rassemble des habitants autour d’une action commune.`,
      endedOn:
        status === 'ENDED'
          ? `${startedOn ? Number(startedOn.slice(0, 4)) + 1 + below(9, n, 10) : 2015}`
          : undefined,
      familyName: n < 400 ? `Famille ${oneOf(what, n, 8)} ${n}` : undefined,
    },
  }
}

function linksOf(n: number): Link[] {
  const id = `large:i${n}`
  const parent = parentOf(n)
  const since = started(n)
  const sites = chance(n, 20) < 0.8 ? 1 : 1 + below(4, n, 21)
  const links = times(sites, (k) =>
    link('ACTS_IN', id, `cog:${k === 0 ? place(n).code : commune(n, 22, k).code}`, n),
  )
  const about = new Set(times(1 + below(3, n, 23), (k) => skewed(themes, n, 24, k)))
  for (const theme of about) links.push(link('ABOUT', id, `large:t${theme}`, n))
  for (const k of times(1 + below(4, n, 25), (k) => k)) {
    const role = roles[k === 0 ? 0 : skewed(roles.length, n, 26, k)] ?? 'CARRIER'
    const until =
      chance(n, 27, k) < 0.1 ? String(Number(since.slice(0, 4)) + 1 + below(8, n, 28, k)) : undefined
    const dates = chance(n, 29, k) < 0.6 ? { since, until } : {}
    links.push(link('PARTNERS_IN', `large:p${skewed(partners, n, 30, k)}`, id, n, { role, ...dates }))
  }
  for (const k of times(elementsOf(n), (k) => k)) links.push(link('CONSISTS_OF', id, `large:e${n}:${k}`, n))
  if (chance(n, 31) < 0.15) links.push(link('USES', id, `large:c${skewed(2000, n, 32)}`, n))
  if (chance(n, 33) < 0.03) links.push(link('CONTRIBUTES_TO', id, `large:c${skewed(2000, n, 34)}`, n))
  if (chance(n, 35) < 0.1) links.push(link('ACHIEVED', id, `large:r${n}`, n))
  if (parent !== undefined) {
    const level = chance(n, 36) < 0.5 ? 'REDONE' : chance(n, 37) < 0.7 ? 'INSPIRED' : 'SCALED'
    links.push(link('REPLICATES', id, `large:i${parent}`, n, { level, since }))
    if (level === 'SCALED') {
      const commons = `large:c${2000 + parent}`
      links.push(link('USES', id, commons, n), link('USES', `large:i${parent}`, commons, n))
    }
    for (const k of times(elementsOf(parent), (k) => k)) {
      const type = oneOf(['KEEPS', 'KEEPS', 'KEEPS', 'ADAPTS', 'DROPS', undefined], n, 38, k)
      if (type) links.push(link(type, id, `large:e${parent}:${k}`, n))
    }
  }
  return links
}

function others(): Node[] {
  const named = (label: string, id: string, name: string, n: number, given: Given = {}): Node => ({
    label,
    properties: { id, name, ...given, ...said(n) },
  })
  const scaled = new Set(
    times(initiatives, (n) => parentOf(n)).filter((parent): parent is number => parent !== undefined),
  )
  const commons = (n: number, name: string) =>
    named('Commons', `large:c${n}`, name, n, { kind: oneOf(commonsKinds, n, 40), licence: 'CC BY-SA 4.0' })
  return [
    ...networks.map((id, n) => named('Network', id, `Réseau ${oneOf(quality, n, 41)} ${n}`, n)),
    ...times(themes, (n) =>
      named('Theme', `large:t${n}`, n < 40 ? `thème ${n}` : `thème ${n % 40} précis ${n}`, n),
    ),
    ...times(2000, (n) => commons(n, `Guide ${oneOf(quality, n, 42)} ${n}`)),
    ...[...scaled].map((n) => commons(2000 + n, `Charte commune ${n}`)),
    ...times(partners, (n) =>
      named(
        'Partner',
        `large:p${n}`,
        `${oneOf(['Association', 'Fondation', 'Régie', 'Union', 'Société', 'Ville'], n, 43)} ${oneOf(quality, n, 44)} de ${commune(n, 45).nom}`,
        n,
        {
          kind: kinds[skewed(kinds.length, n, 46)] ?? 'OTHER',
          acronym: chance(n, 47) < 0.2 ? `A${n.toString(36).toUpperCase()}` : undefined,
        },
      ),
    ),
    ...times(initiatives, (n) => n).flatMap((n) =>
      times(elementsOf(n), (k) =>
        named('Element', `large:e${n}:${k}`, `Élément ${k} de ${n}`, n, { core: k < 2 }),
      ),
    ),
    ...times(initiatives, (n) => n)
      .filter((n) => chance(n, 35) < 0.1)
      .map((n) => ({
        label: 'Result',
        properties: {
          id: `large:r${n}`,
          indicator: oneOf(['personnes accueillies', 'repas servis', 'emplois créés'], n, 48),
          value: 1 + below(5000, n, 49),
          unit: 'personnes',
          period: '2024',
          ...said(n),
        },
      })),
  ]
}

const otherLinks = (): Link[] => [
  ...times(themes - 40, (n) => link('BROADER', `large:t${n + 40}`, `large:t${(n + 40) % 40}`, n)),
  ...times(partners, (n) => link('BASED_IN', `large:p${n}`, `cog:${commune(n, 45).code}`, n)),
  ...times(partners, (n) => n)
    .filter((n) => chance(n, 50) < 0.3)
    .map((n) => link('MEMBER_OF', `large:p${n}`, networks[skewed(networks.length, n, 51)] ?? 'large:n0', n)),
  ...networks.map((id, n) => link('HEADS', `large:p${n}`, id, n)),
]

async function write(): Promise<void> {
  const { records } = await driver.executeQuery(statement('exchange/graph.isEmpty.cypher'), {}, { database })
  if (records[0]?.get('isEmpty') !== true)
    throw new Error(`large: the graph at ${uri} holds records: give an empty one that may be lost`)
  await migrate(driver, database)
  const nodes = async (rows: Node[]) => {
    await inBatches(rows, (batch) => run('records.create.cypher', batch.map(kept)))
    return rows.length
  }
  // Each link once: a partner may be drawn twice for one role, a charter be used by a parent of many.
  const seen = new Set<Value>()
  const links = async (rows: Link[]) => {
    const fresh = rows.filter(({ properties }) => !seen.has(properties['id']) && seen.add(properties['id']))
    await inBatches(fresh, (batch) => run('links.create.cypher', batch))
    return fresh.length
  }
  let [total, linked] = [0, 0]
  const places = territories.nodes.map(({ label, id, properties }) => ({
    label,
    properties: { ...properties, id },
  }))
  total += await nodes([...places, ...others()])
  linked += await links([
    ...territories.links.map((row) => ({ ...row, properties: { ...row.properties, id: row.id } })),
    ...otherLinks(),
  ])
  const block = 10_000
  for (let from = 0; from < initiatives; from += block) {
    const numbers = times(Math.min(block, initiatives - from), (n) => from + n)
    total += await nodes(numbers.map(initiative))
    linked += await links(numbers.flatMap(linksOf))
    console.info(`${total} records, ${linked} links`)
  }
  await driver.executeQuery('CALL db.awaitIndexes(300)', {}, { database })
}

const run = (file: string, rows: unknown[]) =>
  driver.executeQuery(statement(`exchange/${file}`), { rows }, { database })

/** A record as the write path keeps it. */
function kept({ label, properties }: Node) {
  const known = vocabulary().labels.get(label) ?? new Map<string, Property>()
  return { label, properties: withSearchText(label, stored({ id: properties.id, properties }, known)) }
}

try {
  await write()
} finally {
  await driver.close()
}
