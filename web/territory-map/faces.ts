import type { Face } from '../drawing/letters.ts'

/** The letters of names and of numbers. */
export const plain: Face = { size: 11, weight: 400 }
export const strong: Face = { size: 13, weight: 700 }
/** What keeps them clear of lines. */
export const halo = { colour: 'paper', width: 3 } as const
