import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { france } from '../../web/territory-map/contours/france.ts'
import { groundOf } from '../../web/territory-map/ground.ts'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { expectNoSidewaysScroll } from '../support/sideways.ts'

const territory = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const sheet = (page: Page) => page.getByRole('complementary')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')
const query = (page: Page) => new URL(page.url()).searchParams
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']

/** Where a territory's name stands in the window, in its inset if it has one, when the whole map fills it. */
async function placeOf(page: Page, code: string, { isNarrow = false, hasCloseUp = false } = {}) {
  const { byCode, box, closeUp } = groundOf(france(), isNarrow, hasCloseUp)
  const at = closeUp?.told.get(code)?.at ?? byCode.get(code)?.at ?? { x: 0, y: 0 }
  const room = await page.locator('.surface').boundingBox()
  if (!room) throw new Error('no map in the page')
  const k = Math.min(room.width / (box.right - box.left), room.height / (box.bottom - box.top)) * 0.97
  return {
    x: room.x + room.width / 2 + (at.x - (box.left + box.right) / 2) * k,
    y: room.y + room.height / 2 + (at.y - (box.top + box.bottom) / 2) * k,
  }
}

/** Once the page has come to rest. */
const scrolled = (page: Page) =>
  page.evaluate(async () => {
    for (let before = NaN; before !== scrollY; await new Promise((done) => setTimeout(done, 100)))
      before = scrollY
  })

