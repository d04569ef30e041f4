import { isNode, LineCounter, parseDocument } from 'yaml'

/** A YAML text that knows in which line each of its values stands, and what is broken in it. */
export function readYaml(source: string) {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  return {
    broken: document.errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message })),
    value: (): unknown => document.toJS(),
    /** The line of the value at this path, or of what it would stand in. */
    lineOf(path: readonly unknown[]): number {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true)
        if (isNode(node) && node.range) return lineAt(node.range[0])
      }
      return 1
    },
  }
}
