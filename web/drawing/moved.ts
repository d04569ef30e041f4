import type { Shape } from './ink.ts'

const counts: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7 }

/** The same shape elsewhere. */
export function moved<One extends Shape>(shape: One, x: number, y: number): One
export function moved(shape: Shape, x: number, y: number): Shape {
  if (shape.is === 'line') {
    return { ...shape, x1: shape.x1 + x, y1: shape.y1 + y, x2: shape.x2 + x, y2: shape.y2 + y }
  }
  if (shape.is === 'path') return { ...shape, d: movedPath(shape.d, x, y) }
  return { ...shape, x: shape.x + x, y: shape.y + y }
}

/** Path data elsewhere; relative commands stay as they are. */
export function movedPath(d: string, x: number, y: number): string {
  return d.replace(/([A-Za-z])([^A-Za-z]*)/g, (_, command: string, text: string) => {
    const count = counts[command]
    if (!count) return command + text
    const numbers = text.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []
    return (
      command + numbers.map((number, index) => Number(number) + shift(command, index % count, x, y)).join(' ')
    )
  })
}

function shift(command: string, place: number, x: number, y: number): number {
  if (command === 'H') return x
  if (command === 'V') return y
  if (command === 'A') return place === 5 ? x : place === 6 ? y : 0
  return place % 2 === 0 ? x : y
}
