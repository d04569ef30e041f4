export type RowWindow = { from: number; to: number }

const margin = 10
// A short table is drawn whole, so that it prints and a browser finds what is in it.
const short = 100
/** How many rows of a long table are printed: some forty pages. */
export const mostPrinted = 1000

/**
 * Which rows of a tall table are drawn: those in sight and some around them. Heights in pixels; `above` is how much of
 * the rows lies over the top of what is seen, negative when they begin below it.
 */
export function rowWindow(count: number, rowHeight: number, above: number, seen: number): RowWindow {
  if (count <= short) return { from: 0, to: count }
  const first = Math.floor(above / rowHeight) - margin
  const last = Math.ceil((above + seen) / rowHeight) + margin
  const within = (row: number) => Math.min(count, Math.max(0, row))
  return { from: within(first), to: within(last) }
}
