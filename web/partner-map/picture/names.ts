import { bent } from './bends.ts'
import { mainRank } from './wishes.ts'
import { placeLabels, type Obstacles, type Placed, type Wish } from './labels.ts'
import type { Line } from './rects.ts'

/** A name with a thin line to its mark is better than none. */
const far = 28
const farther = 90

/**
 * At most `most` names, and the lines bent around them: no line goes through a name, and who finds no place goes without;
 * what one came for is placed first, what is selected at any price. `given` are names that have their place, whatever
 * lines cross them.
 */
export function placeNames(
  wishes: readonly Wish[],
  obstacles: Obstacles,
  most = Infinity,
  given: ReadonlyMap<string, Placed> = new Map(),
): { labels: Map<string, Placed>; lines: Line[] } {
  const { marks, lines: straight, bounds } = obstacles
  const musts = new Set(wishes.flatMap(({ id, patience }) => (patience === Infinity ? [id] : [])))
  const broken = [...given.keys(), ...wishes.flatMap(({ id, mayBreak }) => (mayBreak ? [id] : []))]
  const labels = new Map([
    ...given,
    ...placeLabels(
      wishes.filter(({ id }) => musts.has(id)),
      { ...obstacles, isStrict: true },
    ),
  ])
  add(straight, false)
  const first = bent(straight, named(labels), marks, bounds)
  const kept = new Set([...musts, ...broken])
  for (const id of first.struck) if (!kept.has(id)) labels.delete(id)
  add(first.lines, true)
  // What went around a name that is gone goes straight again.
  const last = bent(straight, named(labels), marks, bounds)
  const sure = new Set([...broken, ...wishes.flatMap(({ id, isSure }) => (isSure ? [id] : []))])
  for (const id of last.struck) if (!sure.has(id)) labels.delete(id)
  return { labels, lines: last.lines }

  function add(lines: readonly Line[], isStrict: boolean) {
    const left = wishes.filter(({ id }) => !labels.has(id))
    const found = placeLabels(
      isStrict
        ? left.map((wish) => ({
            ...wish,
            farthest: Math.max(wish.farthest, wish.rank >= mainRank ? farther : far),
          }))
        : left,
      {
        ...obstacles,
        badges: [...obstacles.badges, ...[...labels.values()].flatMap(({ box, spots }) => [box, ...spots])],
        lines,
        isStrict,
      },
      most - labels.size,
    )
    for (const [id, label] of found) labels.set(id, label)
  }
}

const named = (labels: ReadonlyMap<string, Placed>) => [...labels].map(([id, { box }]) => ({ id, box }))
