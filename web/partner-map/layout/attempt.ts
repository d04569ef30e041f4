import type { Positions } from '../picture/drawn.ts'
import type { Shape } from '../picture/rects.ts'
import { settle, type Body, type Spacing, type Spring } from './forces.ts'
import { isInside } from '../../drawing/inside.ts'
import { hubsOf } from '../picture/hubs.ts'
import { convexHull } from '../picture/hulls.ts'
import type { Mark, Network } from '../network.ts'
import { seeded } from './random.ts'
import { centreOf, centres, groupAnchors, openedAnchors } from './sectors.ts'

const spacings: Record<Shape, Spacing> = {
  wide: { across: 0.66, distance: 56, between: 30, initiative: 7 },
  tall: { across: 1, distance: 34, between: 22, initiative: 8 },
}

const many: Record<Shape, number> = { wide: 150, tall: 36 }
/** Between groups all lines meet: on a large map those who stand there keep more distance, in pixels. */
const openness = 18
/** Who has most links keeps this distance besides, or its name would find no room among those around it. */
const clearing: Record<Shape, (count: number) => number> = {
  wide: () => 110,
  tall: (count) => Math.min(190, 60 + count / 2),
}
/** Where a phone shows hundreds there is such room for a few only. */
const hundreds = { from: 150, hubs: 8 }

export function run(network: Network, kept: Positions, shape: Shape, seed: number): Positions {
  const random = seeded(seed * 7919)
  const { marks } = network
  const isMany = marks.length > many[shape]
  const growth = Math.max(0.55, Math.sqrt(marks.length / (shape === 'tall' ? 46 : 50)))
  const half = shape === 'tall' ? { x: 150 * growth, y: 330 * growth } : { x: 540 * growth, y: 300 * growth }
  const anchors = kept.size ? openedAnchors(network, kept, random) : groupAnchors(marks, half, random)
  const focuses = centres(marks)
  const groups = [...anchors.keys()]
  const index = new Map(marks.map((mark, at) => [mark.id, at]))
  const shown = new Map(marks.map((mark) => [mark.id, 0]))
  for (const tie of network.ties)
    for (const end of [tie.partner, tie.initiative]) shown.set(end, (shown.get(end) ?? 0) + 1)

  const isFull = shape === 'tall' && marks.length > hundreds.from
  const cleared = hubsOf(marks).slice(0, isFull ? hundreds.hubs : Infinity)
  const hubs = new Set(isMany ? cleared.map(({ id }) => id) : [])
  const room = clearing[shape](marks.length)
  const roomOf = (id: string) => (hubs.has(id) ? room : 0)

  const bodies = marks.map((mark): Body => {
    const keep = kept.get(mark.id)
    const group = mark.group ? groups.indexOf(mark.group) : -1
    const anchor = (mark.group && anchors.get(mark.group)) || { x: 0, y: 0 }
    const centre = focuses.includes(mark) ? centreOf(focuses.indexOf(mark), focuses.length, half) : null
    const pull = group < 0 ? 0.025 : kept.size ? 0.3 : 0.14
    const start = keep ??
      centre ?? { x: anchor.x + (random() - 0.5) * 160, y: anchor.y + (random() - 0.5) * 160 }
    return {
      x: start.x,
      y: start.y,
      isFixed: Boolean(keep ?? centre),
      isInitiative: mark.isInitiative,
      // Marks that a measure makes large need more than the usual distance.
      extra:
        Math.max(0, mark.size - 13) +
        (isMany && (mark.isBridge || !mark.group) ? openness : 0) +
        roomOf(mark.id),
      isFocus: focuses.includes(mark),
      isGhost: false,
      isBridge: mark.isBridge,
      group,
      anchor: {
        ...anchor,
        pullX: pull * (shape === 'tall' ? 1.5 : 1),
        pullY: pull * (shape === 'tall' ? 1 : 1.2),
      },
    }
  })
  const springs = network.ties.flatMap((tie): Spring[] => {
    const source = index.get(tie.initiative)
    const target = index.get(tie.partner)
    if (source === undefined || target === undefined) return []
    return [{ source, target, ...spring(tie.partner, tie.initiative) }]
  })
  marks.forEach((mark, at) => {
    const body = bodies[at]
    if (!body || !mark.isInitiative || (shown.get(mark.id) ?? 0) < 3 || kept.has(mark.id)) return
    springs.push({ source: at, target: bodies.length, length: shape === 'tall' ? 24 : 36, strength: 0.35 })
    bodies.push({
      ...body,
      x: body.x + random() * 40 - 20,
      y: body.y + random() * 40 - 20,
      isFixed: false,
      isInitiative: false,
      isFocus: false,
      isGhost: true,
      anchor: { x: 0, y: 0, pullX: 0, pullY: 0 },
    })
  })
  settle(bodies, springs, spacings[shape], insideHull, random, isMany ? 260 : 420)
  stepAside(marks, bodies, springs)
  return new Map(
    marks.map((mark, at) => [
      mark.id,
      { x: Math.round(bodies[at]?.x ?? 0), y: Math.round(bodies[at]?.y ?? 0) },
    ]),
  )

  function spring(partner: string, initiative: string): { length: number; strength: number } {
    const small = shape === 'tall' ? 0.68 : 1
    if (focuses.some((mark) => mark.id === partner || mark.id === initiative))
      return { length: 150 * small, strength: 0.12 }
    const leaves = shown.get(initiative) ?? 0
    const aside = roomOf(partner) + roomOf(initiative)
    if (shown.get(partner) === 1 || leaves === 1)
      return { length: (58 + Math.max(0, leaves - 7) * 3) * small + aside, strength: 0.6 }
    return { length: 110 * small + aside, strength: 0.1 }
  }
}

/** A mark that lies on a line of others steps beside it, or one would read a link that is not there. */
function stepAside(marks: readonly Mark[], bodies: Body[], springs: readonly Spring[]) {
  for (let round = 0; round < 3; round += 1)
    marks.forEach((mark, index) => {
      const body = bodies[index]
      if (!body || body.isFixed) return
      for (const { source, target } of springs) {
        const [from, to] = [bodies[source], bodies[target]]
        if (!from || !to || source === index || target === index || to.isGhost) continue
        const [dx, dy] = [to.x - from.x, to.y - from.y]
        const length = Math.hypot(dx, dy) || 1
        const along = ((body.x - from.x) * dx + (body.y - from.y) * dy) / length
        const beside = ((body.x - from.x) * dy - (body.y - from.y) * dx) / length
        const wanted = mark.size + 7
        if (along < 0 || along > length || Math.abs(beside) >= wanted) continue
        const step = (beside < 0 ? -wanted : wanted) - beside
        const [x, y] = [body.x + (dy / length) * step, body.y - (dx / length) * step]
        const isTaken = marks.some((other, at) => {
          const there = bodies[at]
          return there && at !== index && Math.hypot(there.x - x, there.y - y) < mark.size + other.size + 10
        })
        if (!isTaken) Object.assign(body, { x, y })
      }
    })
}

function insideHull(points: { x: number; y: number }[]): (x: number, y: number) => boolean {
  const polygon = convexHull(points)
  const xs = polygon.map((point) => point.x)
  const ys = polygon.map((point) => point.y)
  const middle = { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 }
  const wider = polygon.map((point) => {
    const distance = Math.hypot(point.x - middle.x, point.y - middle.y) || 1
    const part = (distance + 24) / distance
    return { x: middle.x + (point.x - middle.x) * part, y: middle.y + (point.y - middle.y) * part }
  })
  return (x, y) => isInside(wider, { x, y })
}
