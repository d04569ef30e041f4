import type { MessageKey } from './messages.ts'
import type { Page } from './pages.ts'

/** A page that the bar, the foot or the palette leads to. */
export type Destination = { href: string; label: MessageKey; at: Page['page'][] }

/** The pages of the bar, in its order. */
export const mainPages: Destination[] = [
  { href: '/tree', label: 'bar.dissemination', at: ['tree', 'families'] },
  { href: '/map', label: 'bar.partners', at: ['map', 'partners', 'partner', 'networks', 'network'] },
  { href: '/territories', label: 'bar.territories', at: ['territories', 'territory'] },
  { href: '/initiatives', label: 'bar.initiatives', at: ['initiatives', 'initiative', 'compare'] },
]

/** What stands at the foot of pages, and is found by name in the palette. */
export const footPages: Destination[] = [
  { href: '/partners', label: 'foot.partners', at: ['partners'] },
  { href: '/commons', label: 'foot.commons', at: ['commonsList'] },
  { href: '/networks', label: 'foot.networks', at: ['networks'] },
  { href: '/compare', label: 'compare.start', at: ['compare'] },
  { href: '/import', label: 'import.title', at: ['import'] },
  { href: '/developers', label: 'foot.developers', at: ['developers'] },
  { href: '/developers#licences', label: 'foot.licences', at: [] },
  { href: '/accessibility', label: 'foot.accessibility', at: ['accessibility'] },
]
