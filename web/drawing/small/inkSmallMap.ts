import type { Scene, Shape, Stroke } from '../ink.ts'
import type { Standing } from '../time.ts'
import { round } from '../yearLine.ts'
import { focusRadius, nameFace, square, type Seat, type SmallMap } from './smallMap.ts'

const dashes: Record<Standing, Pick<Stroke, 'dash' | 'cap'>> = {
  inForce: { cap: 'round' },
  ended: { dash: [7, 5], cap: 'butt' },
  unknown: { dash: [0, 4.2], cap: 'round' },
}
const betweenStrands = 4

/** A small map as shapes: a line for each family of roles, marks with their names, the initiative with its ring. */
export function smallMapScene(map: SmallMap, isOver: boolean, more: string): Scene {
  const { centre, seats, left, width, height } = map
  const shapes: Shape[] = seats.flatMap((seat) => lines(map, seat))
  const { x, y } = centre
  shapes.push({ is: 'disc', x, y, r: focusRadius + 5, fill: 'paper', stroke: { colour: 'ink', width: 1.8 } })
  shapes.push(
    isOver
      ? { is: 'disc', x, y, r: focusRadius - 1, fill: 'paper', stroke: { colour: 'ink', width: 2 } }
      : { is: 'disc', x, y, r: focusRadius, fill: 'ink' },
  )
  if (isOver)
    shapes.push({ is: 'path', d: cross(x, y, focusRadius * 0.6), stroke: { colour: 'danger', width: 2 } })
  for (const seat of seats) shapes.push(...marks(seat), name(seat))
  if (left)
    shapes.push({
      is: 'text',
      x: left.x - (left.side * square) / 2,
      y: round(left.y + 4.5),
      lines: [more],
      ...nameFace,
      colour: 'soft',
      anchor: left.side > 0 ? 'start' : 'end',
    })
  return { box: { x: 0, y: 0, width, height }, shapes }
}

function lines({ centre }: SmallMap, { x, y, side, strands }: Seat): Shape[] {
  const from = centre.x + side * (focusRadius + 5)
  const until = x - (side * square) / 2
  const middle = round((from + until) / 2)
  return strands.map(({ family, standing }, index): Shape => {
    const down = (index - (strands.length - 1) / 2) * betweenStrands
    const [start, end] = [round(centre.y + down / 2), round(y + down)]
    return {
      is: 'path',
      d: `M${from},${start}C${middle},${start} ${middle},${end} ${until},${end}`,
      stroke: { colour: family, width: standing === 'unknown' ? 2 : 1.7, ...dashes[standing] },
    }
  })
}

/** A rounded square for each family of roles, hollow where that is past. */
const marks = ({ x, y, side, strands }: Seat): Shape[] =>
  strands.map(({ family, standing }, index): Shape => {
    const isPast = standing === 'ended'
    const inset = isPast ? 1 : 0.5
    return {
      is: 'box',
      x: round(x + side * index * square - square / 2 + inset),
      y: round(y - square / 2 + inset),
      width: square - inset * 2,
      height: square - inset * 2,
      r: 3.5,
      ...(isPast ? { fill: 'paper', stroke: { colour: family, width: 2 } } : { fill: family }),
    }
  })

const name = ({ x, y, side, strands, label }: Seat): Shape => ({
  is: 'text',
  x: round(x + side * (square * (strands.length - 0.5) + 7)),
  y: round(y + 4.5),
  lines: [label],
  ...nameFace,
  colour: 'ink',
  anchor: side > 0 ? 'start' : 'end',
})

const cross = (x: number, y: number, r: number) =>
  `M${round(x - r)},${round(y - r)}L${round(x + r)},${round(y + r)}M${round(x + r)},${round(y - r)}L${round(x - r)},${round(y + r)}`
