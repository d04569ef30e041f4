import { readdirSync, readFileSync } from 'node:fs'
import { parse, type AST } from 'svelte/compiler'
import { expect, it } from 'vitest'

// Names stay what they are in every language.
const names = new Set(['Essaim', 'GraphQL'])
const read = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'alt',
  'placeholder',
  'title',
  'label',
])
// A key, a sign, a unit: what has no two letters in a row is no word.
const hasWords = (text: string) => /\p{L}{2}/u.test(text) && !names.has(text.trim())

/** The texts that people would see or hear and that no message holds, in templates and in attributes. */
function literals(source: string): string[] {
  const found: string[] = []
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(visit)
    if (typeof node !== 'object' || node === null || !('type' in node)) return
    const one = node as AST.Text | AST.Attribute | { type: string }
    if (one.type === 'Script' || one.type.endsWith('Directive')) return
    if (one.type === 'Attribute') {
      const { name, value } = one as AST.Attribute
      const parts = Array.isArray(value) ? value : value === true ? [] : [value]
      for (const part of parts) {
        if (part.type === 'Text' && read.has(name) && hasWords(part.data)) found.push(part.data)
        if (part.type === 'ExpressionTag' && part.expression.type === 'Literal' && read.has(name))
          found.push(String(part.expression.value))
      }
      return
    }
    if (one.type === 'Text' && hasWords((one as AST.Text).data)) found.push((one as AST.Text).data.trim())
    for (const [key, value] of Object.entries(one)) if (key !== 'parent') visit(value)
  }
  visit(parse(source, { modern: true }).fragment)
  return found
}

it('every visible text of the pages is a message', () => {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.svelte') && !file.startsWith('dist'),
  )
  expect(files.length).toBeGreaterThan(60)
  const outside = files.flatMap((file) =>
    literals(readFileSync(`web/${file}`, 'utf8')).map((text) => `${file}: ${text}`),
  )
  expect(outside).toEqual([])
})

it('a text in a template, an attribute or a branch is noticed', () => {
  expect(literals('<p>{#if a}Bonjour{:else}{b} · 3 %{/if}</p>')).toEqual(['Bonjour'])
  expect(literals('<button aria-label="Fermer" class="close">{x}</button>')).toEqual(['Fermer'])
  expect(literals('<script>const a = "mot"</script><style>p { color: red }</style><b>Essaim</b>')).toEqual([])
})
