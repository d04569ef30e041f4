import type { RoleFamily } from '../ui/roles.ts'
import type { Standing } from '../drawing/time.ts'
import {
  share,
  around,
  convexHull,
  corners,
  isInside,
  roundedPath,
  tenth,
  type Point,
  type Rect,
} from './hulls.ts'
import {
  balance,
  labelText,
  overlap,
  placeLabels,
  shorten,
  type Contour,
  type LabelText,
  type Line,
  type Measure,
  type Placed,
  type Wish,
} from './labels.ts'
import type { Group, Mark, Network, Tie } from './network.ts'

export type Shape = 'wide' | 'tall'
export type Positions = ReadonlyMap<string, Point>
export type Label = Placed & { kind: 'focus' | 'initiative' | 'partner'; group: string | null }
export type DrawnMark = { mark: Mark; at: Point; size: number; badge: Rect | null; label: Label | null }
export type DrawnStrand = { path: string; family: RoleFamily; standing: Standing; width: number }
export type DrawnTie = { tie: Tie; strands: DrawnStrand[]; isFromFocus: boolean }
export type Hull = Group & { path: string; polygon: Point[]; name: string; label: Placed | null }

/** All that is drawn of a network at one zoom, in pixels around the middle of the map. */
export type Picture = { hulls: Hull[]; ties: DrawnTie[]; marks: DrawnMark[]; box: Rect; zoom: number }

type Options = {
  zoom: number
  shape: Shape
  measure: Measure
  /** Its name is placed before all others. */
  selected?: string | null
  /** Names are for looking, not for counting: a layout that only compares itself can leave them out. */
  withNames?: boolean
}

const badgeSize = { width: 24, height: 16 }
const leafNamesFrom = 0.6
const smallest = 0.1
const largest = 1.3

/** Marks keep about their size while the distances grow with the zoom. */
export const markScale = (zoom: number) => Math.max(0.62, Math.min(1.5, Math.sqrt(zoom)))

export function picture(network: Network, positions: Positions, options: Options): Picture {
  const { zoom, shape, measure, selected = null, withNames = true } = options
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
  const lines: Line[] = network.ties.flatMap((tie) => {
    const from = byId.get(tie.partner)?.at
    const to = byId.get(tie.initiative)?.at
    return from && to ? [{ from, to, ends: [tie.partner, tie.initiative] as const }] : []
  })
  const contours = groupContours(network.groups, drawn, shape)

  if (withNames) {
    const wishes = drawn.flatMap((one) => nameWish(one, { zoom, shape, measure, selected }))
    const labels = placeLabels(wishes, {
      marks: drawn.map((one) => ({ id: one.mark.id, box: markBox(one) })),
      badges: drawn.flatMap((one) => one.badge ?? []),
      lines,
      hulls: contours,
      bounds: labelBounds(drawn, shape),
    })
    for (const one of drawn) {
      const label = labels.get(one.mark.id)
      if (!label) continue
      const kind = one.mark.isFocus ? 'focus' : one.mark.isInitiative ? 'initiative' : 'partner'
      one.label = { ...label, kind, group: null }
    }
  }
  const hulls = withNames ? namedHulls(contours, network.groups, drawn, measure, shape) : []
  for (const one of drawn) {
    const box = one.label?.box
    const within = box && hulls.find((hull) => corners(box).every((corner) => isInside(hull.polygon, corner)))
    if (one.label && within) one.label.group = within.id
  }
  const ties = network.ties.flatMap((tie) => drawnTie(tie, byId, scale))
  return { hulls, ties, marks: drawn, box: extent(drawn, hulls), zoom }
}

