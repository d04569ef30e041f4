import type { Shape } from './ink.ts'
import { lineHeight } from './ink.ts'

export type Bounds = { left: number; top: number; right: number; bottom: number }

const parts = /([a-zA-Z])|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/g
const counts: Record<string, number> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 }

/** A box that surely holds a shape with its stroke, in pixels; texts are guessed generously. */
export function boundsOf(shape: Shape): Bounds {
  if (shape.is === 'text') {
    const longest = Math.max(0, ...shape.lines.map((line) => line.length))
    const width = longest * shape.size * (0.72 + (shape.spacing ?? 0)) + (shape.halo?.width ?? 0)
    const left = { start: 0, middle: width / 2, end: width }[shape.anchor ?? 'start']
    return {
      left: shape.x - left - 4,
      top: shape.y - shape.size * 1.2,
      right: shape.x - left + width + 4,
      bottom: shape.y + shape.size * (0.4 + lineHeight * (shape.lines.length - 1)),
    }
  }
  const pad = (shape.stroke?.width ?? 0) / 2 + 1
  const box = outline(shape)
  return { left: box.left - pad, top: box.top - pad, right: box.right + pad, bottom: box.bottom + pad }
}

function outline(shape: Exclude<Shape, { is: 'text' }>): Bounds {
  if (shape.is === 'disc') {
    const { x, y, r } = shape
    return { left: x - r, top: y - r, right: x + r, bottom: y + r }
  }
  if (shape.is === 'box') {
    const { x, y, width, height } = shape
    return { left: x, top: y, right: x + width, bottom: y + height }
  }
  if (shape.is === 'line') {
    return {
      left: Math.min(shape.x1, shape.x2),
      top: Math.min(shape.y1, shape.y2),
      right: Math.max(shape.x1, shape.x2),
      bottom: Math.max(shape.y1, shape.y2),
    }
  }
  return boundsOfPath(shape.d)
}

/** Of path data, by its ends and the points that bend it; arcs count with their radii. */
export function boundsOfPath(d: string): Bounds {
  const box: Bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  let command = 'M'
  let x = 0
  let y = 0
  let own: number[] = []
  const reach = (toX: number, toY: number, more = 0) => {
    box.left = Math.min(box.left, toX - more)
    box.top = Math.min(box.top, toY - more)
    box.right = Math.max(box.right, toX + more)
    box.bottom = Math.max(box.bottom, toY + more)
  }
  for (const [, letter, number] of d.matchAll(parts)) {
    if (letter) {
      command = letter
      own = []
      continue
    }
    own.push(Number(number))
    const kind = command.toLowerCase()
    if (own.length < (counts[kind] ?? 2)) continue
    const [fromX, fromY] = command === kind ? [x, y] : [0, 0]
    if (kind === 'h') x = fromX + (own[0] ?? 0)
    else if (kind === 'v') y = fromY + (own[0] ?? 0)
    else {
      const start = kind === 'a' ? 5 : 0
      for (let at = start; at + 1 < own.length; at += 2) {
        x = fromX + (own[at] ?? 0)
        y = fromY + (own[at + 1] ?? 0)
        if (at + 3 < own.length) reach(x, y)
      }
    }
    reach(x, y, kind === 'a' ? Math.max(own[0] ?? 0, own[1] ?? 0) : 0)
    own = []
  }
  return box.left === Infinity ? { left: 0, top: 0, right: 0, bottom: 0 } : box
}

/** True when a shape may reach into a sight. */
export function isSeen(shape: Shape, sight: Bounds): boolean {
  if (shape.is === 'line' || shape.is === 'disc') {
    const pad = (shape.stroke?.width ?? 0) / 2 + 1
    if (shape.is === 'disc') {
      const reach = shape.r + pad
      return (
        shape.x - reach <= sight.right &&
        shape.x + reach >= sight.left &&
        shape.y - reach <= sight.bottom &&
        shape.y + reach >= sight.top
      )
    }
    return (
      Math.min(shape.x1, shape.x2) - pad <= sight.right &&
      Math.max(shape.x1, shape.x2) + pad >= sight.left &&
      Math.min(shape.y1, shape.y2) - pad <= sight.bottom &&
      Math.max(shape.y1, shape.y2) + pad >= sight.top
    )
  }
  const { left, top, right, bottom } = boundsOf(shape)
  return left <= sight.right && right >= sight.left && top <= sight.bottom && bottom >= sight.top
}
