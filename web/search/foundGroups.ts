import { t } from '../messages.ts'
import { decoded } from '../pages.ts'
import { go } from '../route.svelte.ts'
import type { Choice, ChoiceGroup } from './choice.ts'
import { byKind, leading, type Found } from './query.ts'

const mostOfOneKind = 6

/** What was found, by kind, each leading to its page; without what is proposed already. */
export const foundGroups = (found: Found[], proposed: Choice[]): ChoiceGroup[] =>
  byKind(
    leading(found, found.length).filter(
      (hit) => !proposed.some(({ href }) => decoded(href) === decoded(hit.href)),
    ),
    mostOfOneKind,
  ).map(({ kind, hits }) => ({
    key: kind,
    title: t(`search.kind.${kind}`),
    choices: hits.map(({ id, name, context, href }) => ({
      key: kind + id,
      name,
      kind,
      context: context ?? undefined,
      href,
      choose: () => go(href),
    })),
  }))
