import { LinkRows } from './linkRows.ts'
import { NodeRows } from './nodeRows.ts'
import type { Rows } from '../record.ts'

/** Records and links, each once, most of them outside the memory. */
export type Kept = { nodes: NodeRows; links: LinkRows }

export function nothingKept(): Kept {
  return { nodes: new NodeRows(), links: new LinkRows() }
}

/** The rows of both, one after the other. */
export function joined<R>(one: Rows<R>, other: Rows<R>): Rows<R> {
  return {
    length: one.length + other.length,
    *[Symbol.iterator]() {
      yield* one
      yield* other
    },
  }
}
