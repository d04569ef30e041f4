import type { Snippet } from 'svelte'
import type { Find } from './ui/find.ts'

/** What there are lists of. */
type Noun = 'initiatives' | 'partners' | 'commonsList' | 'networks'

export type Page =
  | {
      page:
        | 'home'
        | 'families'
        | 'map'
        | 'compare'
        | 'territories'
        | 'developers'
        | 'accessibility'
        | 'import'
        | 'missing'
        | Noun
    }
  | { page: 'initiative' | 'partner' | 'tree' | 'territory' | 'commons' | 'network'; id: string }

/** What every page is handed; each takes what it needs. */
export type PageProps = {
  id: string
  /** What opens the search, in its large form. */
  search: Snippet
  /** A field that finds a record and hands it over. */
  find: Snippet<[Find]>
  /** What stands in for a record that nobody has: the nearest names. */
  missing: Snippet<[record: string]>
}

const named: Record<string, Exclude<Page, { id: string }>['page']> = {
  '/': 'home',
  '/tree': 'families',
  '/map': 'map',
  '/initiatives': 'initiatives',
  '/partners': 'partners',
  '/commons': 'commonsList',
  '/networks': 'networks',
  '/compare': 'compare',
  '/territories': 'territories',
  '/developers': 'developers',
  '/accessibility': 'accessibility',
  '/import': 'import',
}
const withId: Record<string, Extract<Page, { id: string }>['page']> = {
  initiatives: 'initiative',
  partners: 'partner',
  territories: 'territory',
  commons: 'commons',
  networks: 'network',
  tree: 'tree',
}

const alone = /^\/embed(?=\/(map|territories|tree\/[^/]+)\/?$)/

/** True at a picture that stands alone, to be framed by the pages of others: `/embed/map`, `/embed/tree/…`. */
export const isAlone = (path: string): boolean => alone.test(path)

/** The path of the same picture as a whole page. */
export const wholePath = (path: string): string => path.replace(alone, '')

/** Which page stands at a path of this application. */
export function pageAt(path: string): Page {
  const whole = wholePath(path)
  const trimmed = whole.length > 1 ? whole.replace(/\/$/, '') : whole
  const page = Object.hasOwn(named, trimmed) ? named[trimmed] : undefined
  if (page) return { page }
  const [, noun, rest] = /^\/([a-z]+)\/([^/]+)$/.exec(trimmed) ?? []
  const sheet = noun && Object.hasOwn(withId, noun) ? withId[noun] : undefined
  const id = decoded(rest)
  return sheet && id ? { page: sheet, id } : { page: 'missing' }
}

/** A part of a path as people read it, or nothing when it is badly written. */
export function decoded(part: string | undefined): string | undefined {
  try {
    return part === undefined ? undefined : decodeURIComponent(part)
  } catch {
    return undefined
  }
}
