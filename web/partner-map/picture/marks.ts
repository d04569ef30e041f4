import type { Colour, Shape } from '../../drawing/ink.ts'
import type { DrawnMark } from './drawn.ts'
import { tenth, type Point } from './hulls.ts'

// Under this size stripes are mud: the first family stands for all.
const smallestStriped = 4
const contour = 1.2
// And under this one a mark is a dot.
const dot = 3

/** A mark as it is seen: disc or rounded square, hollow when past, hatched when nobody knows, nailed when pinned. */
export function markShapes(one: DrawnMark, ground: Colour, isPinned: boolean): Shape[] {
  const { mark, at, size } = one
  if (size < dot && !mark.isFocus) return [dotShape(one)]
  const isHollow = mark.isPast
  const nail: Shape[] = isPinned
    ? [{ is: 'disc', ...at, r: Math.max(1.8, tenth(size * 0.26)), fill: isHollow ? 'ink' : 'paper' }]
    : []
  const ring = mark.isFocus ? [ringShape(one, 6, { colour: 'ink', width: 2.2 }, 'paper')] : []
  return [...ring, ...(mark.isInitiative ? disc(one, ground) : square(one, ground)), ...nail]
}

/** A ring of the mark's own form, `away` pixels from it. */
export function ringShape(
  { mark, at, size }: DrawnMark,
  away: number,
  stroke: { colour: Colour; width: number; dash?: readonly number[] },
  fill?: Colour,
): Shape {
  const reach = tenth(size + away)
  const look = fill ? { stroke, fill } : { stroke }
  if (mark.isInitiative) return { is: 'disc', ...at, r: reach, ...look }
  const r = tenth(Math.min(14, size * 0.42 + away * 0.7))
  return { is: 'box', ...around(at, reach), r, ...look }
}

function dotShape({ mark, at, size }: DrawnMark): Shape {
  if (mark.isInitiative) return { is: 'disc', ...at, r: size, fill: mark.isPast ? 'edge' : 'ink' }
  return { is: 'box', ...around(at, size), fill: mark.isPast ? 'edge' : (mark.families[0] ?? 'edge') }
}

function disc({ mark, at, size }: DrawnMark, ground: Colour): Shape[] {
  const clear: Shape = { is: 'disc', ...at, r: tenth(size + contour), fill: ground }
  if (mark.isPast) {
    const half = tenth(size * 0.5)
    const stroke = { colour: 'ink', width: size < 5 ? 1.2 : 1.6 } as const
    const lines = [half, -half].map((down): Shape => ({
      is: 'line',
      x1: tenth(at.x - half),
      y1: tenth(at.y - down),
      x2: tenth(at.x + half),
      y2: tenth(at.y + down),
      stroke,
    }))
    return [
      clear,
      { is: 'disc', ...at, r: tenth(size - 1), fill: 'paper', stroke: { ...stroke, width: 2 } },
      ...lines,
    ]
  }
  if (mark.node.status)
    return [
      { ...clear, r: tenth(size + contour / 2), fill: 'ink', stroke: { colour: ground, width: contour } },
    ]
  return [
    clear,
    {
      is: 'disc',
      ...at,
      r: tenth(size - 0.8),
      fill: 'paper',
      hatch: 'ink',
      stroke: { colour: 'ink', width: 1.6 },
    },
  ]
}

function square({ mark, at, size }: DrawnMark, ground: Colour): Shape[] {
  const [first = 'edge', ...others] = mark.families
  const radius = tenth(Math.min(size * 0.42, 6))
  const clear: Shape = { is: 'box', ...around(at, tenth(size + contour)), r: radius + 1, fill: ground }
  // Who works in several groups is the road between them: a contour of ink tells it from the rest.
  const bridge: Shape[] =
    mark.isBridge && size >= smallestStriped && !mark.isFocus
      ? [
          {
            is: 'box',
            ...around(at, tenth(size + 2)),
            r: radius + 1.6,
            fill: ground,
            stroke: { colour: 'ink', width: 1.3 },
          },
        ]
      : [clear]
  if (mark.isPast) {
    const hollow = stripes(at, size - 1, Math.max(1, mark.families.length)).map((d, index): Shape => ({
      is: 'path',
      d,
      fill: 'paper',
      stroke: { colour: mark.families[index] ?? 'edge', width: 2 },
    }))
    return [...bridge, ...hollow]
  }
  if (others.length === 0 || size < smallestStriped) {
    const plain: Shape = { is: 'box', ...around(at, size), r: radius, fill: first }
    return size < smallestStriped ? [plain] : [...bridge, plain]
  }
  const striped = stripes(at, size, mark.families.length).map((d, index): Shape => ({
    is: 'path',
    d,
    fill: mark.families[index] ?? 'edge',
  }))
  return [...bridge, ...striped]
}

const around = ({ x, y }: Point, reach: number) => ({
  x: tenth(x - reach),
  y: tenth(y - reach),
  width: tenth(reach * 2),
  height: tenth(reach * 2),
})

/** Equal vertical stripes that together make a square with round corners, `half` from middle to side. */
export function stripes({ x, y }: Point, half: number, count: number): string[] {
  const radius = tenth(Math.min(half * 0.42, 6))
  const width = (half * 2) / count
  return Array.from({ length: count }, (_, index) => {
    const left = tenth(x - half + index * width)
    const right = tenth(x - half + (index + 1) * width)
    const [start, end] = [index === 0 ? radius : 0, index === count - 1 ? radius : 0]
    const top = tenth(y - half)
    const bottom = tenth(y + half)
    return [
      `M${tenth(left + start)},${top}L${tenth(right - end)},${top}`,
      end ? `Q${right},${top} ${right},${tenth(top + end)}` : '',
      `L${right},${tenth(bottom - end)}`,
      end ? `Q${right},${bottom} ${tenth(right - end)},${bottom}` : '',
      `L${tenth(left + start)},${bottom}`,
      start ? `Q${left},${bottom} ${left},${tenth(bottom - start)}` : '',
      `L${left},${tenth(top + start)}`,
      start ? `Q${left},${top} ${tenth(left + start)},${top}` : '',
      'Z',
    ].join('')
  })
}
