import type { Asked } from './layout/onPaper.ts'
import type { Look } from './picture/onPaper.ts'
import type { Viewed } from './viewed.svelte.ts'

/** What a sheet of paper or a file shows of a family: all that is shown on screen, laid out for itself. */
export function paperOf({ id, on, family, folds, breaks, present, threads, compared, chosen }: Viewed): {
  asked: Asked
  look: Look
} {
  const selectedId = chosen?.row.id ?? null
  const selectedLink = chosen?.link?.id ?? null
  return {
    asked: { family, folds, cameFor: id, gaps: breaks ? family.empty : [] },
    look: { cameFor: id, on, present, threads, compared, selectedId, selectedLink },
  }
}
