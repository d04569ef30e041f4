import { slug } from '../mapping/valueRule.ts'
import { tidyRow } from '../tidy/tidy.ts'
import type { Tidy } from '../tidy/tidy.ts'
import { limits } from '../files/limits.ts'
import { isObject } from './parseJson.ts'
import type { Json } from './parseJson.ts'
import { isForbidden } from './words.ts'

type Thing = { [key: string]: Json }
type Types = Readonly<Record<string, readonly [type: string, more?: Readonly<Record<string, string>>]>>

/** The classes of schema.org, ORG, PROV and SKOS that are read, without their prefix. */
const types: Types = {
  Project: ['Initiative'],
  Initiative: ['Initiative'],
  Organization: ['Partner'],
  NGO: ['Partner', { kind: 'ASSOCIATION' }],
  Corporation: ['Partner', { kind: 'COMPANY' }],
  GovernmentOrganization: ['Partner', { kind: 'STATE' }],
  EducationalOrganization: ['Partner', { kind: 'SCHOOL_OR_RESEARCH' }],
  CollegeOrUniversity: ['Partner', { kind: 'SCHOOL_OR_RESEARCH' }],
  Network: ['Network'],
  CreativeWork: ['Commons'],
  SoftwareApplication: ['Commons', { kind: 'SOFTWARE' }],
  Dataset: ['Commons', { kind: 'DATA' }],
  Concept: ['Theme'],
  MonetaryGrant: ['Grant'],
}
/** Links that a thing says by a key of its own: the type, and whether the thing stands at its end. */
const links: Readonly<Record<string, readonly [type: string, isEnd?: boolean]>> = {
  funder: ['FUNDER', true],
  sponsor: ['SPONSOR_GROUP', true],
  memberOf: ['MEMBER_OF'],
  uses: ['USES'],
  wasDerivedFrom: ['REDONE'],
  wasInfluencedBy: ['INSPIRED'],
  isBasedOn: ['DERIVES_FROM'],
  theme: ['ABOUT'],
  broader: ['BROADER'],
  fundedItem: ['FOR'],
}

/** JSON-LD in the words of schema.org, ORG and PROV: a graph or things within things; contexts are never fetched. */
export function readJsonLd(file: string, whole: Json, tidy: Tidy): void {
  const reader = new Reader(file, tidy)
  reader.read(isObject(whole) && '@graph' in whole ? (whole['@graph'] ?? null) : whole)
  tidy.read.push({ file, as: 'things', rows: reader.things })
}

class Reader {
  things = 0
  private readonly seen = new Set<string>()

  constructor(
    private readonly file: string,
    private readonly tidy: Tidy,
  ) {}

  read(item: Json, depth = 0): void {
    if (depth > limits.depth) return
    if (Array.isArray(item)) for (const one of item) this.read(one, depth + 1)
    else if (isObject(item)) this.thing(plain(item), depth)
  }

  private thing(thing: Thing, depth: number): void {
    const words = list(thing['@type']).map((word) => local(textOf(word)))
    const row = ++this.things
    if (words.includes('Partnership')) return this.partnership(thing, row)
    if (words.includes('Membership')) return this.membership(thing, row)
    const found = words.map((word) => types[word]).find((type) => type !== undefined)
    const id = textOf(thing['@id']) || slug(textOf(thing['name'] ?? thing['prefLabel']))
    if (found && id !== '' && !this.seen.has(id)) this.node(thing, row, id, found)
    else if (!found && words.length && !words.some((word) => quiet.has(word)))
      this.tidy.problems.push({
        file: this.file,
        row,
        column: '@type',
        value: words.join(', '),
        severity: 'warning',
        rule: `is not read: known are ${Object.keys(types).join(', ')}, Partnership, Membership`,
      })
    if (found) this.links(thing, row, id, depth)
    if (!found) for (const value of Object.values(thing)) this.read(value, depth + 1)
  }

