/** A part of a drawing, in its pixels. */
export type Part = { left: number; right: number; top: number; bottom: number }

const few = 300
/** Above this number arcs are shown of one row at a time. */
export const mostArcs = 50

/** Few rows are elements, all of them; of more the part in sight is painted. */
export const areFew = (rows: number): boolean => rows <= few

type Size = { width: number; height: number }
const stepOf = (size: number) => Math.max(120, Math.ceil(size / 2))

/**
 * What of a drawing is drawn while somebody looks at a part of it: everything when there are few rows, else about twice
 * what is in sight, and the same as long as one scrolls less than half a window.
 */
export function drawnPart(rows: number, whole: Size, view: Size & { left: number; top: number }): Part {
  if (areFew(rows)) return { left: 0, right: whole.width, top: 0, bottom: whole.height }
  const along = (from: number, size: number, all: number) => {
    const step = stepOf(size)
    const start = Math.max(0, (Math.floor(from / step) - 1) * step)
    return [start, Math.min(all, start + size + step * 3)] as const
  }
  const [left, right] = along(view.left, view.width, whole.width)
  const [top, bottom] = along(view.top, view.height, whole.height)
  return { left, right, top, bottom }
}

/**
 * A part cut into tiles of half a window, as one `of` to the next: while one scrolls, those that stay are the same objects.
 * What is as wide as the window is not cut across.
 */
export function tiling(): (part: Part, whole: Size, view: Size) => readonly Part[] {
  let known = new Map<string, Part>()
  return (part, whole, view) => {
    const cut = (from: number, until: number, size: number, all: number) => {
      if (all <= size) return [[from, until] as const]
      const step = stepOf(size)
      const first = Math.floor(from / step)
      const count = Math.max(0, Math.ceil(until / step) - first)
      return Array.from({ length: count }, (_, at) => {
        const start = (first + at) * step
        return [start, Math.min(start + step, all)] as const
      })
    }
    const next = new Map<string, Part>()
    for (const [top, bottom] of cut(part.top, part.bottom, view.height, whole.height))
      for (const [left, right] of cut(part.left, part.right, view.width, whole.width)) {
        const key = [left, right, top, bottom].join()
        next.set(key, known.get(key) ?? { left, right, top, bottom })
      }
    known = next
    return [...next.values()]
  }
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
