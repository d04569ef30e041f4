import { hatchKey, hatchOf, type Hatch } from './hatch.ts'
import { lineHeight, type Colour, type Shape, type Text } from './ink.ts'
import { isRightToLeft, printable } from './letters.ts'

export type Attributes = Readonly<Record<string, string | number>>
/** One SVG element; children are elements too, or the text of it. */
export type Element = { tag: string; attributes: Attributes; children?: readonly Element[] | string }
/** How a colour and a hatch are written: resolved in a file, by their tokens in a page. */
export type Written = { colour: (colour: Colour) => string; hatch: (key: string) => string }

/** The SVG element that a shape is. */
export function elementOf(shape: Shape, written: Written): Element {
  if (shape.is === 'text') return textElement(shape, written)
  const hatch = hatchOf(shape)
  const fill = hatch ? written.hatch(hatchKey(hatch)) : shape.fill ? written.colour(shape.fill) : 'none'
  const attributes: Record<string, string | number> = { ...geometry(shape) }
  if (shape.is !== 'line') attributes.fill = fill
  const { stroke, opacity } = shape
  if (stroke) {
    attributes.stroke = written.colour(stroke.colour)
    attributes['stroke-width'] = rounded(stroke.width)
    if (stroke.dash) attributes['stroke-dasharray'] = stroke.dash.map(rounded).join(' ')
    if (stroke.cap) attributes['stroke-linecap'] = stroke.cap
    if (shape.is === 'path') attributes['stroke-linejoin'] = 'round'
  }
  if (opacity !== undefined && opacity < 1) attributes.opacity = rounded(opacity)
  return { tag: tags[shape.is], attributes }
}

const tags = { line: 'line', disc: 'circle', box: 'rect', path: 'path' } as const

function geometry(shape: Exclude<Shape, Text>): Attributes {
  if (shape.is === 'path') return { d: shape.d }
  if (shape.is === 'disc') return { cx: rounded(shape.x), cy: rounded(shape.y), r: rounded(shape.r) }
  if (shape.is === 'line') {
    const { x1, y1, x2, y2 } = shape
    return { x1: rounded(x1), y1: rounded(y1), x2: rounded(x2), y2: rounded(y2) }
  }
  const { x, y, width, height, r } = shape
  const box = { x: rounded(x), y: rounded(y), width: rounded(width), height: rounded(height) }
  return r ? { ...box, rx: rounded(r) } : box
}

function textElement(text: Text, written: Written): Element {
  const lines = text.lines.map(printable)
  const isTurned = lines.some(isRightToLeft)
  const anchor = text.anchor ?? 'start'
  const attributes: Record<string, string | number> = {
    x: rounded(text.x),
    y: rounded(text.y),
    'font-size': rounded(text.size),
    'font-weight': text.weight,
    fill: written.colour(text.colour),
  }
  // A text that runs from right to left starts at its right.
  const side = isTurned ? ({ start: 'end', middle: 'middle', end: 'start' } as const)[anchor] : anchor
  if (side !== 'start') attributes['text-anchor'] = side
  if (isTurned) attributes.direction = 'rtl'
  if (text.isItalic) attributes['font-style'] = 'italic'
  if (text.spacing) attributes['letter-spacing'] = `${rounded(text.spacing)}em`
  if (text.halo) {
    attributes.stroke = written.colour(text.halo.colour)
    attributes['stroke-width'] = rounded(text.halo.width)
    attributes['stroke-linejoin'] = 'round'
    attributes['paint-order'] = 'stroke'
  }
  if (text.opacity !== undefined && text.opacity < 1) attributes.opacity = rounded(text.opacity)
  const [only] = lines
  if (lines.length === 1 && only !== undefined) return { tag: 'text', attributes, children: only }
  const children = lines.map((line, index) => ({
    tag: 'tspan',
    attributes: { x: rounded(text.x), ...(index && { dy: rounded(text.size * lineHeight) }) },
    children: line,
  }))
  return { tag: 'text', attributes, children }
}

/** The pattern that fills what is hatched. */
export function hatchElement(hatch: Hatch, id: string, written: Written): Element {
  const { gap, width, ground, colour } = hatch
  const attributes = { width: gap, height: gap }
  const area = ground && { tag: 'rect', attributes: { ...attributes, fill: written.colour(ground) } }
  const stripe = { tag: 'rect', attributes: { width, height: gap, fill: written.colour(colour) } }
  return {
    tag: 'pattern',
    attributes: { id, ...attributes, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    children: area ? [area, stripe] : [stripe],
  }
}

/** The hatches that shapes use, each once, by key. */
export function hatchesOf(shapes: readonly Shape[]): Map<string, Hatch> {
  const hatches = new Map<string, Hatch>()
  for (const shape of shapes) {
    const hatch = hatchOf(shape)
    if (hatch) hatches.set(hatchKey(hatch), hatch)
  }
  return hatches
}

const rounded = (value: number) => Math.round(value * 100) / 100
