import { colours, type Colour, type Scene, type Shape, type Stroke, type Text } from '../../drawing/ink.ts'
import type { Standing } from '../../drawing/time.ts'
import type { DrawnMark, DrawnTie, Label, Picture } from './drawn.ts'
import { markShapes } from './marks.ts'

const dashes: Record<Standing, (width: number) => Pick<Stroke, 'dash' | 'cap'>> = {
  inForce: () => ({ cap: 'round' }),
  ended: () => ({ dash: [7, 5], cap: 'butt' }),
  unknown: (width) => ({ dash: [0, Math.round(width * 26) / 10], cap: 'round' }),
}
/** With more lines than this on a picture, dots and dashes are a haze and cost seconds: threads are plain. */
export const mostDashed = 4000
/** With more than this none is thicker than a pixel: without a GPU each that is costs many thin ones. */
const mostThick = 1000

/** The picture as shapes: countries, lines, marks, names, badges. `pinned` marks wear a nail. */
export function mapScene(drawn: Picture, pinned: ReadonlySet<string> = new Set()): Scene {
  return { box: drawn.box, shapes: [...groundShapes(drawn, pinned), ...namesShapes(drawn)] }
}

/** What of a picture does not follow from what is in sight: all but the names and badges. */
export function groundShapes(drawn: Picture, pinned: ReadonlySet<string>): Shape[] {
  const countries = new Set(drawn.hulls.map(({ id }) => id))
  const isCrowd = drawn.ties.length > mostDashed
  const faint = faintness(drawn.ties.length)
  const thickest = drawn.ties.length > mostThick ? 1 : Infinity
  const shapes = drawn.hulls.map(({ path }): Shape => {
    return { is: 'path', d: path, fill: 'hull', stroke: { colour: 'hull-line', width: 1 } }
  })
  const lines = isCrowd
    ? threads(drawn.ties, faint)
    : drawn.ties.flatMap((tie) => tieShapes(tie, strength(tie, faint), weight(faint), thickest))
  for (const line of lines) shapes.push(line)
  for (const one of isCrowd ? inOneColourAfterTheOther(drawn.marks) : drawn.marks) {
    const ground = one.mark.group !== null && countries.has(one.mark.group) ? 'hull' : 'paper'
    for (const shape of markShapes(one, ground, pinned.has(one.mark.id))) shapes.push(shape)
  }
  return shapes
}

/** Names of countries, of marks, and badges. */
export const namesShapes = (drawn: Picture): Shape[] => [
  ...hullNames(drawn),
  ...drawn.marks.flatMap(({ label }) => (label ? nameShapes(label) : [])),
  ...drawn.marks.flatMap(badgeShapes),
]

const strength = ({ isFromFocus }: DrawnTie, faint: number) => (isFromFocus ? 0.72 : 0.5) * faint
const weight = (faint: number) => 0.4 + faint * 0.6
const hundredth = (value: number) => Math.round(value * 100) / 100

/**
 * The lines of a crowd: plain and of one pixel at most, since without a GPU one that is thicker costs many thin ones. Like
 * shapes that follow each other are painted at once, so they come in one colour after the other.
 */
function threads(ties: readonly DrawnTie[], faint: number): Shape[] {
  const piles: Shape[][] = colours.map(() => [])
  const strokes = new Map<string, Stroke>()
  for (const tie of ties) {
    const opacity = hundredth(strength(tie, faint))
    for (const { from, to, family, width } of tie.strands) {
      const key = `${family} ${width}`
      const stroke = strokes.get(key) ?? {
        colour: family,
        width: Math.min(1, hundredth(width * weight(faint))),
      }
      strokes.set(key, stroke)
      piles[colours.indexOf(family)]?.push({
        is: 'line',
        x1: from.x,
        y1: from.y,
        x2: to.x,
        y2: to.y,
        stroke,
        opacity,
      })
    }
  }
  return piles.flat()
}

const inOneColourAfterTheOther = (marks: readonly DrawnMark[]) =>
  marks
    .map((one) => ({ one, tone: toneOf(one) }))
    .sort((a, b) => a.tone - b.tone || a.one.size - b.one.size)
    .map(({ one }) => one)
const toneOf = ({ mark }: DrawnMark) =>
  mark.isFocus ? 99 : mark.isInitiative ? 50 : colours.indexOf(mark.families[0] ?? 'edge')

/** 1 for a map of a few hundred lines, less the more there are: a crowd of lines must not hide the marks. */
function faintness(count: number): number {
  return Math.max(0.08, Math.min(1, Math.sqrt(260 / Math.max(1, count))))
}

/** The lines of one tie; `weight` 1 is their usual width, `thickest` the largest in pixels. */
export function tieShapes(
  { strands }: DrawnTie,
  opacity: number,
  weight: number,
  thickest = Infinity,
): Shape[] {
  return strands.map(({ from, to, by, family, standing, width }): Shape => {
    // Dots hold less ink than a line: they are a little larger, and stronger.
    const isDotted = standing === 'unknown'
    const thick = Math.min(thickest, hundredth(width * weight * (isDotted ? 1.2 : 1)))
    const ink = {
      stroke: { colour: family, width: thick, ...dashes[standing](thick) },
      opacity: hundredth(Math.min(1, opacity * (isDotted ? 1.3 : 1))),
    }
    if (by) return { is: 'path', d: `M${from.x},${from.y}Q${by.x},${by.y} ${to.x},${to.y}`, ...ink }
    return { is: 'line', x1: from.x, y1: from.y, x2: to.x, y2: to.y, ...ink }
  })
}

const hullNames = ({ hulls }: Picture): Shape[] =>
  hulls.flatMap(({ label }) =>
    label
      ? [
          {
            is: 'text',
            x: label.x,
            y: label.y,
            lines: label.text.lines,
            size: label.text.size,
            weight: label.text.weight,
            colour: 'soft',
            anchor: 'middle',
            isItalic: true,
            spacing: 0.07,
            halo: { colour: 'paper', width: 3 },
          } satisfies Text,
        ]
      : [],
  )

/** A name and the thin line to its mark; one that is looked at is in full ink. */
export function nameShapes(
  { kind, group, text, x, y, anchor, leader, isOver }: Label,
  isTold = isOver,
): Shape[] {
  const name: Text = {
    is: 'text',
    x,
    y,
    lines: text.lines,
    size: text.size,
    weight: text.weight,
    colour: kind === 'partner' && !isTold ? 'soft' : 'ink',
    anchor,
    halo: { colour: group ? 'hull' : 'paper', width: isOver ? 6 : 3.5 },
  }
  return leader ? [{ is: 'path', d: leader, stroke: { colour: 'soft', width: 1 } }, name] : [name]
}

export function badgeShapes({ mark, badge }: DrawnMark): Shape[] {
  if (!badge) return []
  const { x, y, width, height } = badge
  return [
    { is: 'box', x, y, width, height, r: 8, fill: 'paper', stroke: { colour: 'edge', width: 1 } },
    {
      is: 'text',
      x: x + width / 2,
      y: y + 12,
      lines: [`+${mark.missing}`],
      size: 11,
      weight: 600,
      colour: 'ink',
      anchor: 'middle',
    },
  ]
}

/** The colour behind a mark: that of its country, or the paper. */
export function groundOf({ mark }: DrawnMark, { hulls }: Picture): Colour {
  return mark.group !== null && hulls.some(({ id }) => id === mark.group) ? 'hull' : 'paper'
}
