import { isInside } from '../drawing/inside.ts'
import { textWidth } from '../drawing/letters.ts'
import { formatNumber } from '../messages.ts'
import { around, isApart, isFree, type Box } from './boxes.ts'
import type { Ever } from './ever.ts'
import { plain, strong } from './faces.ts'
import type { Point } from './frames.ts'
import type { Ground, Plot } from './ground.ts'
import { distance } from './points.ts'
import { crosses, type Line, type Way } from './ways.ts'

/** Where a territory's number stands, in pixels, with its name under it where there is room. */
export type Label = { code: string; at: Point; name: string | null; box: Box }

/** A number that is to be written. */
export type Wanted = {
  code: string
  plot: Plot
  number: number
  /** How wide its name is; 0 where there is no room for it. */
  name: number
  text: string
  spots: readonly Point[]
}

/** The territories that are worth a number, with the places where it may stand: those of most first. */
export function wantedLabels({
  ground,
  ever,
  k,
}: {
  ground: Ground
  ever: Pick<Ever, 'nameOf' | 'plots' | 'valueOf'>
  k: number
}): Wanted[] {
  return ever.plots
    .map((plot) => ground.closeUp?.told.get(plot.code) ?? plot)
    .filter(({ code }) => ever.valueOf(code) > 0)
    .toSorted((a, b) => ever.valueOf(b.code) - ever.valueOf(a.code))
    .flatMap((plot): Wanted[] => {
      const text = ever.nameOf(plot.code)
      const number = textWidth(formatNumber(ever.valueOf(plot.code)), strong)
      const name = textWidth(text, plain)
      const wide = (plot.box.right - plot.box.left) * k
      const high = (plot.box.bottom - plot.box.top) * k
      if (number > wide * 0.9 || high < 15) return []
      const hasRoom = name < wide * 0.86 && high > 44
      return [
        { code: plot.code, plot, number, name: hasRoom ? name : 0, text, spots: spotsIn(plot, number, k) },
      ]
    })
}

/** The names of territories that arcs come from or lead to, and that are neither told apart nor marked. */
export function neighbourLabels(
  { ever, k }: { ever: Pick<Ever, 'flows' | 'nameOf' | 'placeOf' | 'plots'>; k: number },
  marked: ReadonlySet<string>,
): (Label & { name: string })[] {
  const told = new Set(ever.plots.map(({ code }) => code))
  const ends = new Set(ever.flows.flatMap(({ from, to }) => [from, to]))
  return [...ends].flatMap((code) => {
    const place = marked.has(code) || told.has(code) ? undefined : ever.placeOf(code)
    if (!place) return []
    const at = { x: place.x * k, y: place.y * k }
    const name = ever.nameOf(code)
    return [{ code, at, name, box: around(at, textWidth(name, plain), 14) }]
  })
}

/** The middle of a contour, and places around in which a number lies inside of it. */
function spotsIn({ rings, at, box }: Plot, number: number, k: number): Point[] {
  const [wide, high] = [number / 2 + 1, 8]
  const steps = 7
  const largest = rings.find((ring) => isInside(ring, at)) ?? rings[0] ?? []
  const spots: Point[] = [{ x: at.x * k, y: at.y * k }]
  for (let row = 1; row < steps; row += 1) {
    for (let column = 1; column < steps; column += 1) {
      const spot = {
        x: (box.left + ((box.right - box.left) * column) / steps) * k,
        y: (box.top + ((box.bottom - box.top) * row) / steps) * k,
      }
      const corners = [-1, 1].flatMap((side) =>
        [-1, 1].map((end) => ({ x: (spot.x + side * wide) / k, y: (spot.y + end * high) / k })),
      )
      if (corners.every((corner) => isInside(largest, corner))) spots.push(spot)
    }
  }
  return spots
}

/** The boxes of a number, and of a number with its name. */
const boxAt = (spot: Point, number: number, name: number): Box =>
  name > 0 ? around({ x: spot.x, y: spot.y + 1 }, Math.max(name, number), 30) : around(spot, number, 15)

/** Numbers where they cross the fewest arcs, those of most first; `taken` stays free, `dots` as far as they can. */
export function placed(
  wanted: readonly Wanted[],
  ways: readonly Way[],
  taken: readonly Box[],
  dots: readonly Box[],
  k: number,
): Label[] {
  const labels: Label[] = []
  const used = [...taken]
  for (const one of wanted) {
    const { left, top, right, bottom } = one.plot.box
    // No number or name reaches farther out of its territory.
    const out = Math.max(one.name, one.number) / 2 + 4
    const near = { left: left * k - out, top: top * k - 20, right: right * k + out, bottom: bottom * k + 20 }
    const best = bestSpot(one, {
      lines: ways
        .filter(({ from, to, line }) => from !== one.code && to !== one.code && !isApart(line.box, near))
        .map(({ line }) => line),
      used: used.filter((box) => !isApart(box, near)),
      dots: dots.filter((box) => !isApart(box, near)),
      size: Math.max(20, distance({ x: left, y: top }, { x: right, y: bottom }) * k),
    })
    if (!best) continue
    labels.push(best)
    used.push(best.box)
  }
  return labels
}

type Near = { lines: readonly Line[]; used: readonly Box[]; dots: readonly Box[]; size: number }

function bestSpot({ code, number, name, text, spots }: Wanted, near: Near): Label | null {
  const [anchor] = spots
  let best: { cost: number; label: Label } | null = null
  for (const at of spots) {
    const far = anchor ? (distance(at, anchor) / near.size) * 2 : 0
    for (const wide of name > 0 ? [name, 0] : [0]) {
      const least = far + (wide < name ? 5 : 0)
      if (best && least >= best.cost) continue
      const box = boxAt(at, number, wide)
      if (!isFree(box, near.used)) continue
      const crossed = near.lines.filter((line) => crosses(line, box)).length
      const covered = near.dots.filter((dot) => !isApart(dot, box)).length
      const cost = least + crossed * 4 + covered * 3
      if (!best || cost < best.cost) best = { cost, label: { code, at, name: wide > 0 ? text : null, box } }
    }
  }
  return best && best.label
}
