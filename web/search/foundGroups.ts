import { t } from '../messages.ts'
import { go } from '../route.svelte.ts'
import type { ChoiceGroup } from './choice.ts'
import { byKind, leading, type Found } from './query.ts'

const mostOfOneKind = 6

/** What was found, by kind, each leading to its page. */
export const foundGroups = (found: Found[]): ChoiceGroup[] =>
  byKind(leading(found, found.length), mostOfOneKind).map(({ kind, hits }) => ({
    key: kind,
    title: t(`search.kind.${kind}`),
    choices: hits.map(({ id, name, context, href }) => ({
      key: kind + id,
      name,
      kind,
      note: context ?? undefined,
      href,
      choose: () => go(href),
    })),
  }))
