import { locale } from '../messages.ts'
import { paint } from './canvas.ts'
import type { Figure, GexfGraph, Sheet } from './figure.ts'
import { figureScene } from './figureScene.ts'
import { footOf } from './foot.ts'
import type { Palette } from './ink.ts'
import { svgText } from './svg.ts'
import { today } from './time.ts'

export function svgFile(figure: Figure, palette: Palette): Blob {
  const foot = footOf(figure)
  const description = [figure.note, foot].filter(Boolean).join(' ')
  const text = svgText(figureScene(figure, foot), palette, { title: figure.title, description })
  return new Blob([text], { type: 'image/svg+xml' })
}

// What browsers paint without giving up, on phones too: pixels of one side, and of all.
const mostSide = 16_000
const mostPixels = 64_000_000

/** How many pixels of an image stand for one of a scene: 2, or fewer where that is more than browsers paint. */
export function pngScale({ width, height }: { width: number; height: number }): number {
  return Math.min(2, mostSide / Math.max(width, height), Math.sqrt(mostPixels / (width * height)))
}

/** The image and its scale; throws when the browser can't paint one so large. */
export async function pngFile(figure: Figure, palette: Palette): Promise<{ file: Blob; scale: number }> {
  const { box, shapes } = figureScene(figure, footOf(figure))
  const scale = pngScale(box)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(box.width * scale)
  canvas.height = Math.round(box.height * scale)
  const context = canvas.getContext('2d', { alpha: false })
  if (!context) throw new Error(`png: no canvas of ${canvas.width} × ${canvas.height} pixels`)
  context.fillStyle = palette.paper
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.setTransform(scale, 0, 0, scale, -box.x * scale, -box.y * scale)
  paint(context, shapes, palette)
  const file = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!file) throw new Error(`png: no image of ${canvas.width} × ${canvas.height} pixels`)
  return { file, scale }
}

/** Rows for spreadsheets, with the marks of their language; no cell runs as a formula. */
export async function csvFile({ columns, rows }: Sheet): Promise<Blob> {
  const { stringify } = await import('csv-stringify/browser/esm/sync')
  const isFrench = locale() === 'fr'
  const text = stringify([[...columns], ...rows.map((row) => [...row])], {
    bom: true,
    delimiter: isFrench ? ';' : ',',
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: {
      number: (value) => ({
        value: isFrench ? String(value).replace('.', ',') : String(value),
        escape_formulas: false,
      }),
    },
  })
  return new Blob([text], { type: 'text/csv;charset=utf-8' })
}

export async function gexfFile(graph: GexfGraph, figure: Figure, palette: Palette): Promise<Blob> {
  const { gexfText } = await import('./gexf.ts')
  const about = { title: figure.title, description: footOf(figure), date: today() }
  return new Blob([gexfText(graph, palette, about)], { type: 'application/gexf+xml' })
}

/** A name for a file, made of a title: « accorderie-d-annecy-2026-11-22.svg ». */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
  const short = plain.length > 60 ? plain.slice(0, 61).replace(/-[^-]*$/, '') : plain
  return `${short || 'essaim'}-${today()}.${ending}`
}

/** Hands a file to whoever looks at the page. */
export function save(file: Blob, name: string) {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  // Some browsers read it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
