/** A colour by its token in `ui/tokens.css`, so that one drawing serves both papers. */
export const colours = [
  'paper',
  'panel',
  'ink',
  'soft',
  'line',
  'edge',
  'accent',
  'danger',
  'carries',
  'funds',
  'supports',
  'governs',
  'relays',
  'inspired',
  'redone',
  'scaled',
  'hull',
  'hull-line',
] as const
export type Colour = (typeof colours)[number]
/** What each colour is on the paper of now. */
export type Palette = Readonly<Record<Colour, string>>

export type Stroke = {
  colour: Colour
  width: number
  /** Lengths of dash and gap, in pixels. */
  dash?: readonly number[]
  cap?: 'butt' | 'round'
}
type Look = {
  fill?: Colour
  /** Stripes of this colour over the fill: a date or a state that nobody knows. */
  hatch?: Colour
  stroke?: Stroke
  /** Of the whole shape, 0 to 1. */
  opacity?: number
}

export type Line = Look & { is: 'line'; x1: number; y1: number; x2: number; y2: number }
export type Disc = Look & { is: 'disc'; x: number; y: number; r: number }
/** A rectangle whose corners are rounded by `r`. */
export type Box = Look & { is: 'box'; x: number; y: number; width: number; height: number; r?: number }
/** Absolute SVG path data. */
export type Path = Look & { is: 'path'; d: string }
export type Text = {
  is: 'text'
  /** Where the first line hangs: its baseline. */
  x: number
  y: number
  lines: readonly string[]
  size: number
  weight: number
  colour: Colour
  anchor?: 'start' | 'middle' | 'end'
  isItalic?: boolean
  /** Between letters, in ems. */
  spacing?: number
  /** A contour of the ground behind, that keeps the text clear of lines. */
  halo?: { colour: Colour; width: number }
  opacity?: number
}

/** One mark of a drawing. Whatever paints it (canvas, SVG, PNG) makes the same of it. */
export type Shape = Line | Disc | Box | Path | Text

/** A drawing: shapes in the order in which they are painted, in pixels, and the box that holds them all. */
export type Scene = {
  box: { x: number; y: number; width: number; height: number }
  shapes: readonly Shape[]
}

/** Baseline to baseline, in sizes of the text. */
export const lineHeight = 1.22
