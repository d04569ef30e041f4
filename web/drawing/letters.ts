/** The stack of `--sans` in ui/tokens.css, for what stands outside of a page: files, canvases, workers' tables. */
export const sans =
  "system-ui, -apple-system, 'Segoe UI', 'Inter', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif"

export type Face = { size: number; weight: number; isItalic?: boolean; spacing?: number }

/** A face as canvases name it. */
export const fontOf = ({ size, weight, isItalic }: Face) =>
  `${isItalic ? 'italic ' : ''}${weight} ${size}px ${sans}`

const known = new Map<string, number>()
let context: CanvasRenderingContext2D | null | undefined

/** How wide a line is in pixels, in the letters of this device; guessed where there is no canvas. */
export function textWidth(text: string, face: Face): number {
  if (context === undefined) {
    context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  }
  const spacing = text.length * (face.spacing ?? 0) * face.size
  if (!context) return text.length * face.size * (face.weight >= 600 ? 0.56 : 0.52) + spacing
  const font = fontOf(face)
  const key = `${font} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before + spacing
  context.font = font
  const { width } = context.measureText(text)
  known.set(key, width)
  return width + spacing
}

// Controls and halves of letters, which XML forbids, and the marks that turn the direction of all that follows them.
const unprintable = /(?![\t\n\r])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** A text as it may be drawn and written into a file, whatever somebody named a place. */
export const printable = (text: string) => text.replace(unprintable, '')

export const isRightToLeft = (text: string) => rightToLeft.test(text)
