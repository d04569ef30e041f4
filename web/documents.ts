import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatDocument } from '@urql/core'
import { Kind, parse, print } from 'graphql'
import ts from 'typescript'
import type { Plugin } from 'vite'

const virtual = 'virtual:documents'

export type Registered = { id: string; name: string; text: string }

/**
 * The operations that the modules of a folder ask, as they are sent. Throws at one that can't be known by its name or
 * read without running the module.
 */
export function registeredIn(folder: string): Registered[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.startsWith('dist'))
    .sort()
  const found = files.flatMap((file) => templatesIn(join(folder, file)).flatMap(registered))
  const twice = found.find(({ name }, place) => found.findIndex((other) => other.name === name) !== place)
  if (twice) throw new Error(`web: two operations are named ${twice.name}: rename one`)
  return found
}

function registered(template: string): Registered[] {
  // The cache asks for the type of everything.
  const document = formatDocument(parse(template))
  const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION)
  const [operation] = operations
  if (!operation) return []
  if (operations.length > 1 || !operation.name)
    throw new Error(`web: not one operation with a name: ${template}`)
  const text = print(document)
  const hash = createHash('sha256').update(text).digest('hex')
  return [{ id: `sha256:${hash}`, name: operation.name.value, text }]
}

function templatesIn(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  if (!text.includes('graphql(')) return []
  const templates: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'graphql') {
      const [template, ...others] = node.arguments
      if (!template || !ts.isNoSubstitutionTemplateLiteral(template) || others.length > 0)
        throw new Error(`${file}: a document that is not one plain template: write its fragments into it`)
      templates.push(template.text)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))
  return templates
}

/** Registers the web's operations: for the server in documents.json, for the web as ids by name. */
export function documents(folder: string): Plugin {
  return {
    name: 'essaim-documents',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    load(id) {
      if (id !== `\0${virtual}`) return
      const ids = registeredIn(folder).map(({ name, id }) => [name, id])
      return `export const documentIds = ${JSON.stringify(Object.fromEntries(ids))}`
    },
    generateBundle() {
      const texts = Object.fromEntries(registeredIn(folder).map(({ id, text }) => [id, text]))
      this.emitFile({
        type: 'asset',
        fileName: 'documents.json',
        source: `${JSON.stringify(texts, null, 2)}\n`,
      })
    },
  }
}