/** The widths that a set of marks wants for its names; used before anything has a place. */
export function nameTexts(mark: Mark, shape: Shape, measure: Measure): LabelText[] {
  const wrapped = (most: number, size: number, weight: number) =>
    labelText(balance(mark.name, most), size, weight, measure)
  const single = (most: number, size: number, weight: number) =>
    labelText([shorten(mark.name, most)], size, weight, measure)
  const isTall = shape === 'tall'
  if (mark.isFocus && mark.size > 13) {
    const large = isTall
      ? [wrapped(18, 15, 700), wrapped(12, 15, 700)]
      : [wrapped(26, 17, 700), wrapped(16, 17, 700)]
    return [...large, wrapped(14, 13, 700), single(12, 13, 700)]
  }
  if (mark.isInitiative || mark.isFocus)
    return isTall
      ? [wrapped(17, 12, 600), wrapped(12, 12, 600), single(13, 12, 600)]
      : [wrapped(24, 13, 600), wrapped(16, 13, 600), single(16, 13, 600)]
  const size = isTall ? 11.5 : 12
  return [wrapped(20, size, 400), wrapped(14, size, 400), single(16, size, 400)]
}

function nameWish(
  { mark, at, size, badge }: DrawnMark,
  {
    zoom,
    shape,
    measure,
    selected,
  }: Required<Pick<Options, 'zoom' | 'shape' | 'measure'>> & {
    selected: string | null
  },
): Wish[] {
  const isSelected = mark.id === selected
  const isLeaf = !mark.isFocus && !mark.isInitiative && !mark.isBridge && !isSelected
  if (isLeaf && (shape === 'tall' ? zoom < 1.5 : zoom < leafNamesFrom)) return []
  const texts = nameTexts(mark, shape, measure)
  const kind = mark.size > 13 ? 4000 : isSelected ? 3000 : mark.isInitiative ? 2000 : mark.isBridge ? 1000 : 0
  return [
    {
      id: mark.id,
      at,
      reach: mark.isFocus ? size + 8 : isSelected ? size + 6 : size,
      texts: isSelected ? [...texts, labelText([shorten(mark.name, 9)], 12, 600, measure)] : texts,
      rank: kind + mark.shown,
      patience: mark.size > 13 || isSelected ? Infinity : mark.isInitiative ? 40 : mark.isBridge ? 14 : 6,
      farthest: mark.size > 13 || isSelected ? 64 : mark.isInitiative ? 14 : 0,
      group: mark.group,
      badge,
    },
  ]
}

/** A badge sits at the corner of its mark that is free: top right first. */
function placeBadges(drawn: readonly DrawnMark[]) {
  const taken = drawn.map((one) => ({ one, box: markBox(one) }))
  for (const one of drawn) {
    const { mark, at, size } = one
    if (mark.missing === 0 || mark.isFocus) continue
    const width = badgeSize.width + (mark.missing > 9 ? 6 : 0) + (mark.missing > 99 ? 6 : 0)
    const [right, left] = [at.x + size * 0.55, at.x - size * 0.55 - width]
    const [above, below] = [at.y - size - 12, at.y + size - 4]
    const places = [
      { x: right, y: above },
      { x: left, y: above },
      { x: right, y: below },
      { x: left, y: below },
    ].map(({ x, y }) => ({ x: tenth(x), y: tenth(y), width, height: badgeSize.height }))
    const free = places.find(
      (place) => !taken.some((other) => other.one !== one && overlap(other.box, place)),
    )
    one.badge = free ?? null
    if (free) taken.push({ one, box: free })
  }
}

/** Names may reach out of the cloud of marks, on a phone hardly: there each pixel beside it makes all of it smaller. */
function labelBounds(drawn: readonly DrawnMark[], shape: Shape): Rect {
  const reach = shape === 'tall' ? { x: 20, y: 40 } : { x: 190, y: 80 }
  const { x, y, width, height } = extent(drawn, [])
  return { x: x - reach.x, y: y - reach.y, width: width + reach.x * 2, height: height + reach.y * 2 }
}

export function markBox({ mark, at, size }: Pick<DrawnMark, 'mark' | 'at' | 'size'>): Rect {
  const reach = size + (mark.isFocus ? 8 : 2)
  return { x: at.x - reach, y: at.y - reach, width: reach * 2, height: reach * 2 }
}

/** A hull for each family that has a name and at least two marks here. */
function groupContours(groups: readonly Group[], drawn: readonly DrawnMark[], shape: Shape): Contour[] {
  const distance = shape === 'tall' ? 10 : 17
  return groups.flatMap(({ id }) => {
    const members = drawn.filter((one) => one.mark.group === id)
    if (members.length < 2 || !members.some((one) => one.mark.isInitiative)) return []
    return [
      { group: id, polygon: convexHull(members.flatMap((one) => around(one.at, one.size + distance - 4))) },
    ]
  })
}

