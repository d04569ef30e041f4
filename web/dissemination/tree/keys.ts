import { isOpenable, type Entry } from '../folds.ts'
import type { Placed } from '../layout/marks.ts'
import type { Tree } from '../layout/tree.ts'
import { step } from '../zoom.ts'

export type KeyActs = {
  /** False for rows that are not there yet: nobody can stand on them. */
  isThere: (one: Placed) => boolean
  stand: (id: string | undefined) => void
  act: (entry: Entry) => void
  toggle: (entry: Entry) => void
  zoomTo: (zoom: number) => void
}

/** What a key does on a row of the tree; nothing when it has no meaning there. */
export function keyStep(
  key: string,
  { entry, row }: Placed,
  tree: Tree,
  zoom: number,
  { isThere, stand, act, toggle, zoomTo }: KeyActs,
): (() => void) | undefined {
  const rows = tree.placed.filter(isThere)
  const at = rows.findIndex((one) => one.row === row)
  const child = () => {
    const ids = new Set(rows.map((one) => one.entry))
    return entry.children.find((one) => ids.has(one))?.id
  }
  const steps: Record<string, () => void> = {
    ArrowDown: () => stand(rows[at + 1]?.entry.id),
    ArrowUp: () => stand(rows[at - 1]?.entry.id),
    ArrowLeft: () => stand(entry.parent?.id),
    ArrowRight: () => {
      if (entry.hidden > 0 || entry.isGroup) toggle(entry)
      else stand(child())
    },
    Home: () => stand(rows[0]?.entry.id),
    End: () => stand(rows.at(-1)?.entry.id),
    Enter: () => act(entry),
    ' ': () => {
      if (isOpenable(entry)) toggle(entry)
    },
    '+': () => zoomTo(zoom * step),
    '=': () => zoomTo(zoom * step),
    '-': () => {
      if (!tree.isWhole) zoomTo(zoom / step)
    },
    '0': () => zoomTo(1),
  }
  return steps[key]
}
