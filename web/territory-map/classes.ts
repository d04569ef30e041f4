/** A class of a count: from and to, both within it. */
export type Class = { from: number; to: number }

const most = 4
// Steps that people read at once: 1, 2, 3, 5, 10, 20, 30, 50, …
const steps = [1, 2, 3, 5].flatMap((digit) => Array.from({ length: 7 }, (_, power) => digit * 10 ** power))
const nice = steps.toSorted((a, b) => a - b)

/** Four classes at most, each about as many times larger as the one before: counts of places differ by such factors. */
export function classesOf(counts: readonly number[]): Class[] {
  const largest = counts.reduce((a, b) => Math.max(a, b), 0)
  if (largest < 1) return []
  if (largest <= most)
    return Array.from({ length: largest }, (_, place) => ({ from: place + 1, to: place + 1 }))
  const starts = [1]
  for (let place = 1; place < most; place += 1) {
    const wanted = largest ** (place / most)
    const before = starts.at(-1) ?? 1
    const later = nice.filter((step) => step > before && step <= largest)
    const nearest = later.toSorted(
      (a, b) => Math.abs(Math.log(a / wanted)) - Math.abs(Math.log(b / wanted)),
    )[0]
    if (nearest !== undefined) starts.push(nearest)
  }
  return starts.map((from, place) => ({ from, to: (starts[place + 1] ?? largest + 1) - 1 }))
}

/** In which class a count is, from 0; -1 for none at all. */
export const classOf = (classes: readonly Class[], count: number): number =>
  classes.reduce((found, { from }, place) => (count >= from ? place : found), -1)

/** How strong the tint of a class is: 0 to 1. */
export const tintOf = (place: number): number => [0.14, 0.28, 0.44, 0.62][place] ?? 0
