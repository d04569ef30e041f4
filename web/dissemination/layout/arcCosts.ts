import { walk, type Point } from './curves.ts'
import type { Placed } from './marks.ts'
import type { Tree } from './tree.ts'

export type Costs = {
  /** What a chain of cubics costs: its length, its bends, and dear what it would hide; endless once it is above the limit. */
  price: (parent: Placed, child: Placed, curve: readonly Point[], limit: number) => number
  /** At how many of its points it would hide a label or a foreign disc. */
  hidden: (parent: Placed, child: Placed, curve: readonly Point[]) => number
  /** A price that tells that something is hidden. */
  dear: number
}

const crossing = 4000
// For each pixel along an arm, of which a curve can't be told then; a thick one swallows it.
const alongThin = 2.5
const alongThick = 8
const alongStem = 6
const beyond = 8
const backwards = 2
// How far left of both its ends an arc swings at no cost, and what each pixel of its way costs farther left.
const swing = 36
const astray = 2
// What bends sharply reads as two, what bends much is hard to follow.
const bending = 2600
const turning = 50

/** What a curve costs on this tree. */
export function costs(tree: Tree): Costs {
  const { placed, rowHeight } = tree
  const tops = placed.map((one) => one.y - rowHeight / 2)
  const stems = new Map<number, Tree['stems']>()
  for (const stem of tree.stems)
    for (const bucket of [-1, 0, 1]) {
      const key = Math.round(stem.x / 6) + bucket
      const list = stems.get(key)
      if (list) list.push(stem)
      else stems.set(key, [stem])
    }
  const rowAt = (y: number) => {
    let low = 0
    let high = tops.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((tops[middle] ?? 0) <= y) low = middle
      else high = middle - 1
    }
    return low
  }
  // A little more than the words: points of a long curve are some pixels apart.
  const hides = (one: Placed, x: number, y: number) => {
    const letters = tree.lettering(one)
    const isAcross = x > letters.x - 4 && x < letters.x + letters.label.width + 4
    return isAcross && y > letters.y - 13 && y < letters.bottom + 2
  }
  // Low rows leave less room beside what they hold.
  const clear = Math.min(6, rowHeight * 0.15)
  const beside = Math.min(8, rowHeight * 0.22)
  const hiddenAt = (x: number, y: number, row: number, parent: Placed, child: Placed) => {
    let count = 0
    for (let near = row - 1; near <= row + 1; near += 1) {
      const one = placed[near]
      if (!one) continue
      if (tree.isWritten && hides(one, x, y)) count += 1
      const isEnd = one === parent || one === child
      if (!isEnd && Math.hypot(x - one.x, y - one.y) < one.radius + clear) count += 1
    }
    return count
  }
  // To cross an arm is clear, to run along it isn't.
  const alongAt = (x: number, y: number, row: number) => {
    let price = 0
    for (let near = row - 1; near <= row + 1; near += 1) {
      const arm = tree.arms[near]
      if (!arm || Math.abs(y - arm.child.y) > beside || x < arm.from || x > arm.until) continue
      price += arm.child.entry.member.link?.level === 'SCALED' ? alongThick : alongThin
    }
    return price
  }
  const alongStemsAt = (x: number, y: number) => {
    let count = 0
    for (const stem of stems.get(Math.round(x / 6)) ?? [])
      if (y > stem.top && y < stem.bottom && Math.abs(x - stem.x) < 6) count += 1
    return count * alongStem
  }
  // Nearly straight along, 1; across, 0.
  const slant = (part: number) => Math.max(0, (Math.abs(part) - 0.6) / 0.4)

  const price: Costs['price'] = (parent, child, curve, limit) => {
    const rightmost = Math.max(parent.x, child.x) + 8
    const leftmost = Math.min(parent.x, child.x) - swing
    const apart = child.x - parent.x
    const forwards = Math.abs(apart) < 40 ? 0 : apart
    let price = 0
    let [lastX, lastY] = [parent.x, parent.y]
    let [wayX, wayY, before] = [0, 0, 0]
    walk(curve, (x, y) => {
      const [stepX, stepY] = [x - lastX, y - lastY]
      const length = Math.hypot(stepX, stepY)
      if (length === 0) return true
      ;[lastX, lastY] = [x, y]
      const [nextX, nextY] = [stepX / length, stepY / length]
      price += length
      if (before > 0) {
        // The square of the angle, nearly.
        const turn = 2 * Math.max(0, 1 - nextX * wayX - nextY * wayY)
        price += turn * (turning + (2 * bending) / (length + before))
      }
      ;[wayX, wayY, before] = [nextX, nextY, length]
      // Nothing runs back in time without need; names stand at the right, and what came later.
      if (stepX * forwards < 0) price += backwards * Math.abs(stepX)
      if (x > rightmost) price += beyond * length
      if (x < leftmost) price += astray * length
      if (x < 3) price += crossing
      const row = rowAt(y)
      price += crossing * hiddenAt(x, y, row, parent, child)
      const [flat, steep] = [slant(nextX), slant(nextY)]
      if (flat > 0) price += alongAt(x, y, row) * flat * length
      if (steep > 0) price += alongStemsAt(x, y) * steep * length
      return price < limit
    })
    return price >= limit ? Infinity : price
  }
  const hidden: Costs['hidden'] = (parent, child, curve) => {
    let count = 0
    walk(curve, (x, y) => {
      count += hiddenAt(x, y, rowAt(y), parent, child)
      return true
    })
    return count
  }
  return { price, hidden, dear: crossing }
}
