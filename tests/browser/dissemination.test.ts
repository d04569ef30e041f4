import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'

const treeOf = (id: string, query = '') => `/tree/${encodeURIComponent(`sample:${id}`)}${query}`
const row = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const sheet = (page: Page) => page.getByRole('complementary')

describe.skipIf(!chromiumPath())(`the tree, in a browser (${chromiumPath() ?? howToGetChromium})`, () => {
  const app = servedApp()

  it('sees what France changed in the Accorderie of Québec', async () => {
    const page = await app.open(treeOf('accorderie-quebec'))
    await row(page, /^Essaimage des Accorderies en France,/).click()
    await sheet(page).getByText('Statut de coopérative de solidarité').waitFor()
    const told = await sheet(page).innerText()
    expect(told).toContain('Reprise avec des communs partagés, franchise sociale, depuis juin 2011.')
    expect(told).toMatch(/Gardé\s+3/)
    expect(told).toMatch(/Adapté\s+2/)
    expect(told).toContain('non dite par la source')
    expect(new URL(page.url()).searchParams.get('selected')).toBe('sample:accorderies-france')
    await page.keyboard.press('Escape')
    await sheet(page).waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('sees what Paris kept, from the link that leads to it', async () => {
    const page = await app.open(treeOf('accorderie-quebec'))
    await row(page, /^Accorderie de Paris 19e,/).click()
    await page.getByRole('heading', { name: /^Ce que Paris 19e .*a gardé, adapté, laissé$/ }).waitFor()
    await sheet(page)
      .getByText(/Collectivités locales mobilisées avant l.ouverture/)
      .first()
      .waitFor()
    await page.context().close()
  })

  it('follows the lineage of an initiative by keyboard', async () => {
    const page = await app.open(treeOf('pathways-to-housing-ny'))
    await row(page, /^Pathways to Housing \(New York\),/).focus()
    await page.keyboard.press('ArrowRight')
    const child = await focused(page)
    expect(child).toContain('vient de Pathways to Housing (New York)')
    await page.keyboard.press('ArrowLeft')
    expect(await focused(page)).toMatch(/^Pathways to Housing \(New York\)/)
    await row(page, /Bordeaux, Gironde/).focus()
    await page.keyboard.press('Enter')
    await sheet(page).waitFor()
    await page.getByRole('button', { name: 'Lignée seule' }).click()
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(6)
    await page.getByRole('button', { name: 'Toute la famille' }).click()
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(20)
    await page.context().close()
  })

  it('lights the whole lineage of what the pointer meets, and moves nothing', async () => {
    const page = await app.open(treeOf('pathways-to-housing-ny'))
    const places = () =>
      page
        .locator('[role=treeitem] .disc')
        .evaluateAll((discs) => discs.map((disc) => disc.getAttribute('cy')))
    await row(page, /Bordeaux, Gironde/).waitFor()
    const before = await places()
    await row(page, /Bordeaux, Gironde/)
      .locator('.disc')
      .hover()
    expect(await page.locator('[role=treeitem]:not(.out)').count()).toBe(6)
    expect(await places()).toEqual(before)
    await page.context().close()
  })

  it('folds and unfolds a generation', async () => {
    const page = await app.open(treeOf('cjs-hearst'))
    const branch = row(page, /^Coopératives jeunesse de services du Québec,/)
    await branch.focus()
    await page.keyboard.press('Space')
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(2)
    expect(await branch.getAttribute('aria-expanded')).toBe('false')
    await page.goBack()
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(20)
    await page.goForward()
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(2)
    await page.getByRole('button', { name: 'Tout déplier' }).click()
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(20)
    await page.context().close()
  })

  it('reads the same family in the table, with the same filter', async () => {
    const page = await app.open(treeOf('platform21-repairing'))
    await page.getByRole('button', { name: /s’en inspire/ }).click()
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(18)
    await page.getByRole('button', { name: 'Tableau' }).click()
    await page.getByRole('table').waitFor()
    const names = await page.locator('tbody tr td:first-child').allInnerTexts()
    expect(new Set(names).size).toBe(18)
    expect(await page.locator('tbody').innerText()).not.toContain('s’en inspire')
    await page.getByRole('button', { name: 'Commencée' }).dblclick()
    expect(await page.locator('tbody tr td:first-child').first().innerText()).toContain('Wallonie')
    await page.context().close()
  })

  it('comes back to the exact view by its link', async () => {
    const page = await app.open(treeOf('pathways-to-housing-ny'))
    await row(page, /Bordeaux, Gironde/).click()
    await sheet(page).getByRole('button', { name: 'Oïkéo', exact: true }).click()
    await page.getByRole('button', { name: 'Étirer les années' }).click()
    await page.getByRole('button', { name: /s’en inspire/ }).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('without')).toBe('INSPIRED')
    const view = async (one: Page) => {
      await one.getByText('Oïkéo achève sa réforme').waitFor()
      return [
        await one.locator('svg.tree').getAttribute('width'),
        await one
          .locator('[role=treeitem]')
          .evaluateAll((rows) => rows.map((each) => each.getAttribute('data-id'))),
      ]
    }
    const address = new URL(page.url())
    const again = await app.open(address.pathname + address.search)
    expect(await view(again)).toEqual(await view(page))
    await again.context().close()
    await page.context().close()
  })

  it('brings the selected row into sight above the sheet of a phone', async () => {
    const page = await app.open(treeOf('accorderie-quebec', '?selected=sample%3Aaccorderie-bordeaux'), phone)
    await sheet(page).getByText('gardé', { exact: false }).first().waitFor()
    await expect
      .poll(async () => {
        const disc = await row(page, /^Accorderie de Bordeaux,/)
          .locator('.disc')
          .boundingBox()
        const panel = await sheet(page).boundingBox()
        return disc && panel ? disc.y + disc.height < panel.y && disc.y > 60 : false
      })
      .toBe(true)
    await page.context().close()
  })

  it('says of an initiative without a family that it stands alone, and where to go', async () => {
    const page = await app.open(treeOf('decide-madrid'))
    await page.getByText('son arbre n’a qu’elle').waitFor()
    expect(await page.getByRole('link', { name: 'Sa fiche' }).getAttribute('href')).toContain('/initiatives/')
    await page.context().close()
  })

  it('proposes near names for an initiative that nobody has', async () => {
    const page = await app.open(treeOf('nobody-has-this'))
    await page.getByText('Rien ici').waitFor()
    await page.context().close()
  })

  it.each(['light', 'dark'] as const)(
    'has nothing against accessibility rules, on %s paper',
    async (colorScheme) => {
      for (const query of ['?selected=sample%3Aucsd-bordeaux', '?view=table']) {
        const page = await app.open(treeOf('pathways-to-housing-ny', query), { colorScheme })
        await page.waitForLoadState('networkidle')
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
        await page.context().close()
      }
    },
  )
})
