import type { Shape, Text } from '../drawing/ink.ts'
import { textWidth } from '../drawing/letters.ts'
import { formatNumber } from '../messages.ts'
import { around, isFree, type Box } from './boxes.ts'
import type { Drawn } from './drawn.ts'
import { halo, plain } from './faces.ts'
import type { Plan } from './plan.ts'
import { discsOf, type Disc } from './discs.ts'
import { crosses, lineOf } from './ways.ts'

/** The discs of a map: where a number says how many there are, a disc amid it would say it again. */
export function discsOn({
  ground,
  plots,
  spots,
  hasNames,
  k,
}: Pick<Drawn, 'ground' | 'plots' | 'spots' | 'hasNames' | 'k'>): Disc[] {
  const told = new Set(plots.map(({ code }) => code))
  const small = ground.pieces.length > 2 ? Math.min(6, Math.max(3, k * 10)) : 3.5
  return discsOf(
    spots.filter(({ code }) => !told.has(code)),
    k,
    hasNames ? 17 : small,
  )
}

/** A disc of initiatives: hollow where only the wider territory is known, faint where they lie outside or under a number. */
export function marks(
  { at, r, spots, count }: Disc,
  { selected, hasNames }: Drawn,
  labels: readonly { box: Box }[],
): Shape[] {
  const isVague = spots.every((spot) => spot.isVague)
  const isFar = spots.every((spot) => spot.isElsewhere)
  const isSelected = spots.some(({ code }) => code === selected)
  const isUnder = !isFree(
    around(at, r * 2 - 4, r * 2),
    labels.map(({ box }) => box),
  )
  const opacity = isUnder ? 0.3 : isFar ? 0.45 : 1
  return [
    ...(isSelected
      ? [{ is: 'disc', ...at, r: r + 3.5, stroke: { colour: 'accent', width: 2 } } as const]
      : []),
    {
      is: 'disc',
      ...at,
      r,
      fill: isVague ? 'paper' : 'ink',
      stroke: { colour: isVague ? 'ink' : 'paper', width: 1 },
      opacity,
    },
    ...(hasNames && count > 1 && r > 5.5
      ? [
          {
            is: 'text',
            x: at.x,
            y: at.y + 3.6,
            lines: [formatNumber(count)],
            size: 10,
            weight: 700,
            anchor: 'middle',
            colour: isVague ? 'ink' : 'paper',
            opacity,
          } as const,
        ]
      : []),
  ]
}

/** The names of communes beside their discs, those of most initiatives first, as far as there is room. */
export function discNames(
  discs: readonly Disc[],
  { nameOf, selected }: Drawn,
  { curves }: Plan,
  taken: Box[],
): Shape[] {
  const lines = [...curves.values()].map(lineOf)
  const crossed = (box: Box) => lines.filter((line) => crosses(line, box)).length
  return discs.flatMap(({ at, r: own, spots }): Shape[] => {
    const [first] = spots
    if (!first) return []
    // Clear of the ring too.
    const r = own + (spots.some(({ code }) => code === selected) ? 5 : 0)
    const more = spots.length > 1 ? ` + ${spots.length - 1}` : ''
    const name = `${nameOf(first.code)}${more}`
    const wide = textWidth(name, plain)
    const side = (x: number, y: number, anchor: Text['anchor'] = 'middle') => {
      const middle = anchor === 'start' ? x + wide / 2 : anchor === 'end' ? x - wide / 2 : x
      return { x, y: y + 4, anchor, box: around({ x: middle, y }, wide, 13) }
    }
    const near = r + 4.5
    const sides = [
      side(at.x + near, at.y, 'start'),
      side(at.x - near, at.y, 'end'),
      side(at.x, at.y - near - 4),
      side(at.x, at.y + near + 4),
      ...[-1, 1].flatMap((down) => [
        side(at.x - r, at.y + down * (near + 4), 'start'),
        side(at.x + r, at.y + down * (near + 4), 'end'),
      ]),
    ]
    const free = sides.filter(({ box }) => isFree(box, taken))
    const [best] = free.toSorted((one, other) => crossed(one.box) - crossed(other.box))
    if (!best) return []
    taken.push(best.box)
    const { x, y, anchor } = best
    return [{ is: 'text', x, y, lines: [name], ...plain, anchor, colour: 'ink', halo }]
  })
}
