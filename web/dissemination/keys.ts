import { isOpenable, type Entry } from './folds.ts'
import type { Placed } from './marks.ts'
import type { Tree } from './tree.ts'
import { step } from './zoom.ts'

export type KeyActs = {
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
  { stand, act, toggle, zoomTo }: KeyActs,
): (() => void) | undefined {
  const steps: Record<string, () => void> = {
    ArrowDown: () => stand(tree.placed[row + 1]?.entry.id),
    ArrowUp: () => stand(tree.placed[row - 1]?.entry.id),
    ArrowLeft: () => stand(entry.parent?.id),
    ArrowRight: () => {
      if (entry.hidden > 0 || entry.isGroup) toggle(entry)
      else stand(entry.children[0]?.id)
    },
    Home: () => stand(tree.placed[0]?.entry.id),
    End: () => stand(tree.placed.at(-1)?.entry.id),
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
