import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'

const secours = '/map?of=sample%3Asecours-catholique'
const mark = (page: Page, name: string | RegExp) => page.locator('svg').getByRole('button', { name })
const marks = (page: Page) => page.locator('.mark').count()
const place = (page: Page, id: string) => page.locator(`[data-id="${id}"]`).getAttribute('transform')

async function drawn(page: Page) {
  await page.locator('.mark').first().waitFor()
  await page.waitForTimeout(400)
}

describe.skipIf(!chromiumPath())(`the partner map (${chromiumPath() ?? howToGetChromium})`, () => {
  const app = servedApp()

  it('shows who funds an initiative', async () => {
    const page = await app.open(secours)
    await drawn(page)
    expect(await page.locator('h1').innerText()).toMatch(
      /Secours Catholique porte ou soutient \d+ initiatives, avec \d+ partenaires/,
    )
    await mark(page, /^Accorderie de Chambéry/).click()
    const sheet = page.getByRole('complementary', { name: 'Accorderie de Chambéry' })
    await sheet.waitFor()
    const funders = sheet.locator('section', { hasText: 'Qui finance ?' })
    expect(await funders.getByRole('link').allInnerTexts()).toContain('Fondation Macif')
    expect(new URL(page.url()).searchParams.get('selected')).toBe('sample:accorderie-chambery')
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('opens more partners of a partner, in place, and comes back with Back', async () => {
    const page = await app.open(secours)
    await drawn(page)
    const before = await marks(page)
    await page.locator('[data-badge="sample:fondation-macif"]').click()
    await page.waitForURL(/expanded=sample/)
    await page.waitForFunction((count) => document.querySelectorAll('.mark').length > count, before, {
      timeout: 30_000,
    })
    expect(await page.locator('[data-badge="sample:fondation-macif"]').count()).toBe(0)
    const opened = page.url()
    await page.goBack()
    await page.waitForFunction((count) => document.querySelectorAll('.mark').length === count, before, {
      timeout: 30_000,
    })
    await page.goto(opened)
    await drawn(page)
    expect(await marks(page)).toBeGreaterThan(before)
    await page.context().close()
  })

  it('leaves out the funders, and the others stay where they are', async () => {
    const page = await app.open(secours)
    await drawn(page)
    const before = await marks(page)
    const town = 'sample:accorderie-chambery'
    const at = await place(page, town)
    await page.getByRole('button', { name: /^finance/ }).click()
    await page.waitForFunction((count) => document.querySelectorAll('.mark').length < count, before, {
      timeout: 30_000,
    })
    expect(await page.locator('.tie .funds').count()).toBe(0)
    expect(await page.locator('.tie .carries').count()).toBeGreaterThan(0)
    expect(await place(page, town)).toBe(at)
    await page.getByRole('button', { name: 'Tout montrer' }).click()
    await page.waitForFunction((count) => document.querySelectorAll('.mark').length === count, before, {
      timeout: 30_000,
    })
    await page.context().close()
  })

  it('gives the same links as a table, with the same filter', async () => {
    const page = await app.open(secours)
    await drawn(page)
    const count = (name: RegExp) => page.getByRole('button', { name }).locator('.count').innerText()
    const counts = await Promise.all([/^porte/, /^finance/, /^soutient/, /^gouverne/, /^relaie/].map(count))
    await page.getByRole('button', { name: 'Tableau' }).click()
    const rows = page.locator('tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(counts.reduce((sum, one) => sum + Number(one), 0))
    await page.getByRole('button', { name: /^finance/ }).click()
    await page.waitForURL(/roles=/)
    expect(await rows.count()).toBe(counts.reduce((sum, one) => sum + Number(one), 0) - Number(counts[1]))
    await page.context().close()
  })

  it('is walked by keyboard: arrows from mark to mark, Enter opens, Escape closes', async () => {
    const page = await app.open(secours)
    await drawn(page)
    await mark(page, /^Secours Catholique/).focus()
    await page.keyboard.press('ArrowLeft')
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    expect(name).toMatch(/, \d+ liens?/)
    expect(name).not.toMatch(/^Secours Catholique/)
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').waitFor()
    expect(await page.locator('.mark[aria-pressed="true"]').getAttribute('aria-label')).toBe(name)
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    expect(await page.locator('.mark[tabindex="0"]').count()).toBe(1)
    await page.context().close()
  })

  it('keeps where one looks in the address', async () => {
    const page = await app.open(secours)
    await drawn(page)
    await page.getByRole('button', { name: 'Agrandir' }).click()
    await page.waitForURL(/at=/)
    const size = await page.locator('.map').evaluate((map) => map.getBoundingClientRect().width)
    await page.reload()
    await drawn(page)
    const again = await page.locator('.map').evaluate((map) => map.getBoundingClientRect().width)
    expect(Math.abs(again - size)).toBeLessThan(size * 0.1)
    await page.getByRole('button', { name: 'Tout voir' }).click()
    await page.waitForURL((url) => !url.searchParams.has('at'))
    await page.context().close()
  })

  it('proposes where to start when nothing is asked, and says so when nobody has the id', async () => {
    const page = await app.open('/map')
    const proposal = page.getByRole('link', { name: 'Secours Catholique' })
    await proposal.click()
    await drawn(page)
    await page.goto(`${app.address()}/map?of=nobody`)
    await page.getByText('Aucune fiche ne porte cet identifiant').waitFor()
    await page.context().close()
  })

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' as const }],
    ['phone', phone],
  ])('has nothing that axe objects to (%s)', async (_, options) => {
    const page = await app.open(`${secours}&selected=sample%3Atzcld`, options)
    await drawn(page)
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
    await page.context().close()
  })
})