  private node(
    thing: Thing,
    row: number,
    id: string,
    [type, more = {}]: readonly [string, Readonly<Record<string, string>>?],
  ): void {
    this.seen.add(id)
    const get = (...keys: string[]) => keys.map((key) => textOf(thing[key])).find((text) => text !== '')
    const area = list(thing['areaServed'] ?? thing['location'] ?? null).find(isObject)
    const keywords = list(thing['keywords'] ?? null).flatMap((word) => textOf(word).split(','))
    const identifiers = list(thing['identifier'] ?? null)
      .filter(isObject)
      .map(plain)
    const amount = isObject(thing['amount']) ? plain(thing['amount']) : thing
    this.tidy.nodes.push(
      tidyRow(this.file, row, {
        ...{ id, type, ...more },
        name: get('name', 'prefLabel'),
        summary: get('description'),
        acronym: get('alternateName'),
        website: get('url'),
        start: get('foundingDate', 'startDate', 'dateCreated'),
        end: get('dissolutionDate', 'endDate'),
        licence: get('license'),
        kind: get('kind') ?? more['kind'],
        status: get('status'),
        amount: textOf(amount['value'] ?? thing['amount']),
        currency: textOf(amount['currency'] ?? thing['currency']),
        territory_code: area ? codeOf(area) : undefined,
        lat: area && isObject(area['geo']) ? textOf(plain(area['geo'])['latitude']) : undefined,
        lon: area && isObject(area['geo']) ? textOf(plain(area['geo'])['longitude']) : undefined,
        themes: type === 'Initiative' ? keywords.map((word) => word.trim()).join('|') : undefined,
        identifiers: identifiers
          .map((one) => `${textOf(one['propertyID']).toLowerCase()}:${textOf(one['value'])}`)
          .join('|'),
        source_url: get('hadPrimarySource'),
        graph_owner: get('wasAttributedTo'),
        updated_at: get('generatedAtTime', 'dateModified'),
      }),
    )
  }

  private links(thing: Thing, row: number, id: string, depth: number): void {
    const qualified = new Set<string>()
    for (const one of list(thing['qualifiedDerivation'] ?? null)
      .filter(isObject)
      .map(plain)) {
      const parent = idOf(one['entity'] ?? null)
      qualified.add(parent)
      const said = { level: textOf(one['level']), mode: textOf(one['mode']), start: textOf(one['since']) }
      this.edge(row, { type: 'REPLICATES', source: id, target: parent, ...said, source_url: sourceOf(thing) })
    }
    for (const [key, [type, isEnd]] of Object.entries(links))
      for (const other of list(thing[key] ?? null)) {
        const target = idOf(other)
        if (target === '' || (qualified.has(target) && ['wasDerivedFrom', 'wasInfluencedBy'].includes(key)))
          continue
        this.read(isObject(other) && Object.keys(other).length > 1 ? other : null, depth + 1)
        const isGrant =
          key === 'funder' && list(thing['@type']).some((word) => local(textOf(word)) === 'MonetaryGrant')
        const ends = isEnd ? { source: target, target: id } : { source: id, target }
        this.edge(row, { type: isGrant ? 'AWARDED' : type, ...ends, source_url: sourceOf(thing) })
      }
  }

  private partnership(thing: Thing, row: number): void {
    this.edge(row, {
      type: 'PARTNERS_IN',
      source: idOf(thing['partner'] ?? thing['agent'] ?? null),
      target: idOf(thing['initiative'] ?? thing['project'] ?? null),
      role: textOf(thing['role']),
      ...{ start: textOf(thing['since']), end: textOf(thing['until']), source_url: sourceOf(thing) },
    })
  }

  private membership(thing: Thing, row: number): void {
    const during = isObject(thing['memberDuring']) ? plain(thing['memberDuring']) : {}
    this.edge(row, {
      type: 'MEMBER_OF',
      source: idOf(thing['member'] ?? null),
      target: idOf(thing['organization'] ?? null),
      start: textOf(during['startDate'] ?? thing['since']),
      end: textOf(during['endDate'] ?? thing['until']),
      source_url: sourceOf(thing),
    })
  }

  private edge(row: number, cells: Record<string, string | undefined>): void {
    this.tidy.edges.push(tidyRow(this.file, row, cells))
  }
}

// What stands within other things and is read there.
const quiet = new Set([
  'PropertyValue',
  'AdministrativeArea',
  'GeoCoordinates',
  'Place',
  'Entity',
  'MonetaryAmount',
])

/** Keys without their prefix or address; what JavaScript would take otherwise is left out. */
function plain(thing: Thing): Thing {
  const entries = Object.entries(thing).map(([key, value]) => [local(key), value] as const)
  return Object.fromEntries(entries.filter(([key]) => !isForbidden(key)))
}

function local(word: string): string {
  return word.startsWith('@') ? word : word.replace(/^.*[#/:]/, '')
}

function list(value: Json | undefined): Json[] {
  return value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]
}

function textOf(value: Json | undefined): string {
  const [first] = list(value)
  if (isObject(first)) return textOf(first['@value'] ?? first['@id'] ?? first['name'] ?? first['schema:name'])
  return first === null || first === undefined ? '' : String(first)
}

function idOf(value: Json): string {
  const [first] = list(value)
  if (typeof first === 'string') return first
  return isObject(first) ? textOf(first['@id']) || slug(textOf(plain(first)['name'])) : ''
}

function sourceOf(thing: Thing): string {
  return textOf(thing['hadPrimarySource'])
}

function codeOf(area: Thing): string | undefined {
  const [identifier] = list(plain(area)['identifier'] ?? null)
    .filter(isObject)
    .map(plain)
  if (!identifier) return undefined
  return `${textOf(identifier['propertyID']).toLowerCase()}:${textOf(identifier['value'])}`
}
