import type { Colour, Scene, Shape, Stroke } from '../ink.ts'
import { levelStrokes, type Level } from '../levels.ts'
import { round } from '../yearLine.ts'
import { lineageOf, type Kin } from './kin.ts'
import { yearsHeight, type SmallTree, type Spot } from './smallTree.ts'

const aside = 0.38
const ringed = 3.5
const corner = 7
// Under this radius a disc has no room for a contour.
const dot = 2.2
// And under this one for a cross upon it.
const roomy = 3.4

/** A small tree as shapes: stems and arms, second parents as dashed lines, discs, the first and the last year. */
export function smallTreeScene(tree: SmallTree, cameFor?: string): Scene {
  const spots = new Map(tree.spots.map((spot) => [spot.kin, spot]))
  const lit = cameFor ? lineageOf(tree.roots, cameFor) : new Set<Kin>()
  const isLit = (kin: Kin) => lit.size === 0 || lit.has(kin)
  const inLight = (kins: Kin[]) => (kins.every(isLit) ? {} : { opacity: aside })
  const [dim, bright] = [
    tree.spots.filter(({ kin }) => !isLit(kin)),
    tree.spots.filter(({ kin }) => isLit(kin)),
  ]
  const inOrder = [...dim, ...bright]
  const shapes: Shape[] = axis(tree)
  for (const { kin, x, y, r } of inOrder) {
    for (const { parent, level } of kin.others) {
      const from = spots.get(parent)
      if (from) shapes.push({ ...otherArm(from, { x, y, r }, level), ...inLight([kin, parent]) })
    }
  }
  for (const spot of inOrder) {
    const children = spot.kin.children.flatMap((kin) => spots.get(kin) ?? [])
    for (const half of [
      children.filter(({ kin }) => !isLit(kin)),
      children.filter(({ kin }) => isLit(kin)),
    ]) {
      const light = inLight([spot.kin, ...half.map(({ kin }) => kin)])
      for (const shape of branches(spot, half)) shapes.push({ ...shape, ...light })
    }
  }
  for (const spot of inOrder)
    for (const shape of disc(spot, spot.kin.row.id === cameFor))
      shapes.push({ ...shape, ...inLight([spot.kin]) })
  return { box: { x: 0, y: 0, width: tree.width, height: tree.height }, shapes }
}

function axis({ scale, height, breaks }: SmallTree): Shape[] {
  if (!scale) return []
  const y = height - yearsHeight + 4
  const stroke: Stroke = { colour: 'line', width: 1 }
  const year = (x: number, of: number, anchor: 'start' | 'end'): Shape => ({
    is: 'text',
    x,
    y: height - 3,
    lines: [String(of)],
    size: 11,
    weight: 400,
    colour: 'soft',
    anchor,
  })
  const last = scale.until - 1
  return [
    { is: 'line', x1: scale.left, y1: y, x2: scale.right, y2: y, stroke },
    ...breaks.map(({ x }): Shape => ({
      is: 'path',
      d: `M${x - 4},${y + 4}L${x},${y - 4}M${x + 1},${y + 4}L${x + 5},${y - 4}`,
      stroke: { colour: 'edge', width: 1 },
    })),
    year(scale.left, scale.from, 'start'),
    ...(last > scale.from ? [year(scale.right, last, 'end')] : []),
  ]
}

const stem: Stroke = { colour: 'edge', width: 1 }

/** One line down and up from the parent, then an arm along each child's row, which carries the level. */
function branches(parent: Spot, children: readonly Spot[]): Shape[] {
  let [top, bottom] = [parent.y, parent.y]
  const arms = children.flatMap((child): Shape[] => {
    if (!child.kin.level) return []
    const down = child.y >= parent.y ? 1 : -1
    const until = child.x - child.r
    const bend = Math.max(0, Math.min(corner, (until - parent.x) * 0.7, Math.abs(child.y - parent.y) / 2))
    const turn = round(child.y - down * bend)
    top = Math.min(top, turn)
    bottom = Math.max(bottom, turn)
    const along = `Q${parent.x},${child.y} ${round(parent.x + bend)},${child.y}H${round(Math.max(until, parent.x + bend))}`
    return [{ is: 'path', d: `M${parent.x},${turn}${along}`, stroke: smaller(levelStrokes[child.kin.level]) }]
  })
  if (arms.length === 0) return []
  return [{ is: 'line', x1: parent.x, y1: top, x2: parent.x, y2: bottom, stroke: stem }, ...arms]
}

const smaller = (stroke: Stroke): Stroke => ({
  ...stroke,
  width: round(stroke.width * 0.75),
  ...(stroke.dash ? { dash: [1.1, 3] } : {}),
})

function otherArm(parent: Spot, child: Pick<Spot, 'x' | 'y' | 'r'>, level: Level): Shape {
  const end = round(child.x - child.r)
  const middle = round((parent.x + end) / 2)
  return {
    is: 'path',
    d: `M${parent.x},${parent.y}C${middle},${parent.y} ${middle},${child.y} ${end},${child.y}`,
    stroke: { colour: levelStrokes[level].colour, width: 1, dash: [4, 3] },
  }
}

/** A disc in the colour of its level: hollow without a year, crossed when over, larger with a count when it stands for several. */
function disc({ kin, x, y, r, isDated }: Spot, isRinged: boolean): Shape[] {
  const colour: Colour = kin.level ? levelStrokes[kin.level].colour : 'ink'
  const isOver = kin.count === 1 && kin.row.isOver
  const shapes: Shape[] = isRinged
    ? [{ is: 'disc', x, y, r: r + ringed, fill: 'paper', stroke: { colour: 'ink', width: 1.6 } }]
    : []
  if (isOver && r < roomy)
    return [
      ...shapes,
      { is: 'path', d: cross(x, y, Math.max(2, r)), stroke: { colour: 'danger', width: 1.3 } },
    ]
  if (r < dot) shapes.push({ is: 'disc', x, y, r, fill: colour })
  else if (isOver || !isDated)
    shapes.push({ is: 'disc', x, y, r: round(r - 0.3), fill: 'paper', stroke: { colour, width: 1.3 } })
  else shapes.push({ is: 'disc', x, y, r, fill: colour, stroke: { colour: 'paper', width: 0.8 } })
  if (isOver && r >= dot)
    shapes.push({ is: 'path', d: cross(x, y, r), stroke: { colour: 'danger', width: 1.4 } })
  if (kin.count > 1 && r >= 6)
    shapes.push({
      is: 'text',
      x,
      y: y + 3,
      lines: [String(kin.count)],
      size: 8.5,
      weight: 700,
      colour: isDated ? 'paper' : 'ink',
      anchor: 'middle',
    })
  if (kin.hidden > 0)
    shapes.push({
      is: 'text',
      x: round(x + r + 3),
      y: y + 3.5,
      lines: [`+${kin.hidden}`],
      size: 10,
      weight: 600,
      colour: 'soft',
      halo: { colour: 'paper', width: 2.5 },
    })
  return shapes
}

function cross(x: number, y: number, r: number): string {
  const [left, right, top, bottom] = [x - r, x + r, y - r, y + r].map(round)
  return `M${left},${top}L${right},${bottom}M${right},${top}L${left},${bottom}`
}
