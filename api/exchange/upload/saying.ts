import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { statement } from '../../statements.ts'
import type { Said } from './answers.ts'
import { rules } from './rules.ts'

type Pattern = { rule: string; names: string[]; matches: RegExp; weight: number }

const checks = fileURLToPath(new URL('../../../cypher/checks/', import.meta.url))
const known = new Map<string, Said>()
const most = 20_000
let patterns: Pattern[] | undefined

/** A sentence of the importer with its rule and what it names, as far as it is one of the rules. */
export function saying(text: string): Said {
  const said = known.get(text) ?? read(text)
  if (known.size < most) known.set(text, said)
  return said
}

/** A longer text, line by line. */
export const sayings = (text: string): Said[] =>
  text.split('\n').flatMap((line) => (line.trim() ? [saying(line.trim())] : []))

/** The rules that can be said: those of the importer, and what always holds. */
export const ruleNames = () => allPatterns().map(({ rule }) => rule)

function read(text: string): Said {
  for (const { rule, names, matches } of allPatterns()) {
    const found = matches.exec(text)
    if (!found) continue
    const values = names.map((name, at) => [name, found[at + 1] ?? ''] as const)
    if (values.length === 0) return { text, rule }
    return {
      ...{ text, rule },
      values: Object.fromEntries(
        values.map(([name, value]) => [name, name === 'why' ? saying(value) : value]),
      ),
    }
  }
  return { text }
}

// Sentences around another one are tried first, then what says most in words of its own: the others would fit it too.
function allPatterns(): Pattern[] {
  patterns ??= [...Object.entries(rules), ...checkRules()]
    .map(([rule, sentence]) => patternOf(rule, sentence))
    .sort((one, other) => other.weight - one.weight)
  return patterns
}

function patternOf(rule: string, sentence: string): Pattern {
  const parts = sentence.split(/\{(\w+)\}/)
  const fixed = parts.filter((_, at) => at % 2 === 0)
  const source = parts
    .map((part, at) => (at % 2 ? '(.+?)' : part.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&')))
    .join('')
  return {
    ...{ rule, names: parts.filter((_, at) => at % 2 === 1) },
    ...{
      matches: new RegExp(`^${source}$`, 's'),
      weight: fixed.join('').length + (sentence.includes('{why}') ? 1_000 : 0),
    },
  }
}

/** The rules that hold over the whole graph, each the first line of its statement, with the records that break it. */
function checkRules(): [string, string][] {
  return readdirSync(checks)
    .filter((file) => file.endsWith('.cypher'))
    .map((file) => {
      const sentence =
        statement(`checks/${file}`)
          .split('\n')[0]
          ?.replace(/^\/\/\s*/, '') ?? ''
      return [`check_${file.replace('.cypher', '').replaceAll('-', '_')}`, `${sentence}\n    {records}`]
    })
}
