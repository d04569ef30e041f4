import { rowsIn } from './scene.ts'
import type { Placed, Tree } from '../layout/tree.ts'

/** Whoever all rows in sight came from and is out of sight itself, from the root on: it says where one is. */
export function trailOf(tree: Tree, sight: { top: number; bottom: number }): Placed[] {
  const rows = rowsIn(tree, sight).filter(({ y }) => y >= sight.top && y <= sight.bottom)
  const [first, last] = [rows[0], rows.at(-1)]
  if (!first || !last) return []
  const shared = new Set(ancestors(tree, last))
  return ancestors(tree, first)
    .filter((one) => shared.has(one) && (one.row < first.row || one.row > last.row))
    .toReversed()
}

/** From the nearest to the root. */
function ancestors(tree: Tree, from: Placed): Placed[] {
  const found: Placed[] = []
  for (let at = tree.arms[from.row]?.parent; at; at = tree.arms[at.row]?.parent) found.push(at)
  return found
}
