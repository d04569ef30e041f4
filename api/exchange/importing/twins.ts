import { distance } from '../nearest.ts'
import { fold } from '../mapping/valueRule.ts'

/** Shorter names differ by a letter and mean another thing; by spaces and signs alone they are one. */
const shortest = 8
/** So many names that begin alike are of a form (Association des …), and compared with none. */
const mostAlike = 200

/** Pairs whose names are one but for a letter, a plural or spaces; names that differ in a number are of two. */
export function twins<T>(all: readonly T[], nameOf: (one: T) => string): [T, T][] {
  const beginning = new Map<string, { of: T; key: string }[]>()
  for (const of of all) {
    const key = fold(nameOf(of)).replaceAll(' ', '')
    const alike = beginning.get(key.slice(0, 4)) ?? []
    beginning.set(key.slice(0, 4), alike)
    alike.push({ of, key })
  }
  const pairs: [T, T][] = []
  for (const alike of beginning.values()) {
    if (alike.length > mostAlike) continue
    for (const [at, one] of alike.entries())
      for (const other of alike.slice(at + 1)) if (isTwin(one.key, other.key)) pairs.push([one.of, other.of])
  }
  return pairs
}

function isTwin(one: string, other: string): boolean {
  if (one === other) return true
  if (Math.min(one.length, other.length) < shortest) return false
  if (Math.abs(one.length - other.length) > 1 || digits(one) !== digits(other)) return false
  return distance(one, other) <= 1
}

const digits = (text: string) => text.replace(/\D/g, '')
