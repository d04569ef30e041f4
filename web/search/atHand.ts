import { mainPages, footPages } from '../destinations.ts'
import { t } from '../messages.ts'
import { go, route } from '../route.svelte.ts'
import type { RecordKind } from '../ui/find.ts'
import { language } from '../ui/language.svelte.ts'
import { printPage } from '../ui/printPage.ts'
import { remembered, type View } from '../ui/remembered.svelte.ts'
import { look } from '../ui/theme.svelte.ts'
import type { Choice } from './choice.ts'

const kinds: Record<string, RecordKind> = {
  initiatives: 'INITIATIVE',
  partners: 'PARTNER',
  networks: 'NETWORK',
  commons: 'COMMONS',
  territories: 'TERRITORY',
}

/** The records seen last on this device, without the one that is on screen. */
export function recentChoices(): Choice[] {
  const others = remembered.recent.filter(({ href }) => href !== route.path)
  return others.map(({ name, href }) => {
    const kind = kinds[href.split('/')[1] ?? '']
    const note = kind && t(`recordKind.${kind}`)
    return { key: `recent ${href}`, name, kind, note, href, choose: () => go(href) }
  })
}

/** The views saved on this device. */
export const viewChoices = (): Choice[] =>
  remembered.views.map(({ name, href }: View) => ({
    key: `view ${name}`,
    name,
    href,
    choose: () => go(href),
  }))

export const pageChoices = (): Choice[] =>
  [{ href: '/', label: 'search.home' as const }, ...mainPages, ...footPages].map(({ href, label }) => ({
    key: `page ${href}`,
    name: t(label),
    href,
    choose: () => go(href),
  }))

/** What can be done from anywhere; keeping a view and the list of views stay in the palette. */
export function hereChoices(acts: { save: () => void; manage: () => void }): Choice[] {
  const theme = look.theme === 'dark' ? 'light' : 'dark'
  return [
    { key: 'save', name: t('search.save'), staysOpen: true, choose: acts.save },
    ...(remembered.views.length > 0
      ? [{ key: 'manage', name: t('search.manage'), staysOpen: true, choose: acts.manage }]
      : []),
    { key: 'print', name: t('search.print'), choose: printPage },
    { key: 'theme', name: t('bar.theme', { theme }), choose: () => look.choose(theme) },
    {
      key: 'language',
      name: t('search.language'),
      choose: language.switch,
    },
  ]
}
