import { roughMeasure, type Measure } from './labels.ts'

const fonts = { parent: '600 13px', child: '500 13px', soft: '400 12px' } as const
const known = new Map<string, number>()
let context: CanvasRenderingContext2D | null | undefined
let family = ''

/** The true width of a text in the page's own letters; each text is measured once. */
export const canvasMeasure: Measure = (text, voice) => {
  const key = `${voice} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d')
    family = getComputedStyle(document.body).fontFamily
  }
  if (!context) return roughMeasure(text, voice)
  context.font = `${fonts[voice]} ${family}`
  const { width } = context.measureText(text)
  known.set(key, width)
  return width
}
