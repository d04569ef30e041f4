import { isSeen, type Bounds } from './bounds.ts'
import { hatchKey, hatchOf, type Hatch } from './hatch.ts'
import { lineHeight, type Palette, type Shape, type Text } from './ink.ts'
import { fontOf, isRightToLeft, printable } from './letters.ts'

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D
type Mark = Exclude<Shape, Text>

// Of thick lines a rasteriser sorts all edges of a path, of hairs none: many of those go at once.
const mostHairs = 256
const mostThick = 8

/** Paints shapes in their order, in the context's own pixels: set its transform before. */
export function paint(context: Context, shapes: readonly Shape[], palette: Palette): void {
  painting(context, shapes, palette)(Infinity)
}

/**
 * Paints in parts: each call paints about as many shapes as asked and says whether all are painted. With a sight, what
 * lies wholly outside is left out. Strokes up to one device pixel cost a twentieth of thicker ones.
 */
export function painting(
  context: Context,
  shapes: readonly Shape[],
  palette: Palette,
  sight?: Bounds,
): (count: number) => boolean {
  const patterns = new Map<string, CanvasPattern | null>()
  const { a, b } = context.getTransform()
  const scale = Math.hypot(a, b)
  let next = 0
  return (count) => {
    const until = next + count
    while (next < shapes.length && next < until) {
      const shape = shapes[next]
      next += 1
      if (!shape || (sight && !isSeen(shape, sight))) continue
      if (shape.is === 'text') {
        paintText(context, shape, palette)
        continue
      }
      const path = shape.is === 'path' ? new Path2D(shape.d) : null
      if (!path) {
        context.beginPath()
        trace(context, shape, scale)
        const most = (shape.stroke?.width ?? 0) * scale > 1 ? mostThick : mostHairs
        for (let more = 1; more < most; more += 1) {
          const other = shapes[next]
          if (!other || !isLike(shape, other)) break
          next += 1
          if (!sight || isSeen(other, sight)) trace(context, other, scale)
        }
      }
      ink(context, shape, path, palette, patterns)
    }
    return next >= shapes.length
  }
}

/** True for marks that one path holds without a change to see: no fill over a stroke, no ink through ink. */
function isLike(one: Mark, other: Shape): other is Mark {
  if (other.is === 'text' || one.is === 'path' || other.is === 'path') return false
  if (one.hatch || other.hatch || (one.fill && one.stroke)) return false
  if (one.fill !== other.fill || one.opacity !== other.opacity) return false
  if (one.fill && (one.opacity ?? 1) < 1) return false
  const [a, b] = [one.stroke, other.stroke]
  return (
    a === b ||
    (a?.colour === b?.colour && a?.width === b?.width && a?.cap === b?.cap && sameDash(a?.dash, b?.dash))
  )
}

const sameDash = (one?: readonly number[], other?: readonly number[]) =>
  one === other || one?.join() === other?.join()

/** Fills and strokes the path that stands ready. */
function ink(
  context: Context,
  look: Mark,
  path: Path2D | null,
  palette: Palette,
  patterns: Map<string, CanvasPattern | null>,
) {
  context.globalAlpha = look.opacity ?? 1
  const hatch = hatchOf(look)
  const pattern = hatch && patternOf(context, hatch, palette, patterns)
  if (pattern ?? look.fill) {
    context.fillStyle = pattern ?? palette[look.fill ?? 'ink']
    if (path) context.fill(path)
    else context.fill()
  }
  if (!look.stroke) return
  const { colour, width, dash, cap } = look.stroke
  context.strokeStyle = palette[colour]
  context.lineWidth = width
  context.lineCap = cap ?? 'butt'
  context.lineJoin = 'round'
  context.setLineDash(dash ? [...dash] : [])
  if (path) context.stroke(path)
  else context.stroke()
}

function trace(context: Context, mark: Mark, scale: number) {
  if (mark.is === 'line') {
    context.moveTo(mark.x1, mark.y1)
    context.lineTo(mark.x2, mark.y2)
  } else if (mark.is === 'disc') {
    const { x, y, r } = mark
    // Nobody sees the corners of so small a mark, and squares cost a quarter.
    if (r * scale < 1.5) return context.rect(x - r * 0.9, y - r * 0.9, r * 1.8, r * 1.8)
    context.moveTo(x + r, y)
    context.arc(x, y, r, 0, Math.PI * 2)
    context.closePath()
  } else if (mark.is === 'box') {
    const { x, y, width, height, r = 0 } = mark
    if (r * scale < 0.75) context.rect(x, y, width, height)
    else context.roundRect(x, y, width, height, r)
  }
}

function paintText(context: Context, text: Text, palette: Palette) {
  context.globalAlpha = text.opacity ?? 1
  context.font = fontOf(text)
  context.letterSpacing = `${(text.spacing ?? 0) * text.size}px`
  context.textAlign = ({ start: 'left', middle: 'center', end: 'right' } as const)[text.anchor ?? 'start']
  context.textBaseline = 'alphabetic'
  const lines = text.lines.map(printable)
  lines.forEach((line, index) => {
    context.direction = isRightToLeft(line) ? 'rtl' : 'ltr'
    const y = text.y + index * text.size * lineHeight
    if (text.halo) {
      context.strokeStyle = palette[text.halo.colour]
      context.lineWidth = text.halo.width
      context.lineJoin = 'round'
      context.setLineDash([])
      context.strokeText(line, text.x, y)
    }
    context.fillStyle = palette[text.colour]
    context.fillText(line, text.x, y)
  })
}

/** A tile of stripes, as fine as the device's pixels. */
function patternOf(
  context: Context,
  hatch: Hatch,
  palette: Palette,
  patterns: Map<string, CanvasPattern | null>,
): CanvasPattern | null {
  const key = hatchKey(hatch)
  const before = patterns.get(key)
  if (before !== undefined) return before
  const { a, b } = context.getTransform()
  const side = Math.max(2, Math.round(hatch.gap * Math.SQRT2 * Math.max(1, Math.hypot(a, b))))
  const scale = side / (hatch.gap * Math.SQRT2)
  const tile = new OffscreenCanvas(side, side)
  const ink = tile.getContext('2d')
  if (!ink) return null
  if (hatch.ground) {
    ink.fillStyle = palette[hatch.ground]
    ink.fillRect(0, 0, side, side)
  }
  ink.strokeStyle = palette[hatch.colour]
  ink.lineWidth = hatch.width * scale
  ink.beginPath()
  for (const shift of [-side, 0, side]) {
    ink.moveTo(shift - side, side * 2)
    ink.lineTo(shift + side * 2, -side)
  }
  ink.stroke()
  const pattern = context.createPattern(tile, 'repeat')
  pattern?.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, 0, 0]))
  patterns.set(key, pattern)
  return pattern
}
