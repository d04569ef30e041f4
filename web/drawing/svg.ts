import { elementOf, hatchElement, hatchesOf, type Element } from './elements.ts'
import type { Palette, Scene } from './ink.ts'
import { printable, sans } from './letters.ts'

/** A scene as the text of an SVG file that stands alone: colours resolved, nothing that runs. */
export function svgText(
  { box, shapes }: Scene,
  palette: Palette,
  { title, description }: { title?: string; description?: string } = {},
): string {
  const written = {
    colour: (colour: keyof Palette) => palette[colour],
    hatch: (key: string) => `url(#${key})`,
  }
  const [x, y, width, height] = [box.x, box.y, box.width, box.height].map(
    (side) => Math.round(side * 10) / 10,
  )
  const hatches = [...hatchesOf(shapes)].map(([key, hatch]) => hatchElement(hatch, key, written))
  const lines = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"` +
      ` font-family="${escaped(sans)}">`,
    ...(title ? [`<title>${escaped(printable(title))}</title>`] : []),
    ...(description ? [`<desc>${escaped(printable(description))}</desc>`] : []),
    ...(hatches.length ? ['<defs>', ...hatches.map(elementText), '</defs>'] : []),
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${palette.paper}"/>`,
    ...shapes.map((shape) => elementText(elementOf(shape, written))),
    '</svg>',
  ]
  return `${lines.join('\n')}\n`
}

function elementText({ tag, attributes, children }: Element): string {
  const words = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
  const start = `<${tag}${words.join('')}`
  if (children === undefined) return `${start}/>`
  const inside = typeof children === 'string' ? escaped(children) : children.map(elementText).join('')
  return `${start}>${inside}</${tag}>`
}

const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
export const escaped = (text: string) => text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
