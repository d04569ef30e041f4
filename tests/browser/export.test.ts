import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { pagesPrinted } from '../support/paper.ts'

const tree = '/tree/sample%3Aaccorderie-quebec?on=2012'
const map = '/map?of=sample%3Asecours-catholique'
const panel = (page: Page) => page.getByRole('dialog', { name: 'Partager ou exporter' })

async function opened(page: Page) {
  await page.getByRole('treeitem', { name: /^Accorderie de Québec,/ }).waitFor({ timeout: 60_000 })
  const menu = page.getByRole('button', { name: 'Partager ou exporter' })
  // On a phone the acts are behind one button.
  if (!(await menu.isVisible())) await page.getByRole('button', { name: 'Explorer' }).click()
  await menu.click()
  await panel(page).getByRole('button', { name: 'PNG' }).waitFor()
}

async function saved(page: Page, format: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByRole('button', { name: format, exact: true }).click(),
  ])
  await panel(page).getByRole('status').getByText(`Enregistré : ${download.suggestedFilename()}`).waitFor()
  return { name: download.suggestedFilename(), content: await readFile(await download.path()) }
}

describe.skipIf(!chromiumPath())(
  `what is shown, in a browser (${chromiumPath() ?? howToGetChromium})`,
  () => {
    const app = servedApp()

    it('is taken away as a drawing, an image, a table and a graph', async () => {
      const page = await app.open(tree)
      await opened(page)

      const svg = await saved(page, 'SVG')
      expect(svg.name).toMatch(/^accorderies.*\.svg$/)
      const drawing = svg.content.toString()
      expect(drawing).toContain('ce qui existait en 2012')
      expect(drawing).toContain(`${app.address()}${tree}`)
      expect(drawing).toContain('Accorderie de Québec')
      expect(drawing).not.toMatch(/<script|var\(--/)

      const png = await saved(page, 'PNG')
      expect([...png.content.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG')
      expect(png.content.readUInt32BE(16)).toBeGreaterThan(1440)

      const csv = (await saved(page, 'CSV')).content.toString()
      expect(csv.startsWith('\ufeff')).toBe(true)
      expect(csv).toContain('Accorderie de Québec')
      // It began in 2019, and the picture is of 2012.
      expect(csv).not.toContain('Accorderie de Cachan')

      const gexf = (await saved(page, 'GEXF')).content.toString()
      expect(gexf).toContain('label="Accorderie de Québec"')
      expect(gexf).not.toContain('Accorderie de Cachan')
      await page.context().close()
    })

    it('is printed as lines on one page, in the colours of paper', async () => {
      const page = await app.open('/', { colorScheme: 'dark' })
      const named = { [tree]: 'Accorderie de Québec', [map]: 'Secours', '/territories': 'Guadeloupe' }
      for (const [path, name] of Object.entries(named)) {
        await page.goto(app.address() + path)
        await page
          .getByText(/refaite à sa façon|^finance$/)
          .filter({ visible: true })
          .first()
          .waitFor()
        const onPaper = page.locator('.on-paper svg text', { hasText: name })
        const printed = async () => {
          await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
          return onPaper.count()
        }
        await expect.poll(printed, { timeout: 30_000 }).toBeGreaterThan(0)
        expect(await pagesPrinted(page), path).toBe(1)
        await printed()
        await page.emulateMedia({ media: 'print' })
        expect(await onPaper.first().isVisible(), path).toBe(true)
        expect(await page.locator('canvas:visible').count(), path).toBe(0)
        expect(await page.getByText(app.address() + path.split('?')[0]).count(), path).toBeGreaterThan(0)
        await page.emulateMedia({ media: null })
      }
      await page.context().close()
    })

    it('is shared as a link that opens it again', async () => {
      const page = await app.open(`${tree}&selected=sample%3Aaccorderies-france`, {
        permissions: ['clipboard-read', 'clipboard-write'],
      })
      await opened(page)
      await panel(page).getByRole('button', { name: 'Copier le lien' }).click()
      await panel(page).getByText('Lien copié.').waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
      await panel(page).getByRole('button', { name: 'Copier le code' }).click()
      await panel(page).getByText('Code copié.').waitFor()
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
        `<iframe src="${app.address()}/embed/tree/`,
      )
      await page.context().close()
    })

    it('closes its panel by Escape and leaves the rest as it was', async () => {
      const page = await app.open(`${tree}&selected=sample%3Aaccorderies-france`)
      await opened(page)
      await page.keyboard.press('Escape')
      await panel(page).waitFor({ state: 'hidden' })
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(
        'Partager ou exporter',
      )
      expect(new URL(page.url()).searchParams.get('selected')).toBe('sample:accorderies-france')
      await page.context().close()
    })

    it.each([
      { on: 'a screen in light', options: { colorScheme: 'light' } as const },
      { on: 'a screen in dark', options: { colorScheme: 'dark' } as const },
      { on: 'a phone', options: phone },
    ])('has a panel that everybody can use: $on', async ({ options }) => {
      const page = await app.open(tree, options)
      await opened(page)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations).toEqual([])
      const box = await panel(page).boundingBox()
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
      expect(box && box.x >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true)
      await page.context().close()
    })
  },
)
