// Whether a page can be pushed sideways. Asked again until it has taken its width: what follows a window does so a moment later.
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Fails where the page is wider than its window. */
export async function expectNoSidewaysScroll(page: Page, of?: string) {
  const width = () => page.evaluate(() => document.documentElement.scrollWidth)
  await expect.poll(width, { message: of }).toBe(page.viewportSize()?.width)
}