/** Contours take in the names of their members where no stranger falls in, then get their own names. */
function namedHulls(
  contours: readonly Contour[],
  groups: readonly Group[],
  drawn: readonly DrawnMark[],
  measure: Measure,
  shape: Shape,
): Hull[] {
  const bounds = labelBounds(drawn, shape)
  const grown: Contour[] = contours.map((contour) => ({ ...contour }))
  for (const contour of grown) {
    for (const one of drawn) {
      if (one.mark.group !== contour.group || !one.label) continue
      const { x, y, width, height } = one.label.box
      const room = { x: x - 7, y: y - 5, width: width + 14, height: height + 10 }
      const wider = convexHull([...contour.polygon, ...corners(room)])
      const isFree =
        drawn.every((other) => other.mark.group === contour.group || !isInside(wider, other.at)) &&
        drawn.every(
          (other) =>
            other.mark.group === contour.group ||
            !other.label ||
            !corners(other.label.box).some((corner) => isInside(wider, corner)),
        ) &&
        grown.every((other) => other === contour || !share(wider, other.polygon))
      if (isFree) contour.polygon = wider
    }
  }
  const taken = drawn.flatMap((one) => [
    markBox(one),
    ...(one.label ? [one.label.box] : []),
    ...(one.badge ? [one.badge] : []),
  ])
  return [...grown]
    .sort((a, b) => Math.min(...a.polygon.map(({ y }) => y)) - Math.min(...b.polygon.map(({ y }) => y)))
    .map((contour) => {
      const name = groups.find(({ id }) => id === contour.group)?.name ?? ''
      const spaced: Measure = (line, size, weight) => measure(line, size, weight) * 1.12
      const label = [shape === 'tall' ? 26 : 36, 20]
        .map((most) => labelText([shorten(name, most)], 13, 600, spaced))
        .reduce<Placed | null>((found, text) => found ?? hullName(contour, text, taken, grown, bounds), null)
      if (label) taken.push(label.box)
      return { id: contour.group, name, path: roundedPath(contour.polygon), polygon: contour.polygon, label }
    })
}

/** Outside the contour, along its edges: the top first, then the bottom and the sides. */
function hullName(
  contour: Contour,
  text: LabelText,
  taken: readonly Rect[],
  all: readonly Contour[],
  bounds: Rect,
): Placed | null {
  const { polygon, group } = contour
  const middle = {
    x: polygon.reduce((sum, { x }) => sum + x, 0) / polygon.length,
    y: polygon.reduce((sum, { y }) => sum + y, 0) / polygon.length,
  }
  let best: Placed | null = null
  let least = Infinity
  for (let step = 0; step < 48; step += 1) {
    const angle = -Math.PI / 2 + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * (Math.PI / 24)
    const towards = { x: Math.cos(angle), y: Math.sin(angle) }
    const rim = Math.max(
      ...polygon.map(({ x, y }) => (x - middle.x) * towards.x + (y - middle.y) * towards.y),
    )
    const tip = polygon.find(
      ({ x, y }) => (x - middle.x) * towards.x + (y - middle.y) * towards.y >= rim - 0.01,
    )
    if (!tip) continue
    const side = Math.max(-1, Math.min(1, towards.x * 1.6))
    const rise = Math.max(-1, Math.min(1, towards.y * 1.6))
    const within = (value: number) =>
      Math.max(bounds.x + text.width / 2, Math.min(bounds.x + bounds.width - text.width / 2, value))
    const x = within(tip.x + towards.x * 8 + (side * text.width) / 2)
    const y = tip.y + towards.y * 8 + (rise * text.height) / 2
    const box = {
      x: tenth(x - text.width / 2),
      y: tenth(y - text.height / 2),
      width: text.width,
      height: text.height,
    }
    if (taken.some((other) => overlap(other, box, 3))) continue
    const wider = { x: box.x - 8, y: box.y - 10, width: box.width + 16, height: box.height + 20 }
    const foreign = all.filter((other) => other.group !== group)
    const cost =
      step * 0.15 +
      foreign.filter((other) => corners(wider).some((corner) => isInside(other.polygon, corner))).length * 6 +
      (corners(box).some((corner) => isInside(polygon, corner)) ? 4 : 0)
    if (cost >= least) continue
    least = cost
    best = {
      id: group,
      box,
      leader: null,
      anchor: 'middle',
      text,
      x: tenth(x),
      y: tenth(box.y + text.size * 0.95),
    }
  }
  return best
}

