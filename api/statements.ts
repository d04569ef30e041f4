import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../cypher/', import.meta.url))

/** The text of one statement, by its path under `cypher/`: `statement('queries/Query.search.cypher')`. */
export function statement(path: string): string {
  return readFileSync(root + path, 'utf8')
}

/** The same, reading its parameters from one, `given`: any choice of filters then shares a plan. */
export const givenStatement = (path: string): string => statement(path).replace(/\$(?=\w)/g, '$given.')

/**
 * SDL that names its statements by file (`statement: "Query.initiative.cypher"`), with their text put in place. Those of
 * root fields read their arguments from `$given`, see `withGiven`.
 */
export function withStatements(sdl: string): string {
  return sdl.replace(/statement: "([\w.]+\.cypher)"/g, (_, file: string) => {
    const text = file.startsWith('Query.') ? givenStatement : statement
    return `statement: ${JSON.stringify(text(`queries/${file}`))}`
  })
}
