import type { Colour, Path, Scene, Shape } from '../drawing/ink.ts'
import { classOf, tintOf } from './classes.ts'
import { pathOf, type Plot } from './ground.ts'
import type { Drawn } from './drawn.ts'
import { plain } from './faces.ts'

/** The land alone, until its figures are there. */
export const landScene = (drawn: Drawn): Scene => ({ box: boxOf(drawn), shapes: land(drawn) })

/** The whole map in pixels of its zoom. */
export const boxOf = ({ ground, k }: Pick<Drawn, 'ground' | 'k'>): Scene['box'] => {
  const { left, top, right, bottom } = ground.box
  return { x: left * k, y: top * k, width: (right - left) * k, height: (bottom - top) * k }
}

/** What lies under the figures: territories with their tints and borders, insets with their frames and names. */
export function land(drawn: Drawn): Shape[] {
  return [...areas(drawn), ...closeUp(drawn), ...frames(drawn)]
}

function areas(drawn: Drawn): Shape[] {
  const { ground, plots, inside, k } = drawn
  const told = new Set(plots)
  const others = Object.values(ground.plots)
    .flat()
    .filter((plot) => !told.has(plot) && plot !== inside)
  // Of levels that cover each other the widest is enough to say where one is.
  const widest = ground.plots.COUNTRY ?? ground.plots.REGION ?? []
  const behind = others.filter((plot) => widest.includes(plot))
  const borders = plots.length > 0 && plots !== ground.plots.REGION ? behind : []
  return [
    ...behind.map((plot): Shape => ({
      is: 'path',
      d: pathOf(plot.rings, k),
      fill: 'hull',
      stroke: { colour: 'hull-line', width: 1 },
    })),
    ...tinted(plots, drawn),
    ...borders.map((plot): Shape => outline(plot, k, 1.3)),
    ...(inside ? [border(inside, plots.length === 0, k)] : []),
  ]
}

/** Territories in the tint of their class, with thin borders. */
function tinted(plots: readonly Plot[], { valueOf, classes, k }: Drawn): Shape[] {
  return [
    ...plots.map((plot): Shape => ({ is: 'path', d: pathOf(plot.rings, k), fill: 'panel' })),
    ...plots.flatMap((plot): Shape[] => {
      const place = classOf(classes, valueOf(plot.code))
      return place < 0 ? [] : [{ is: 'path', d: pathOf(plot.rings, k), fill: 'soft', opacity: tintOf(place) }]
    }),
    // Between two dark tints a thin border alone would not be seen.
    ...plots.map((plot): Shape => outline(plot, k, 2.2, 'panel')),
    ...plots.map((plot): Shape => outline(plot, k, 0.8)),
  ]
}

const outline = ({ rings }: Plot, k: number, width: number, colour: Colour = 'edge'): Path => ({
  is: 'path',
  d: pathOf(rings, k),
  stroke: { colour, width },
})

const border = (plot: Plot, isAlone: boolean, k: number): Shape => {
  const shape = outline(plot, k, 1.6)
  return isAlone ? { ...shape, fill: 'panel' } : shape
}

/** What is too small on the map, larger in its inset, and where on the map that is. */
function closeUp(drawn: Drawn): Shape[] {
  const { ground, k } = drawn
  if (!ground.closeUp) return []
  const { plots, of } = ground.closeUp
  return [
    ...tinted(plots, drawn),
    {
      is: 'box',
      x: of.left * k,
      y: of.top * k,
      width: (of.right - of.left) * k,
      height: (of.bottom - of.top) * k,
      r: 2,
      stroke: { colour: 'soft', width: 1 },
    },
  ]
}

/** The frames of the insets with their names. */
function frames({ ground, k }: Drawn): Shape[] {
  return ground.pieces.flatMap((piece): Shape[] => {
    const { frame, x, y, title } = piece
    if (title === null) return []
    const isClose = piece === ground.closeUp?.piece
    const pad = isClose ? 0 : 8
    const box = {
      x: (x - pad) * k,
      y: (y - pad) * k,
      width: (frame.width + pad * 2) * k,
      height: (frame.height + pad * 2) * k,
    }
    return [
      { is: 'box', ...box, r: 3, stroke: { colour: isClose ? 'soft' : 'line', width: 1 } },
      { is: 'text', x: box.x + 1, y: box.y - 4, lines: [title], ...plain, colour: 'soft' },
    ]
  })
}
