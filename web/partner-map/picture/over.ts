import type { Shape } from '../../drawing/ink.ts'
import { markBox, type DrawnMark, type DrawnTie, type Picture } from './drawn.ts'
import { markShapes, ringShape } from './marks.ts'
import type { Point, Rect } from './hulls.ts'
import { isOn, wayOf } from './bends.ts'
import { badgeShapes, groundOf, nameShapes, tieShapes } from './scene.ts'
import { toldNames } from './told.ts'
import type { Measure } from './wording.ts'

/** What is looked at: the rest steps back behind a veil of paper where `veil` says how thick, 0 to 1. */
export type Looked = {
  /** Marks that stand out, and the ties between them that do. */
  marks: ReadonlySet<string>
  isStrong: (tie: DrawnTie) => boolean
  veil: number
}
/** All is veiled: what is dragged stands alone. */
export const nobody: Looked = { marks: new Set(), isStrong: () => false, veil: 0.5 }

/** `sight`: what can be seen of the picture, in its pixels. */
type Given = { pinned: ReadonlySet<string>; measure: Measure; sight: Rect }
const mostCrossed = 400

/** What stands out, painted above the picture: its lines, its marks, their names. */
export function lookedShapes(drawn: Picture, { marks, isStrong, veil }: Looked, given: Given): Shape[] {
  const strong = drawn.ties.filter(isStrong)
  const own = drawn.marks.filter(({ mark }) => marks.has(mark.id))
  const labels = toldNames(drawn, own, given.measure, veil > 0, given.sight)
  const crossed = veil === 0 && strong.length <= mostCrossed ? crossedBy(drawn, strong, marks) : []
  const again = [...crossed, ...own]
  return [
    ...(veil > 0 ? [veilShape(drawn.box, veil)] : []),
    ...strong.flatMap((tie) => tieShapes(tie, 1, 1.25)),
    ...again.flatMap((one) => markShapes(one, groundOf(one, drawn), given.pinned.has(one.mark.id))),
    ...crossed.flatMap(({ label }) => (label ? nameShapes(label) : [])),
    ...own.flatMap((one) => {
      const label = labels.get(one.mark.id)
      return label ? nameShapes(label, true) : []
    }),
    ...again.flatMap(badgeShapes),
  ]
}

/** Rings around what is selected; the one whose sheet is open wears the thicker one. */
export function selectionShapes(drawn: Picture, selected: readonly string[]): Shape[] {
  const own = drawn.marks.filter(({ mark }) => selected.includes(mark.id))
  const rings = own.map((one) => {
    const width = one.mark.id === selected.at(-1) ? 2.5 : 1.8
    return ringShape(one, one.mark.isFocus ? 10 : 4.5, { colour: 'accent', width })
  })
  return [...rings, ...own.flatMap(badgeShapes)]
}

/** A mark in the hand, with its lines, at the place where it would be left. */
export function draggedShapes(drawn: Picture, id: string, to: Point, pinned: ReadonlySet<string>): Shape[] {
  const one = drawn.marks.find(({ mark }) => mark.id === id)
  if (!one) return []
  const byId = new Map(drawn.marks.map((other) => [other.mark.id, other.at]))
  const lines = drawn.ties.flatMap(({ tie, strands }): Shape[] => {
    if (tie.partner !== id && tie.initiative !== id) return []
    const other = byId.get(tie.partner === id ? tie.initiative : tie.partner)
    const [first] = strands
    if (!other || !first) return []
    const stroke = { colour: first.family, width: first.width } as const
    return [{ is: 'line', x1: to.x, y1: to.y, x2: other.x, y2: other.y, stroke, opacity: 0.8 }]
  })
  return [...lines, ...markShapes({ ...one, at: to }, 'paper', pinned.has(id))]
}

export function lassoShapes(way: readonly Point[]): Shape[] {
  if (way.length < 2) return []
  const d = `M${way.map(({ x, y }) => `${Math.round(x)},${Math.round(y)}`).join('L')}Z`
  return [
    { is: 'path', d, fill: 'accent', opacity: 0.1 },
    { is: 'path', d, stroke: { colour: 'accent', width: 1.5, dash: [5, 4] } },
  ]
}

function veilShape({ x, y, width, height }: Rect, opacity: number): Shape {
  const [across, down] = [width * 4 + 4000, height * 4 + 4000]
  return {
    is: 'box',
    x: x - across,
    y: y - down,
    width: width + across * 2,
    height: height + down * 2,
    fill: 'paper',
    opacity,
  }
}

/** Marks and names that strong lines would run over: they are painted again above them. */
function crossedBy(drawn: Picture, strong: readonly DrawnTie[], marks: ReadonlySet<string>): DrawnMark[] {
  const ways = strong.flatMap(({ strands }) => strands.map(wayOf))
  return drawn.marks.filter((one) => {
    if (marks.has(one.mark.id)) return false
    const box = markBox(one)
    const { label } = one
    return ways.some((way) => isOn(way, box, 0) || (label && isOn(way, label.box, 0)))
  })
}
