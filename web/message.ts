export type Values = Record<string, string | number>

/** A part of a message: its words, a value, the number that a plural turns on, or one of several wordings. */
export type Part =
  | string
  | { of: string; as: 'value' }
  | { of: string; as: 'number' }
  | { of: string; as: 'plural' | 'select'; options: Record<string, Part[]> }

const argument = /\{\s*(\w+)\s*(?:(\})|,\s*(number|plural|select)\s*(?:(\})|,))/y
const option = /\s*(=?-?[\p{L}\p{N}_]+)\s*\{/uy
const words = /[^{}#]+|#/y

/**
 * The parts of a message in the language of ICU, as far as ours use it: values, `number`, `plural` without an offset, and
 * `select`; an apostrophe is a letter. Throws at what is written in another way.
 */
export function parsed(message: string): Part[] {
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(message)
    if (found) at = pattern.lastIndex
    return found
  }
  const close = () => {
    if (message[at] !== '}') throw new Error(`message: not ICU at ${at}: ${message}`)
    at += 1
  }

  function options(counted: string): Record<string, Part[]> {
    const found: Record<string, Part[]> = {}
    for (let next = take(option); next; next = take(option)) {
      found[next[1] ?? ''] = parts(counted)
      close()
    }
    close()
    return found
  }

  function parts(counted: string): Part[] {
    const found: Part[] = []
    for (;;) {
      const text = take(words)?.[0]
      if (text) {
        found.push(text === '#' && counted ? { of: counted, as: 'number' } : text)
        continue
      }
      const [, of, isPlain, as, isNumber] = take(argument) ?? []
      if (!of) return found
      if (isPlain) found.push({ of, as: 'value' })
      else if (isNumber) found.push({ of, as: 'number' })
      else if (as === 'plural') found.push({ of, as, options: options(of) })
      else found.push({ of, as: 'select', options: options(counted) })
    }
  }

  const all = parts('')
  if (at < message.length) throw new Error(`message: not ICU at ${at}: ${message}`)
  return all
}

/** What the parts say with these values; `write` writes a number. */
export function said(
  parts: Part[],
  values: Values,
  rules: Intl.PluralRules,
  write: (number: number) => string,
): string {
  const one = (part: Part): string => {
    if (typeof part === 'string') return part
    const value = values[part.of]
    if (value === undefined) throw new Error(`message: no value for ${part.of}`)
    if (part.as === 'value') return String(value)
    if (part.as === 'number') return write(Number(value))
    const { as, options } = part
    const chosen =
      as === 'select' ? options[value] : (options[`=${value}`] ?? options[rules.select(Number(value))])
    return said(chosen ?? options['other'] ?? [], values, rules, write)
  }
  return parts.map(one).join('')
}
