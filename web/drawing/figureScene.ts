import { formatNumber } from '../messages.ts'
import type { Figure, LegendEntry } from './figure.ts'
import { lineHeight, type Scene, type Shape, type Text } from './ink.ts'
import { textWidth, type Face } from './letters.ts'
import { moved } from './moved.ts'
import { wrapped } from './wrap.ts'

const least = 720
const margin = 24
const swatch = { width: 28, height: 16 }

/** A figure as one scene: title and note above its drawing, the legend below it, then `foot`: when, whose, where. */
export function figureScene({ title, note, legend, scene }: Figure, foot: string): Scene {
  const { box } = scene
  const width = Math.max(least, box.width)
  const left = box.x - (width - box.width) / 2
  // Of a wide drawing one sees less of each pixel: its words grow with it.
  const scale = Math.max(1, width / 1600)
  const shapes: Shape[] = [...scene.shapes]
  const paragraph = (text: string, look: Pick<Text, 'size' | 'weight' | 'colour'>, top: number) => {
    const face = { ...look, size: look.size * scale }
    const lines = wrapped(text, face, width)
    if (lines.length) shapes.push({ is: 'text', x: left, y: top + face.size, lines, ...face })
    return lines.length * face.size * lineHeight
  }

  const head =
    heightOf(title, { size: 22, weight: 700 }) + 4 * scale + heightOf(note, { size: 13, weight: 400 })
  const top = box.y - head - 16 * scale
  const under = paragraph(title, { size: 22, weight: 700, colour: 'ink' }, top)
  paragraph(note, { size: 13, weight: 400, colour: 'soft' }, top + under + 4 * scale)

  let bottom = box.y + box.height + 16 * scale
  shapes.push({
    is: 'line',
    x1: left,
    y1: bottom,
    x2: left + width,
    y2: bottom,
    stroke: { colour: 'line', width: scale },
  })
  bottom += 12 * scale
  bottom += keys(legend, shapes, { left, top: bottom, width, scale })
  bottom += paragraph(foot, { size: 11, weight: 400, colour: 'soft' }, bottom + 4 * scale) + 4 * scale
  return {
    box: {
      x: left - margin,
      y: top - margin,
      width: width + margin * 2,
      height: bottom - top + margin * 2,
    },
    shapes,
  }

  function heightOf(text: string, face: Face) {
    const size = face.size * scale
    return wrapped(text, { ...face, size }, width).length * size * lineHeight
  }
}

/** The legend as a row that wraps; returns its height. */
function keys(
  legend: readonly LegendEntry[],
  shapes: Shape[],
  { left, top, width, scale }: { left: number; top: number; width: number; scale: number },
): number {
  const face = { size: 12 * scale, weight: 400 }
  const row = 24 * scale
  let x = left
  let y = top
  for (const entry of legend) {
    const text = entry.count === undefined ? entry.text : `${entry.text} ${formatNumber(entry.count)}`
    const wide = swatch.width + 8 + textWidth(text, face)
    if (x > left && x + wide > left + width) {
      x = left
      y += row
    }
    const middle = y + row / 2
    for (const shape of entry.shapes) shapes.push(moved(shape, x, middle - swatch.height / 2))
    shapes.push({
      is: 'text',
      x: x + swatch.width + 8,
      y: middle + face.size * 0.35,
      lines: [text],
      ...face,
      colour: 'ink',
    })
    x += wide + 20 * scale
  }
  return legend.length ? y + row - top : 0
}
