import { textWidth } from '../drawing/letters.ts'
import { formatNumber } from '../messages.ts'
import { around, type Box } from './boxes.ts'
import { plain } from './faces.ts'
import type { Point } from './frames.ts'
import type { Gate } from './rim.ts'
import type { End } from './ways.ts'

/** How wide the name of a country on the rim is, and where it is written. */
export function gateLabel(
  { code, at, side, ids }: Gate,
  nameOf: (code: string) => string,
  k: number,
): { text: string; at: Point; box: Box } {
  const text = `${nameOf(code)} ${formatNumber(ids.length)}`
  const point = { x: at.x * k, y: at.y * k }
  if (side === 0) return { text: '', at: point, box: around(point, 6, 6) }
  const wide = textWidth(text, plain)
  const middle = { x: point.x + side * (7 + wide / 2), y: point.y }
  return { text, at: middle, box: around(middle, wide, 14) }
}

/** Where an arc ends that keeps clear of a text. */
export type BoxedEnd = End & { box: Box }

/** An arc from abroad begins at the dot, clear of the name that may stand between it and the map. */
export function gateEnd(gate: Gate, nameOf: (code: string) => string, k: number): BoxedEnd {
  const at = { x: gate.at.x * k, y: gate.at.y * k }
  const [name, dot] = [gateLabel(gate, nameOf, k).box, around(at, 6, 12)]
  const box = {
    left: Math.min(name.left, dot.left),
    right: Math.max(name.right, dot.right),
    top: Math.min(name.top, dot.top),
    bottom: Math.max(name.bottom, dot.bottom),
  }
  return { at, box }
}
