import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { buildWeb } from '../../api/commands/web.ts'
import { seed } from '../../api/exchange/sample/sample.ts'
import { progress } from '../../api/progress.mjs'
import { serve } from '../../api/server.ts'
import { chromiumArguments, chromiumPath } from './chromium.ts'
import { emptyGraph, patience, testStore } from './store.ts'

export type App = {
  address: () => string
  /** A page of its own in a fresh browser context; what the page's scripts throw ends the test. */
  open: (path: string, options?: BrowserContextOptions) => Promise<Page>
}

/** The application as people get it, for one test file: the sample in this worker's Neo4j, the built web, a browser. */
export function servedApp(settings: Partial<Parameters<typeof serve>[0]> = {}): App {
  const store = testStore()
  let served: Awaited<ReturnType<typeof serve>> | undefined
  let browser: Browser | undefined

  beforeAll(async () => {
    await emptyGraph(store)
    await seed(store.driver, store.database)
    await asInProduction(() => buildWeb(progress))
    served = await serve({ ...store, host: '127.0.0.1', port: 0, patience, ...settings })
    browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
  })

  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const address = () => {
    if (!served) throw new Error('the application is not served yet: call this within a test')
    return served.address
  }

  return {
    address,
    open: async (path, options) => {
      if (!browser) throw new Error('no browser yet: call this within a test')
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
      const page = await context.newPage()
      page.on('pageerror', (error) => {
        throw error
      })
      await page.goto(address() + path)
      return page
    },
  }
}

/** A phone held upright. */
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
}

// Vitest says `test`, which would give a web made for development, and keep it for the next start.
async function asInProduction(build: () => Promise<void>): Promise<void> {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  await build().finally(() => {
    process.env.NODE_ENV = before
  })
}
