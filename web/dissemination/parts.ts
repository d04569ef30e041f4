/** A part of a drawing, in its pixels. */
export type Part = { left: number; right: number; top: number; bottom: number }

const few = 300

/**
 * What of a drawing is drawn while somebody looks at a part of it: everything when there are few rows, else about twice
 * what is in sight, and the same as long as one scrolls less than half a window.
 */
export function drawnPart(
  rows: number,
  whole: { width: number; height: number },
  view: { left: number; top: number; width: number; height: number },
): Part {
  if (rows <= few) return { left: 0, right: whole.width, top: 0, bottom: whole.height }
  const along = (from: number, size: number, all: number) => {
    const step = Math.max(120, Math.ceil(size / 2))
    const start = Math.max(0, (Math.floor(from / step) - 1) * step)
    return [start, Math.min(all, start + size + step * 3)] as const
  }
  const [left, right] = along(view.left, view.width, whole.width)
  const [top, bottom] = along(view.top, view.height, whole.height)
  return { left, right, top, bottom }
}

/** The same object as long as its numbers are the same, so that nothing is drawn again for nothing. */
export function steady<Value extends Record<string, number>>(of: () => Value): () => Value {
  let last: Value | undefined
  return () => {
    const next = of()
    if (!last || Object.keys(next).some((key) => last?.[key] !== next[key])) last = next
    return last
  }
}
