import type { Shape, Stroke } from '../../drawing/ink.ts'
import { round } from '../../drawing/yearLine.ts'
import { isOver, wasOver } from '../family.ts'
import { colourOf, countThere, opacityOf, type Side, type TreeLook } from './look.ts'
import type { Placed } from '../layout/tree.ts'

const ringed = 4.5

/** A disc in the colour of its level: hatched without a year, hollow and crossed when over, with a count when it stands for several. */
export function discShapes(one: Placed, look: TreeLook): Shape[] {
  const { entry, x, y, radius: r, when } = one
  const there = opacityOf(one, look)
  const colour = colourOf(entry)
  const willEnd = !entry.isGroup && isOver(entry.member.row)
  const isEnded = willEnd && wasOver(entry.member.row, look.on)
  const isUnknown = when !== 'known'
  const disc = { is: 'disc', x, y, r, ...there } as const
  const shapes: Shape[] = ringShapes(one, look)
  if (r < 3) return [...shapes, { ...disc, fill: colour }]
  if (isEnded || (entry.isGroup && isUnknown))
    shapes.push({ ...disc, fill: 'paper', stroke: { colour, width: 1.6 } })
  else if (isUnknown)
    shapes.push(
      { ...disc, fill: 'paper', stroke: { colour, width: 1.5 } },
      { is: 'path', d: stripes(x, y, r - 0.8), stroke: { colour: 'ink', width: 1.5 }, ...there },
    )
  else shapes.push({ ...disc, fill: colour, stroke: { colour: 'paper', width: 1.5 } })
  if (willEnd)
    shapes.push({
      is: 'path',
      d: cross(x, y, r),
      stroke: { colour: 'danger', width: 1.8 },
      ...(isEnded ? there : { opacity: 0 }),
    })
  if (entry.isGroup) {
    const count = String(countThere(entry, look.present))
    shapes.push({
      is: 'text',
      x,
      y: y + 3.3,
      lines: [count],
      size: count.length > 2 ? 8 : 10,
      weight: 700,
      colour: isUnknown ? 'ink' : 'paper',
      anchor: 'middle',
      ...there,
    })
  } else if (entry.member.link?.level === 'SCALED' && !isUnknown && !willEnd)
    // A lighter core tells the level where the arm is too short to.
    shapes.push({ ...disc, r: Math.max(1.7, r * 0.33), fill: 'paper' })
  return shapes
}

const stripe = 3.6

/** Chords at 45°, the middle one through the centre. */
function stripes(x: number, y: number, r: number): string {
  const many = Math.floor((r - 0.6) / stripe)
  const chords = Array.from({ length: many * 2 + 1 }, (_, at) => {
    const off = (at - many) * stripe * Math.SQRT1_2
    const half = Math.sqrt(r * r - 2 * off * off) * Math.SQRT1_2
    const [left, top] = [x + off - half, y + off + half].map(round)
    return `M${left},${top}L${round(x + off + half)},${round(y + off - half)}`
  })
  return chords.join('')
}

function cross(x: number, y: number, r: number): string {
  const [left, right, top, bottom] = [x - r, x + r, y - r, y + r].map(round)
  return `M${left},${top}L${right},${bottom}M${right},${top}L${left},${bottom}`
}

function ringShapes(one: Placed, look: TreeLook): Shape[] {
  const { entry, x, y, radius } = one
  const { id } = entry.member.row
  const r = radius + ringed
  const side = entry.isGroup ? undefined : look.compared?.get(id)
  if (entry.id === look.selectedId) return [{ is: 'disc', x, y, r, stroke: { colour: 'accent', width: 2 } }]
  if (side) return [comparedRing(side, x, y, r)].map((ring) => ({ ...ring, ...opacityOf(one, look) }))
  if (id !== look.cameFor || entry.isGroup) return []
  return [{ is: 'disc', x, y, r, stroke: { colour: 'ink', width: 1.6 }, ...opacityOf(one, look) }]
}

/** The left half of a ring for the first, the right half dashed for the second, a whole one for both. */
export function comparedRing(side: Side, x: number, y: number, r: number): Shape {
  const stroke: Stroke = { colour: 'accent', width: 2, ...(side === 'second' ? { dash: [3, 2] } : {}) }
  if (side === 'both') return { is: 'disc', x, y, r, stroke }
  const sweep = side === 'first' ? 0 : 1
  return {
    is: 'path',
    d: `M${round(x)},${round(y - r)}A${round(r)},${round(r)} 0 0 ${sweep} ${round(x)},${round(y + r)}`,
    stroke,
  }
}
