import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** The sizes of letters in a style sheet that stay what they are when a reader asks for larger ones. */
function fixedSizes(style: string): string[] {
  const declarations = style.replace(/\/\*[\s\S]*?\*\//g, '').match(/(?<![\w-])font(-size)?\s*:[^;}"]*/g)
  return (declarations ?? []).filter((one) => /\d(px|cm|mm|in)\b/.test(one) && !/\dr?em\b/.test(one))
}

/** What styles a component, in its own sheet and in its template. */
const stylesOf = (component: string) =>
  component.match(/<style[\s\S]*?<\/style>|\sstyle(:font[\w-]*)?="[^"]*"/g)?.join('\n') ?? ''

it('all letters of the pages follow the size that the reader asks for', () => {
  const files = readdirSync('web', { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.(svelte|css|html)$/.test(file) && !file.startsWith('dist'),
  )
  expect(files.length).toBeGreaterThan(100)
  const fixed = files.flatMap((file) => {
    const text = readFileSync(`web/${file}`, 'utf8')
    return fixedSizes(file.endsWith('.css') ? text : stylesOf(text)).map((one) => `${file}: ${one}`)
  })
  expect(fixed).toEqual([])
})

it('a size in pixels is noticed, unless it only bounds one that follows', () => {
  expect(fixedSizes('a { font-size: 14px } b { font: 500 11px/1.2 var(--sans) }')).toEqual([
    'font-size: 14px ',
    'font: 500 11px/1.2 var(--sans) ',
  ])
  expect(fixedSizes(stylesOf('<i style="font-size: 9px">a</i>'))).toEqual(['font-size: 9px'])
  const following = 'a { font-size: min(0.75rem, 16px); margin: 2px } /* font-size: 2px */'
  expect(fixedSizes(following)).toEqual([])
})
