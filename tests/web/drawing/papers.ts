import { readFileSync } from 'node:fs'
import { colours, type Colour, type Palette } from '../../../web/drawing/ink.ts'

const css = readFileSync('web/ui/tokens.css', 'utf8')

function paper(rule: string): Palette {
  const block = css.slice(css.indexOf(rule)).split('}')[0] ?? ''
  const valueOf = (colour: Colour) => new RegExp(`--${colour}: (#[0-9a-f]{6});`).exec(block)?.[1]
  return Object.fromEntries(colours.map((colour) => [colour, valueOf(colour) ?? ''])) as Record<
    Colour,
    string
  >
}

/** The two papers of ui/tokens.css. */
export const light = paper(':root {')
export const dark = paper(":root[data-theme='dark'] {")
