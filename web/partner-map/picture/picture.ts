import { placeBadges } from './badges.ts'
import { groupContours, namedHulls } from './countries.ts'
import {
  extent,
  labelKind,
  labelBounds,
  markBox,
  type DrawnMark,
  type DrawnTie,
  type Options,
  type Picture,
  type Positions,
} from './drawn.ts'
import { isInside } from '../../drawing/inside.ts'
import { corners, tenth, type Point } from './hulls.ts'
import { placeNames } from './names.ts'
import type { Network } from '../network.ts'
import type { Line } from './rects.ts'
import { drawnTie, reachOfTie } from './strands.ts'
import { nameWish } from './wishes.ts'

/** Marks keep about their size while the distances grow with the zoom. */
export const markScale = (zoom: number) => Math.max(0.62, Math.min(1.5, Math.sqrt(zoom)))

export function picture(network: Network, positions: Positions, options: Options): Picture {
  const { zoom, shape, measure, selected = [], withNames = true, reach } = options
  const scale = markScale(zoom)
  const spot = (id: string): Point => {
    const { x, y } = positions.get(id) ?? { x: 0, y: 0 }
    return { x: tenth(x * zoom), y: tenth(y * zoom) }
  }
  const drawn = network.marks.map((mark): DrawnMark => {
    const at = spot(mark.id)
    const size = tenth(mark.size * scale * (shape === 'tall' && !mark.isFocus ? 0.9 : 1))
    return { mark, at, size, badge: null, label: null }
  })
  placeBadges(drawn)
  const byId = new Map(drawn.map((one) => [one.mark.id, one]))
  const straight = network.ties.flatMap((tie): Line[] => {
    const from = byId.get(tie.partner)?.at
    const to = byId.get(tie.initiative)?.at
    return from && to
      ? [{ from, to, ends: [tie.partner, tie.initiative], reach: reachOfTie(tie, scale) }]
      : []
  })
  const contours = groupContours(network.groups, drawn, shape)
  if (!withNames) return { hulls: [], ties: tiesAlong(straight), marks: drawn, box: extent(drawn, []), zoom }

  const twelfth = drawn.map(({ mark }) => mark.shown).sort((a, b) => b - a)[11] ?? 0
  const linksOfHub = Math.max(4, twelfth)
  const wishes = drawn.flatMap((one) => nameWish(one, { zoom, shape, measure, selected, linksOfHub }))
  const { labels, lines } = placeNames(wishes, {
    marks: drawn.map((one) => ({ id: one.mark.id, box: markBox(one) })),
    badges: drawn.flatMap((one) => one.badge ?? []),
    lines: straight,
    hulls: contours,
    bounds: labelBounds(drawn, shape, reach),
  })
  for (const one of drawn) {
    const label = labels.get(one.mark.id)
    if (label) one.label = { ...label, kind: labelKind(one.mark), group: null }
  }
  const hulls = namedHulls(contours, network.groups, drawn, lines, { measure, shape, reach })
  for (const one of drawn) {
    const box = one.label?.box
    const within = box && hulls.find((hull) => corners(box).every((corner) => isInside(hull.polygon, corner)))
    if (one.label && within) one.label.group = within.id
  }
  return { hulls, ties: tiesAlong(lines), marks: drawn, box: extent(drawn, hulls), zoom }

  function tiesAlong(ways: readonly Line[]): DrawnTie[] {
    const bends = new Map(ways.flatMap(({ ends, by }) => (by ? [[ends.join(' '), by] as const] : [])))
    return network.ties.flatMap((tie) => drawnTie(tie, byId, scale, bends.get(tie.id)))
  }
}
