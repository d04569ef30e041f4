import { area, convexHull, isInside, share, type Point } from './hulls.ts'
import { crosses, type Measure } from './labels.ts'
import { settle, type Body, type Spacing, type Spring } from './forces.ts'
import { upTo, type Mark, type Network } from './network.ts'
import { picture, nameTexts, type Picture, type Positions, type Shape } from './picture.ts'

/** Room that each name takes, measured once: a worker has no text to measure. */
export type Widths = Record<string, number>

const spacings: Record<Shape, Spacing> = {
  wide: { across: 0.66, distance: 56, between: 30, initiative: 7 },
  tall: { across: 1, distance: 34, between: 22, initiative: 8 },
}
const pairsAMoment = 9_000_000

/** How many arrangements are tried: as many as fit in a quarter of a second or so, never fewer than two. */
export function tries(count: number): number {
  return Math.round(Math.min(40, Math.max(2, pairsAMoment / (Math.max(1, count * count) * 240))))
}

/** Positions for every mark, in pixels at zoom 1 around (0, 0). The same network always gets the same ones. */
export function arrange(
  network: Network,
  shape: Shape,
  measure: Measure,
  onProgress: (part: number) => void = () => {},
): Map<string, Point> {
  const positions = new Map<string, Point>()
  const stages = [...new Set(network.marks.map((mark) => mark.stage))].sort((a, b) => a - b)
  for (const [done, stage] of stages.entries()) {
    const part = upTo(network, stage)
    for (const [id, at] of cheapest(part, positions, shape, measure, (part) =>
      onProgress((done + part) / stages.length),
    ))
      positions.set(id, at)
  }
  return positions
}

function cheapest(
  network: Network,
  kept: Positions,
  shape: Shape,
  measure: Measure,
  onProgress: (part: number) => void,
): Positions {
  let best: Positions = kept
  let least = Infinity
  const count = tries(network.marks.length) * (kept.size ? 2 : 1)
  for (let seed = 1; seed <= count; seed += 1) {
    const positions = run(network, kept, shape, seed)
    const cost = expense(network, positions, shape, measure)
    onProgress(seed / count)
    if (cost >= least) continue
    least = cost
    best = positions
  }
  return best
}

/** A small generator of pseudo-random numbers (mulberry32), so that a seed gives the same map everywhere. */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function run(network: Network, kept: Positions, shape: Shape, seed: number): Positions {
  const random = seeded(seed * 7919)
  const { marks } = network
  const growth = Math.max(0.55, Math.sqrt(marks.length / (shape === 'tall' ? 46 : 50)))
  const half = shape === 'tall' ? { x: 150 * growth, y: 330 * growth } : { x: 540 * growth, y: 300 * growth }
  const anchors = kept.size ? openedAnchors(network, kept, random) : groupAnchors(marks, half, random)
  const focuses = centres(marks)
  const groups = [...anchors.keys()]
  const index = new Map(marks.map((mark, at) => [mark.id, at]))
  const shown = new Map(marks.map((mark) => [mark.id, 0]))
  for (const tie of network.ties)
    for (const end of [tie.partner, tie.initiative]) shown.set(end, (shown.get(end) ?? 0) + 1)

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
  settle(bodies, springs, spacings[shape], insideHull, random, marks.length > 150 ? 260 : 420)
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
    if (shown.get(partner) === 1 || leaves === 1)
      return { length: (58 + Math.max(0, leaves - 7) * 3) * small, strength: 0.6 }
    return { length: 110 * small, strength: 0.1 }
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

/** What one came for stands in the middle, unless it is a crowd. */
function centres(marks: readonly Mark[]): Mark[] {
  const focuses = marks.filter((mark) => mark.isFocus)
  return focuses.length <= 4 ? focuses : []
}

function centreOf(index: number, count: number, half: Point): Point {
  if (count === 1) return { x: 0, y: 0 }
  const angle = Math.PI + (index / count) * Math.PI * 2
  return { x: Math.cos(angle) * half.x * 0.36, y: Math.sin(angle) * half.y * 0.36 }
}

/** Families get sectors around the middle, in proportion to the root of their members; the seed shuffles them. */
function groupAnchors(marks: readonly Mark[], half: Point, random: () => number): Map<string, Point> {
  const members = new Map<string, number>()
  for (const { group } of marks) if (group) members.set(group, (members.get(group) ?? 0) + 1)
  const centred = new Set(centres(marks).map((mark) => mark.group))
  const order = [...members]
    .filter(([group]) => !centred.has(group))
    .map(([group, count]) => ({ group, share: Math.sqrt(count), turn: random() }))
    .sort((a, b) => a.turn - b.turn)
  const whole = order.reduce((sum, { share }) => sum + share, 0) || 1
  const anchors = new Map<string, Point>()
  for (const group of centred) if (group) anchors.set(group, { x: 0, y: 0 })
  let angle = random() * Math.PI * 2
  for (const { group, share } of order) {
    const sector = (share / whole) * Math.PI * 2
    const middle = angle + sector / 2
    const isOnly = order.length === 1 && anchors.size === 0
    anchors.set(
      group,
      isOnly ? { x: 0, y: 0 } : { x: Math.cos(middle) * half.x * 0.64, y: Math.sin(middle) * half.y * 0.62 },
    )
    angle += sector
  }
  return anchors
}

/** What an opened node brings goes to the rest of its group, or to a free side of the node, as the seed says. */
function openedAnchors(network: Network, kept: Positions, random: () => number): Map<string, Point> {
  const anchors = new Map<string, Point>()
  const places = new Map<string, Point[]>()
  for (const { id, group } of network.marks) {
    const at = kept.get(id)
    if (group && at) places.set(group, [...(places.get(group) ?? []), at])
  }
  for (const { id, group } of network.marks) {
    if (!group || anchors.has(group)) continue
    const own = places.get(group)
    if (own) {
      anchors.set(group, mean(own))
      continue
    }
    const from = network.ties
      .flatMap((tie) => (tie.initiative === id ? [tie.partner] : tie.partner === id ? [tie.initiative] : []))
      .map((other) => kept.get(other))
      .find((at) => at !== undefined) ?? { x: 0, y: 0 }
    const angle = Math.atan2(from.y, from.x) + (random() - 0.5) * Math.PI * 1.3
    const distance = 130 + random() * 460
    anchors.set(group, {
      x: from.x + Math.cos(angle) * distance * 1.2,
      y: from.y + Math.sin(angle) * distance * 0.8,
    })
  }
  return anchors
}

const mean = (points: readonly Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})

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

/** Every text whose width the names of these marks may need, as one table a worker can be given. */
export function widths(network: Network, shape: Shape, measure: Measure): Widths {
  const table: Widths = {}
  const record: Measure = (text, size, weight) =>
    (table[`${text} ${size} ${weight}`] = measure(text, size, weight))
  for (const mark of network.marks) nameTexts(mark, shape, record)
  return table
}

/** Reads a table of widths; an unknown text is guessed from its length. */
export function tableMeasure(table: Widths): Measure {
  return (text, size, weight) => table[`${text} ${size} ${weight}`] ?? text.length * size * 0.55
}