describe.skipIf(!chromiumPath())(
  `the map of territories, in a browser (${chromiumPath() ?? howToGetChromium})`,
  () => {
    const app = servedApp()

    /** The map once this territory is on it; a machine that is busy may need to be asked twice. */
    async function opened(path: string, name: RegExp, options?: BrowserContextOptions): Promise<Page> {
      const page = await app.open(path, options)
      const again = page.getByRole('button', { name: 'Réessayer' })
      const isThere = async () => {
        if (await again.isVisible()) await again.click({ timeout: 1000 }).catch(() => {})
        return territory(page, name).count()
      }
      await expect.poll(isThere, { timeout: 120_000, interval: 500 }).toBe(1)
      return page
    }

    // In Switzerland initiatives began in 1978, 1984, 1997, 2007 and 2013, as the families' files say.
    it('sees where an idea spread, year by year', async () => {
      const page = await opened('/territories?level=COUNTRY', /^Suisse, 5 initiatives/)
      const year = page.getByRole('textbox', { name: 'Année ou mois' })
      for (const [on, says] of [
        ['2000', /^Suisse, 3 initiatives/],
        ['1980', /^Suisse, une initiative/],
        ['1960', /^Suisse, aucune initiative/],
      ] as const) {
        await year.fill(on)
        await page.keyboard.press('Enter')
        await territory(page, says).waitFor({ state: 'attached' })
        expect(query(page).get('on')).toBe(on)
      }
      await page.getByRole('button', { name: 'Toutes les dates' }).click()
      await territory(page, /^Suisse, 5 initiatives/).waitFor({ state: 'attached' })
      await page.getByRole('button', { name: 'Tableau' }).click()
      const row = page.getByRole('row', { name: /^Suisse/ })
      expect((await row.getByRole('cell').allInnerTexts()).slice(0, 2)).toEqual(['Suisse', '5'])
      await page.context().close()
    })

    it('opens a région by a click, goes into it, and takes the drawing and the rows away', async () => {
      const page = await opened('/territories', /^Bretagne, /)
      const at = await placeOf(page, 'reg:53')
      await page.mouse.click(at.x, at.y)
      await sheet(page).getByRole('heading', { name: 'Bretagne' }).waitFor()
      await sheet(page).getByRole('heading', { name: 'Des initiatives d’ici' }).waitFor()
      const links = sheet(page).getByRole('link')
      expect(await links.filter({ hasText: 'Sa fiche' }).getAttribute('href')).toBe('/territories/reg%3A53')
      expect(await links.filter({ hasText: 'Ses partenaires' }).getAttribute('href')).toBe('/map?of=reg%3A53')
      await sheet(page).getByRole('button', { name: 'Voir de plus près' }).click()
      await page
        .getByRole('heading', { name: 'Bretagne : ses initiatives, et d’où elles viennent' })
        .waitFor()
      await expect.poll(() => query(page).get('inside')).toBe('reg:53')
      await territory(page, /^Finistère, /).waitFor({ state: 'attached' })

      await page.getByRole('button', { name: 'Partager ou exporter' }).click()
      const panel = page.getByRole('dialog', { name: 'Partager ou exporter' })
      const saved = async (format: string) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          panel.getByRole('button', { name: format, exact: true }).click(),
        ])
        return (await readFile(await file.path())).toString()
      }
      const svg = await saved('SVG')
      expect(svg).toContain('ses initiatives, et d’où elles viennent')
      expect(svg).toContain('Natural Earth, domaine public')
      expect(svg).toContain('>Brest<')
      const csv = await saved('CSV')
      expect(csv.split('\r\n')[0]).toContain('Territoire;Initiatives')
      expect(csv).toContain('dep:29')
      expect(await panel.getByRole('button', { name: 'GEXF' }).count()).toBe(0)
      await page.keyboard.press('Escape')
      await page.getByRole('link', { name: 'France' }).click()
      await territory(page, /^Bretagne, /).waitFor({ state: 'attached' })
      expect(query(page).get('inside')).toBeNull()
      await page.context().close()
    })

    it('opens what has an inset there, and follows a family in it', async () => {
      const page = await opened('/territories?level=DEPARTMENT', /^Paris, 27 initiatives/)
      const paris = await placeOf(page, 'dep:75', { hasCloseUp: true })
      await page.mouse.click(paris.x, paris.y)
      await sheet(page).getByRole('heading', { name: 'Paris' }).waitFor()
      await page.keyboard.press('Escape')
      await sheet(page).waitFor({ state: 'detached' })
      const reunion = await placeOf(page, 'dep:974', { hasCloseUp: true })
      await page.mouse.click(reunion.x, reunion.y)
      await sheet(page).getByRole('heading', { name: 'La Réunion' }).waitFor()
      const family = sheet(page).getByRole('link', { name: 'De City Year à Unis-Cité' })
      const { pathname, searchParams } = new URL((await family.getAttribute('href')) ?? '', page.url())
      expect(decodeURIComponent(pathname)).toBe('/tree/sample:city-year-boston')
      expect(searchParams.get('territory')).toBe('dep:974')
      await page.context().close()
    })

    it('opens a région by a tap, sees it above its sheet, and comes nearer by two fingers', async () => {
      const page = await opened('/territories', /^Bretagne, /, phone)
      const place = () => placeOf(page, 'reg:76', { isNarrow: true })
      const tapped = await place()
      await page.touchscreen.tap(tapped.x, tapped.y)
      await sheet(page).getByRole('heading', { name: 'Occitanie' }).waitFor()
      // A sheet takes 368 of the 844 pixels once it is full.
      const edge = 844 - 368
      expect(tapped.y).toBeGreaterThan(edge)
      await expect.poll(async () => (await place()).y).toBeLessThan(edge - 100)
      await sheet(page).getByRole('button', { name: 'Fermer' }).click()
      await sheet(page).waitFor({ state: 'detached' })
      await scrolled(page)
      const { x, y } = await place()
      const device = await page.context().newCDPSession(page)
      const fingers = (type: 'touchStart' | 'touchMove' | 'touchEnd', half: number) =>
        device.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: half === 0 ? [] : [-half, half].map((off, id) => ({ x: x - 60 + off, y, id })),
        })
      await fingers('touchStart', 30)
      for (const half of [40, 50, 60]) await fingers('touchMove', half)
      await fingers('touchEnd', 0)
      // Twice as near as the whole map, which 390 pixels show at 0.36 to a unit or so.
      await expect.poll(() => Number(query(page).get('at')?.split(',')[2])).toBeGreaterThan(0.6)
      await page.context().close()
    })

    it('goes from territory to territory by keyboard alone', async () => {
      const page = await opened('/territories', /^Auvergne-Rhône-Alpes, /)
      await page.getByRole('checkbox', { name: 'Reprises' }).focus()
      await page.keyboard.press('Tab')
      expect(await focused(page)).toMatch(/^Auvergne-Rhône-Alpes, /)
      await page.keyboard.press('ArrowUp')
      expect(await focused(page)).toMatch(/^Bourgogne-Franche-Comté, /)
      await page.keyboard.press('ArrowUp')
      expect(await focused(page)).toMatch(/^Grand Est, /)
      await page.keyboard.press('Enter')
      await sheet(page).getByRole('heading', { name: 'Grand Est' }).waitFor()
      await page.keyboard.press('Escape')
      await sheet(page).waitFor({ state: 'detached' })
      expect(await focused(page)).toMatch(/^Grand Est, /)

      await page.keyboard.press('Enter')
      await sheet(page).getByRole('heading', { name: 'Grand Est' }).waitFor()
      await page.keyboard.press('Enter')
      await expect.poll(() => query(page).get('inside')).toBe('reg:44')
      await expect.poll(() => focused(page)).toMatch(/^Ardennes, /)
      await page.keyboard.press('Escape')
      await expect.poll(() => query(page).get('inside')).toBeNull()
      await expect.poll(() => focused(page)).toMatch(/^Grand Est, /)
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Agrandir')
      await page.context().close()
    })

    it.each([
      ['light', { colorScheme: 'light' as const }, '?selected=reg:53', /^Bretagne, /],
      ['dark', { colorScheme: 'dark' as const }, '?level=COUNTRY&selected=iso:CH', /^Suisse, /],
      ['a phone', phone, '?inside=dep:69&selected=cog:69123', /^Lyon, /],
    ])('has nothing against accessibility rules, on %s', async (_, options, asked, name) => {
      const page = await opened(`/territories${asked}`, name, options)
      await sheet(page).getByRole('heading', { name: 'Des initiatives d’ici' }).waitFor()
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
      await expectNoSidewaysScroll(page)
      await page.context().close()
    })
  },
)
