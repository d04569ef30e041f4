import type { Draft } from './draft.ts'
import { slug } from '../mapping/valueRule.ts'
import type { Source } from '../mapping/valueRule.ts'

/** The id of a theme, which is recorded with all that is broader. */
export function themeOf(
  draft: Draft,
  name: string,
  broader: Readonly<Record<string, string>>,
  source: Source,
): string {
  const id = draft.own(`theme-${slug(name)}`, source)
  if (draft.nodes.has(id)) return id
  draft.node('Theme', id, { name }, source)
  const wider = broader[name]
  if (wider) draft.link('BROADER', id, themeOf(draft, wider, broader, source), {}, source)
  return id
}
