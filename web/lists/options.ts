import { folded } from '../ui/folded.ts'
import type { Facet } from './facets.ts'

export type Option = {
  value: string
  name: string
  count: number
  isChosen: boolean
  /** How many values it lies in, of those that are shown. */
  depth: number
}

const mostFound = 40

/**
 * The values of a facet as one chooses among them: those that lie in others show once these are chosen, or when one holds
 * more than half of all. With a text, all values whose name holds it.
 */
export function optionsOf<Row>(
  facet: Facet<Row>,
  counts: ReadonlyMap<string, number>,
  chosen: readonly string[],
  text = '',
): Option[] {
  const isChosen = new Set(chosen)
  const all = [...new Set([...counts.keys(), ...chosen])].map((value) => ({
    value,
    name: facet.name(value),
    count: counts.get(value) ?? 0,
    isChosen: isChosen.has(value),
    depth: 0,
  }))
  const place = ({ value }: Option) => facet.place?.(value) ?? 0
  all.sort((a, b) => place(a) - place(b) || b.count - a.count || a.name.localeCompare(b.name))
  const words = folded(text).split(/\s+/).filter(Boolean)
  if (words.length > 0)
    return all.filter(({ name }) => words.every((word) => folded(name).includes(word))).slice(0, mostFound)
  const shown = all.filter(({ value, isChosen: is }) => is || !facet.isAside?.(value))
  return facet.within ? inTurn(shown, facet.within) : shown
}

/** Each value followed by those inside it, as far as it is open. */
function inTurn(options: readonly Option[], within: (value: string) => string | undefined): Option[] {
  const known = new Map(options.map((option) => [option.value, option]))
  const inside = new Map<string | undefined, Option[]>()
  const isOpen = new Set<string>()
  for (const option of options) {
    const parent = within(option.value)
    const holder = parent !== undefined && known.has(parent) ? parent : undefined
    inside.set(holder, [...(inside.get(holder) ?? []), option])
    // A chosen value shows, and so does what lies in it.
    if (!option.isChosen) continue
    isOpen.add(option.value)
    for (let one = holder; one !== undefined && !isOpen.has(one); one = within(one)) isOpen.add(one)
  }
  const tops = inside.get(undefined) ?? []
  const total = tops.reduce((sum, { count }) => sum + count, 0)
  for (const { value, count } of tops) if (count * 2 > total) isOpen.add(value)
  const listed = (parent: string | undefined, depth: number): Option[] =>
    (inside.get(parent) ?? []).flatMap((option) => [
      { ...option, depth },
      ...(isOpen.has(option.value) ? listed(option.value, depth + 1) : []),
    ])
  return listed(undefined, 0)
}
