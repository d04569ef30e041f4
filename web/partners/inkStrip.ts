import type { Scene, Shape } from '../drawing/ink.ts'
import { textWidth } from '../drawing/letters.ts'
import { round } from '../drawing/yearLine.ts'
import { nameFace, saidFace, yearsHeight, type Bar, type Strip } from './strip.ts'

const thick = 10

/** The bars of a strip with their names, on a ground of years. */
export function stripScene({ width, height, bars, ticks, left, right }: Strip): Scene {
  const years = ticks.flatMap(({ x, middle, year, isNamed }): Shape[] => {
    const stroke = { colour: 'line', width: 1 } as const
    const line: Shape = {
      is: 'line',
      x1: x,
      y1: yearsHeight - 4,
      x2: x,
      y2: isNamed ? height : yearsHeight,
      stroke,
    }
    const face = { size: 11, weight: 400 }
    const words: Shape = {
      is: 'text',
      x: middle,
      y: 11,
      lines: [String(year)],
      ...face,
      colour: 'soft',
      anchor: 'middle',
    }
    return isNamed ? [line, words] : [line]
  })
  const foot: Shape = {
    is: 'line',
    x1: left,
    y1: yearsHeight,
    x2: right,
    y2: yearsHeight,
    stroke: { colour: 'line', width: 1 },
  }
  return {
    box: { x: 0, y: 0, width, height },
    shapes: [...years, foot, ...bars.flatMap((bar) => [barShape(bar), ...words(bar)])],
  }
}

/** Full when it goes on, hollow when it is over, hatched when nobody knows since when. */
export function barShape({
  x1,
  x2,
  y,
  family,
  certainty,
}: Pick<Bar, 'x1' | 'x2' | 'y' | 'family' | 'certainty'>): Shape {
  const inset = certainty === 'known' ? 0 : 0.8
  const box = {
    is: 'box',
    x: round(x1 + inset),
    y: round(y - thick / 2 + inset),
    width: round(Math.max(1, x2 - x1 - inset * 2)),
    height: thick - inset * 2,
    r: 2.5,
  } as const
  if (certainty === 'known') return { ...box, fill: family }
  if (certainty === 'past') return { ...box, fill: 'paper', stroke: { colour: family, width: 1.6 } }
  return { ...box, fill: 'paper', hatch: family, stroke: { colour: family, width: 0.8 } }
}

function words({ name, said, labelX, labelY }: Bar): Shape[] {
  const after = round(labelX + textWidth(name, nameFace) + 8)
  const look = { is: 'text', y: labelY, halo: { colour: 'paper', width: 3 } } as const
  return [
    { ...look, x: labelX, lines: [name], ...nameFace, colour: 'ink' },
    { ...look, x: after, lines: [said], ...saidFace, colour: 'soft' },
  ]
}
