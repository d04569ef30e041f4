import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'

const tree = '/tree/sample%3Aaccorderie-quebec'

describe.skipIf(!chromiumPath())(
  `a page of others, in a browser (${chromiumPath() ?? howToGetChromium})`,
  () => {
    const app = servedApp()
    let others: Server

    // Somebody's page, of another origin, that frames whatever its address says.
    beforeAll(async () => {
      others = createServer((request, response) => {
        const framed = decodeURIComponent(request.url?.slice(2) ?? '')
        response.setHeader('content-type', 'text/html; charset=utf-8')
        response.end(
          `<!doctype html><html lang="fr"><title>Notre page</title><h1>Notre page</h1>` +
            `<iframe src="${framed.replaceAll('&', '&amp;')}" title="Essaim" width="900" height="640"></iframe>`,
        )
      })
      await new Promise<void>((done) => others.listen(0, '127.0.0.1', done))
    })
    afterAll(() => void others.close())

    async function framing(path: string): Promise<{ page: Page; frame: FrameLocator }> {
      const page = await app.open('/livez')
      const { port } = others.address() as AddressInfo
      await page.goto(`http://localhost:${port}/?${encodeURIComponent(app.address() + path)}`)
      return { page, frame: page.frameLocator('iframe') }
    }

    it('shows a tree alone, with the way to all of it', async () => {
      const { page, frame } = await framing(`/embed${tree}?selected=sample%3Aaccorderies-france`)
      await frame.getByRole('treeitem', { name: /^Accorderie de Québec,/ }).waitFor()
      expect(await frame.getByRole('navigation').count()).toBe(0)
      const way = frame.getByRole('contentinfo').getByRole('link')
      expect(await way.innerText()).toBe('Accorderies')
      expect(await way.getAttribute('href')).toBe(`${tree}?selected=sample%3Aaccorderies-france`)
      const { violations } = await new AxeBuilder({ page }).include('iframe').analyze()
      expect(violations.filter(({ id }) => id !== 'page-has-heading-one')).toEqual([])
      await page.context().close()
    })

    it('opens a sheet beside it, not in the frame', async () => {
      const { page, frame } = await framing(`/embed${tree}`)
      await frame.getByRole('treeitem', { name: /^Accorderie de Québec,/ }).click()
      const link = frame.getByRole('complementary').locator('a[href^="/initiatives/"]').first()
      const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()])
      await opened.waitForURL('**/initiatives/**')
      await frame.getByRole('treeitem', { name: /^Accorderie de Québec,/ }).waitFor()
      await page.context().close()
    })

    it('shows a map alone', async () => {
      const { page, frame } = await framing('/embed/map?of=sample%3Asecours-catholique')
      await frame
        .getByRole('contentinfo')
        .getByRole('link', { name: /^Secours Catholique/ })
        .waitFor()
      expect(await frame.getByRole('navigation').count()).toBe(0)
      await frame.getByRole('contentinfo').getByText('Données\u00a0: «\u00a0Exemple d').waitFor()
      await page.context().close()
    })

    it('is refused every other page', async () => {
      const { page } = await framing(tree)
      await page.waitForLoadState('networkidle')
      const inside = page.frames().find((frame) => frame !== page.mainFrame())
      expect(inside?.url()).toMatch(/^chrome-error:/)
      await page.context().close()
    })
  },
)
