import { words } from 'virtual:words'
import { learn } from './messages.ts'
import type { Page } from './pages.ts'

/** Fetches what a page says, where that does not come with the start. */
export const wordsOf = (page: Page['page']): Promise<void> => learn(words[page])
