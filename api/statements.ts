import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../cypher/', import.meta.url))

/** The text of one statement, by its path under `cypher/`: `statement('queries/Query.search.cypher')`. */
export function statement(path: string): string {
  return readFileSync(root + path, 'utf8')
}

/**
 * SDL that names its statements by file (`statement: "Query.initiative.cypher"`), with their text put in place. Those of
 * root fields read their arguments from `$given`, see `withGiven`.
 */
export function withStatements(sdl: string): string {
  return sdl.replace(/statement: "([\w.]+\.cypher)"/g, (_, file: string) => {
    const text = statement(`queries/${file}`)
    return `statement: ${JSON.stringify(file.startsWith('Query.') ? text.replace(/\$(?=\w)/g, '$$given.') : text)}`
  })
}
