import type { Thread } from './look.ts'
import type { Commons } from '../panels/query.ts'

/** What each initiative does with a commons; who both uses and enriches it is told to enrich it. */
export function threadsOf({ uses, enriches, lacks }: Commons): ReadonlyMap<string, Thread> {
  return new Map<string, Thread>([
    ...lacks.map((id) => [id, 'lacks'] as const),
    ...uses.map((id) => [id, 'uses'] as const),
    ...enriches.map((id) => [id, 'enriches'] as const),
  ])
}
