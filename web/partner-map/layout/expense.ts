import { markBox, type Picture, type Positions } from '../picture/drawn.ts'
import { isInside } from '../../drawing/inside.ts'
import { area, convexHull, corners, share, type Point } from '../picture/hulls.ts'
import type { Network } from '../network.ts'
import { picture } from '../picture/picture.ts'
import { crosses, type Shape } from '../picture/rects.ts'
import type { Measure } from '../picture/wording.ts'

/** What a name costs at most that lines strike out or that is cut: less than none at all. */
const poorName = 8

/** What is wrong with an arrangement, in points: crossings, lines through marks, tight spokes, strangers, hidden names. */
export function expense(network: Network, positions: Positions, shape: Shape, measure: Measure): number {
  const isSmall = network.marks.length <= 90
  const drawn = picture(network, positions, { zoom: 1, shape, measure, withNames: isSmall })
  const at = (id: string) => positions.get(id) ?? { x: 0, y: 0 }
  const lines = network.ties.map((tie) => ({ from: at(tie.partner), to: at(tie.initiative), tie }))
  let cost = 0
  lines.forEach((one, index) => {
    for (let other = index + 1; other < lines.length; other += 1) {
      const two = lines[other]
      if (!two) continue
      const isShared = one.tie.partner === two.tie.partner || one.tie.initiative === two.tie.initiative
      if (!isShared && meet(one.from, one.to, two.from, two.to)) cost += 4
      else if (isShared && closeSpokes(one, two)) cost += 7
    }
    for (const { mark, at: spot, size } of drawn.marks) {
      if (mark.id === one.tie.partner || mark.id === one.tie.initiative) continue
      if (crosses(one, { x: spot.x - size, y: spot.y - size, width: size * 2, height: size * 2 }))
        cost += mark.isBridge ? 16 : 9
    }
  })
  cost += strangers(network, drawn) + overlapping(drawn)
  // The ground that it takes once it is fitted into a surface of its shape.
  const aspect = shape === 'tall' ? 0.66 : 1.85
  cost += Math.max(drawn.box.width, drawn.box.height * aspect) ** 2 / aspect / 6000
  if (isSmall)
    for (const { mark, label } of drawn.marks)
      if (!label && shape === 'wide') cost += mark.isInitiative ? 90 : mark.isBridge ? 25 : 9
      else if (!label && mark.isInitiative) cost += 60
      else if (label) cost += Math.min(poorName, label.cost)
  return cost
}

function strangers(network: Network, drawn: Picture): number {
  let cost = 0
  for (const { id } of network.groups) {
    const members = drawn.marks.filter((one) => one.mark.group === id)
    if (members.length < 3) continue
    const polygon = convexHull(members.map((one) => one.at))
    cost += area(polygon) / 4500
    for (const one of drawn.marks) if (one.mark.group !== id && isInside(polygon, one.at)) cost += 40
  }
  // Half in is as confusing as in.
  for (const { id, polygon } of drawn.hulls)
    for (const one of drawn.marks)
      if (one.mark.group !== id && corners(markBox(one)).some((corner) => isInside(polygon, corner)))
        cost += 25
  return cost
}

/** Two countries that share ground read as one. */
function overlapping({ hulls }: Picture): number {
  let cost = 0
  hulls.forEach((one, index) => {
    for (const other of hulls.slice(index + 1)) if (share(one.polygon, other.polygon)) cost += 60
  })
  return cost
}

type Segment = { from: Point; to: Point; tie: { partner: string } }

function closeSpokes(one: Segment, two: Segment): boolean {
  const isFromPartner = one.tie.partner === two.tie.partner
  const angle = ({ from, to }: Segment) =>
    isFromPartner ? Math.atan2(to.y - from.y, to.x - from.x) : Math.atan2(from.y - to.y, from.x - to.x)
  const apart = Math.abs(angle(one) - angle(two)) % (Math.PI * 2)
  return Math.min(apart, Math.PI * 2 - apart) < Math.PI / 11.25
}

function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const side = (p: Point, q: Point, r: Point) => (q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x)
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