function drawnTie(tie: Tie, byId: ReadonlyMap<string, DrawnMark>, scale: number): DrawnTie[] {
  const partner = byId.get(tie.partner)
  const initiative = byId.get(tie.initiative)
  if (!partner || !initiative) return []
  const dx = initiative.at.x - partner.at.x
  const dy = initiative.at.y - partner.at.y
  const length = Math.hypot(dx, dy) || 1
  const along = { x: dx / length, y: dy / length }
  const start = edge(partner, along)
  const end = edge(initiative, along)
  if (start + end >= length) return []
  const strands = tie.strands.map((strand, index): DrawnStrand => {
    const offset = (index - (tie.strands.length - 1) / 2) * 4 * scale
    const aside = { x: -along.y * offset, y: along.x * offset }
    const from = { x: partner.at.x + along.x * start + aside.x, y: partner.at.y + along.y * start + aside.y }
    const to = { x: initiative.at.x - along.x * end + aside.x, y: initiative.at.y - along.y * end + aside.y }
    return {
      path: `M${tenth(from.x)},${tenth(from.y)}L${tenth(to.x)},${tenth(to.y)}`,
      family: strand.family,
      standing: strand.standing,
      width: strand.isStrong ? 2.6 : 1.6,
    }
  })
  return [{ tie, strands, isFromFocus: partner.mark.isFocus || initiative.mark.isFocus }]
}

/** Where a line leaves its mark: on the ring, the disc or the side of the square. */
function edge({ mark, size }: DrawnMark, along: Point): number {
  const rim = size + (mark.isFocus ? 7.5 : 1.5)
  return mark.isInitiative ? rim : rim / Math.max(Math.abs(along.x), Math.abs(along.y))
}

/** The picture at the zoom at which all of it, names included, fits a surface of that size. */
export function fitted(
  network: Network,
  positions: Positions,
  size: { width: number; height: number },
  options: Omit<Options, 'zoom'>,
): Picture {
  const xs = network.marks.map((mark) => positions.get(mark.id)?.x ?? 0)
  const ys = network.marks.map((mark) => positions.get(mark.id)?.y ?? 0)
  const span = { x: Math.max(...xs) - Math.min(...xs), y: Math.max(...ys) - Math.min(...ys) }
  let drawn = picture(network, positions, { ...options, zoom: 1 })
  for (let round = 0; round < 3; round += 1) {
    // Names keep their size at any zoom: only what lies between the marks shrinks and grows.
    const room = (whole: number, taken: number, between: number) =>
      Math.max(whole * 0.5, whole - (taken - between * drawn.zoom)) / Math.max(1, between)
    const zoom = Math.min(
      room(size.width, drawn.box.width, span.x),
      room(size.height, drawn.box.height, span.y),
    )
    drawn = picture(network, positions, { ...options, zoom: Math.max(smallest, Math.min(largest, zoom)) })
  }
  return drawn
}

function extent(drawn: readonly DrawnMark[], hulls: readonly Hull[]): Rect {
  const boxes = drawn.flatMap((one) => [
    markBox(one),
    ...(one.label ? [one.label.box] : []),
    ...(one.badge ? [one.badge] : []),
  ])
  const points = [
    ...boxes.flatMap(corners),
    ...hulls.flatMap((hull) => [...hull.polygon, ...(hull.label ? corners(hull.label.box) : [])]),
  ]
  if (points.length === 0) return { x: 0, y: 0, width: 1, height: 1 }
  const xs = points.map(({ x }) => x)
  const ys = points.map(({ y }) => y)
  const x = Math.min(...xs)
  const y = Math.min(...ys)
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y }
}
