import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { IntlMessageFormat } from 'intl-messageformat'
import type { Plugin } from 'vite'
import { typeset } from './typography.ts'

const virtual = 'virtual:words'

/** The keys of messages that a text names: as a whole, or by a pattern such as `role.${role}` in backquotes. */
export function keysIn(text: string, keys: readonly string[]): string[] {
  const whole = new Set([...text.matchAll(/'([\w.]+)'/g)].map(([, key]) => key))
  const patterns = [...text.matchAll(/`([a-zA-Z.]*\.(?:\$\{[^}]+\}[a-zA-Z.]*)+)`/g)].map(
    ([, template = '']) => {
      const pattern = template.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[A-Za-z_]+')
      return new RegExp(`^${pattern}$`)
    },
  )
  return keys.filter((key) => whole.has(key) || patterns.some((pattern) => pattern.test(key)))
}

/** The modules that these lead to, themselves among them; those that are fetched later too, unless they are pages. */
function modulesFrom(starts: string[], pages: ReadonlySet<string>): string[] {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file) || !existsSync(file)) return
    seen.add(file)
    const text = readFileSync(file, 'utf8')
    for (const [, isType, from, later] of text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'(\.[^'?]+)|import\('(\.[^']+)'\)/g,
    )) {
      const next = resolve(dirname(file), from ?? later ?? '')
      if (!isType && !(later && pages.has(next))) visit(next)
    }
  }
  starts.forEach(visit)
  return [...seen]
}

type Words = Record<string, string>
export type Division = { start: string[]; pages: Record<string, string[]> }

/** Which messages come with the start, and which with each page: those that its modules name and the start does not. */
export function divided(folder: string, keys: readonly string[]): Division {
  const app = readFileSync(join(folder, 'App.svelte'), 'utf8')
  const loaders = [...app.matchAll(/(\w+): \(\) => import\('(\.[^']+)'\)/g)]
  const files = new Map(loaders.map(([, page = '', file = '']) => [page, resolve(folder, file)]))
  const pages = new Set(files.values())
  const named = (modules: string[]) =>
    keysIn(modules.map((file) => readFileSync(file, 'utf8')).join('\n'), keys)
  const start = named(modulesFrom([join(folder, 'main.ts')], pages))
  const isAtStart = new Set(start)
  const own = (file: string) => named(modulesFrom([file], pages)).filter((key) => !isAtStart.has(key))
  return { start, pages: Object.fromEntries([...files].map(([page, file]) => [page, own(file)])) }
}

// In the browser the library then needs no parser of its own, which is most of it.
const withoutParser = {
  '@formatjs/icu-messageformat-parser': '@formatjs/icu-messageformat-parser/no-parser.js',
}

/**
 * Divides the messages when the web is built, so that a visit fetches what its pages say, and parses them. While the web is
 * developed they all come with the start, as they are written.
 */
export function catalogues(folder: string): Plugin {
  const catalogue = (language: string) => join(folder, 'messages', `${language}.json`)
  const read = (language: string) => JSON.parse(readFileSync(catalogue(language), 'utf8')) as Words
  const parsed = (language: string, keys: string[]) => {
    const words = read(language)
    const parts = (text = '') => new IntlMessageFormat(typeset(text, language), language).getAst()
    return JSON.stringify(Object.fromEntries(keys.map((key) => [key, parts(words[key])])))
  }
  let division: Division = { start: [], pages: {} }
  let isBuild = false
  return {
    name: 'essaim-catalogues',
    enforce: 'pre',
    config: (_, { command }) => (command === 'build' ? { resolve: { alias: withoutParser } } : {}),
    configResolved: ({ command }) => {
      isBuild = command === 'build'
    },
    buildStart() {
      if (isBuild) division = divided(folder, Object.keys(read('fr')))
    },
    resolveId: (id) => (id.startsWith(virtual) ? `\0${id}` : undefined),
    load(id) {
      const [language] = ['fr', 'en'].filter((one) => id === catalogue(one))
      if (language && isBuild) return parsed(language, division.start)
      if (id === `\0${virtual}`) return wordsByPage(division)
      const [, spoken, page = ''] = /^\0virtual:words\/(\w+)\/(\w+)$/.exec(id) ?? []
      if (spoken) return `export default ${parsed(spoken, division.pages[page] ?? [])}`
    },
  }
}

function wordsByPage({ pages }: Division): string {
  const fetched = (language: string, page: string) =>
    `${language}: () => import('${virtual}/${language}/${page}')`
  const lines = Object.keys(pages)
    .filter((page) => pages[page]?.length)
    .map((page) => `${page}: { ${fetched('fr', page)}, ${fetched('en', page)} }`)
  return `export const words = { ${lines.join(',\n')} }`
}
