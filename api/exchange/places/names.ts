import { code, NameIndex, now, within } from './nameIndex.ts'
import type { Meant } from './nameIndex.ts'
import { territoriesAround } from './territories.ts'

export type { Meant }

let read: NameIndex | undefined
const names = () => (read ??= new NameIndex())

/** A code of a commune, département or EPCI, however a spreadsheet mangled it, or one with its scheme (`reg:84`). */
export function meantByCode(word: string): Meant {
  return names().ofCode(word)
}

/** A postal code: its communes, each district of Paris, Lyon and Marseille for itself, else its département. */
export function meantByPostalCode(word: string): Meant {
  return names().ofPostalCode(word)
}

/** The name of a commune, district, EPCI, département or région of France, of today or of before, or of a country. */
export function meantByName(word: string): Meant {
  return names().ofName(word)
}

/** A département by its code or its name. */
export function meantByDepartment(word: string): Meant {
  const found = names().ofName(word, 'dep:')
  return found.now.length ? found : within(names().ofCode(word), 'dep:')
}

/** A région by its name, of today or of before 2016, or by its code. */
export function meantByRegion(word: string): Meant {
  const digits = code(word)
  if (names().regions.has(digits.padStart(2, '0'))) return now(`reg:${digits.padStart(2, '0')}`)
  return names().ofName(word, 'reg:')
}

/** A country by its French or English name or its two letters; what is France overseas is the territory there. */
export function meantByCountry(word: string): Meant {
  return names().ofCountry(word)
}

/** Whether a group of communes and a département or a région share a commune. */
export function meets(group: string, area: string): boolean {
  return names()
    .membersOf(group)
    .some((member) => territoriesAround(`cog:${member}`).has(area))
}

/** A département with one commune, or a région with one département, is nothing else than that one. */
export function isNoLargerThan(area: string, part: string): boolean {
  return names().onlyPart.get(area) === part
}
