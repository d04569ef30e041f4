import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { expectNoSidewaysScroll } from '../support/sideways.ts'

const treeOf = (id: string, query = '') => `/tree/${encodeURIComponent(`sample:${id}`)}${query}`
const row = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name })
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const sheet = (page: Page) => page.getByRole('complementary')

/** Presses a key until what has the focus is named so. */
async function pressUntil(page: Page, key: string, name: RegExp) {
  for (let times = 0; times < 60; times += 1) {
    await page.keyboard.press(key)
    const told = await page.evaluate(() => {
      const at = document.activeElement
      return at?.getAttribute('aria-label') ?? at?.textContent ?? ''
    })
    if (name.test(told.trim())) return
  }
  throw new Error(`${key}: nothing named ${name}`)
}

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

  it('sees what Paris changed in the Accorderie, side by side with its parent', async () => {
    const page = await app.open(treeOf('accorderie-quebec'))
    await row(page, /^Accorderie de Paris 19e,/).click()
    await page.getByRole('heading', { name: /^Ce que Paris 19e .*a gardé, adapté, laissé$/ }).waitFor()
    await sheet(page)
      .getByText(/Collectivités locales mobilisées avant l.ouverture/)
      .first()
      .waitFor()
    await sheet(page).getByRole('button', { name: 'Côte à côte' }).click()
    const heads = sheet(page).getByRole('columnheader')
    await expect
      .poll(() => heads.allInnerTexts())
      .toEqual(['Essaimage des Accorderies en France', 'Accorderie de Paris 19e'])
    const lines = await sheet(page).locator('tbody tr').allInnerTexts()
    expect(lines).toHaveLength(5)
    expect(lines.filter((line) => line.includes('Gardé'))).toHaveLength(1)
    expect(lines.filter((line) => line.includes('Personne n’a noté ce qui en a été fait.'))).toHaveLength(4)
    expect(lines.join()).toContain('cœur du modèle')
    await page.goBack()
    await heads.first().waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('follows a commons through the family', async () => {
    const page = await app.open(treeOf('accorderie-quebec'))
    await page.getByRole('button', { name: 'Quels communs la tiennent ?' }).click()
    await sheet(page).getByRole('button', { name: 'Charte des Accorderies françaises' }).click()
    await expect.poll(() => row(page, /utilise le commun choisi/).count()).toBe(3)
    expect(await sheet(page).innerText()).toContain('charte, licence non dite')
    await sheet(page).getByRole('button', { name: 'Accorderie de Pontcharra' }).click()
    await expect
      .poll(() => row(page, /^Accorderie de Pontcharra,/).getAttribute('aria-selected'))
      .toBe('true')
    await page.keyboard.press('Escape')
    await page.getByText('Commun suivi : Charte des Accorderies françaises').waitFor()
    expect(await row(page, /utilise le commun choisi/).count()).toBe(3)
    await page.getByRole('button', { name: 'Ne plus le suivre' }).click()
    await expect.poll(() => row(page, /utilise le commun choisi/).count()).toBe(0)
    await page.context().close()
  })

  it('compares the results of two places, each measured where it is', async () => {
    const page = await app.open(treeOf('accorderie-quebec'))
    await page.getByRole('button', { name: 'Quels résultats, et où ?' }).click()
    await sheet(page).getByText('Mesuré dans plusieurs lieux').waitFor()
    const told = await sheet(page).innerText()
    expect(told).toMatch(/Accordeurs \(personnes\)/i)
    expect(told).toContain('12 autres lieux n’ont pas ce chiffre.')
    await sheet(page).getByRole('button', { name: 'Accorderie de Bordeaux' }).first().click()
    await expect.poll(() => row(page, /^Accorderie de Bordeaux,/).getAttribute('aria-selected')).toBe('true')
    await sheet(page).getByRole('button', { name: 'Éléments du modèle' }).click()
    const france = sheet(page).getByTitle(/^Essaimage des Accorderies en France : Adapté/)
    await expect.poll(() => france.count()).toBe(2)
    expect(await sheet(page).innerText()).toContain('8 lieux dont rien n’est noté n’ont pas de colonne.')
    await page.context().close()
  })

  it('compares two branches, by Shift or from the list', async () => {
    const page = await app.open(treeOf('accorderie-quebec'))
    await row(page, /^Accorderie de Paris 19e,/).click()
    await row(page, /^Accorderie de Trois-Rivières,/).click({ modifiers: ['Shift'] })
    const title = page.getByRole('heading', {
      name: 'Accorderie de Paris 19e et Accorderie de Trois-Rivières, côte à côte',
    })
    await title.waitFor()
    await sheet(page).getByText('4 initiatives, un pays').waitFor()
    expect(await row(page, /A, du premier côté/).count()).toBe(4)
    await page.keyboard.press('Escape')
    await sheet(page).getByRole('button', { name: 'Comparer avec…' }).click()
    await sheet(page).getByLabel('Comparer avec').selectOption({ label: 'Accorderie de Trois-Rivières' })
    await title.waitFor()
    expect(new URL(page.url()).searchParams.getAll('selected')).toHaveLength(2)
    await page.context().close()
  })

  it('plays the years, and the map that is opened keeps the date', async () => {
    const page = await app.open(treeOf('accorderie-quebec'))
    await row(page, /^Accorderie de Cachan,/).waitFor()
    await page.getByRole('button', { name: 'Faire défiler les années' }).click()
    await expect
      .poll(() => Number(new URL(page.url()).searchParams.get('on')), { timeout: 9000 })
      .toBeGreaterThan(2003)
    await page.getByRole('button', { name: 'Arrêter le défilement' }).click()
    await page.getByRole('textbox', { name: 'Année ou mois' }).fill('2013')
    await page.keyboard.press('Enter')
    await page.getByText('Douze initiatives dans deux pays en 2013.').waitFor()
    await expect.poll(() => row(page, /^Accorderie de Cachan,/).count()).toBe(0)
    await row(page, /^Accorderie de Chambéry,/).click()
    const map = sheet(page).getByRole('link', { name: 'Ses partenaires' })
    expect(await map.getAttribute('href')).toContain('on=2013')
    await page.context().close()
  })

  it('reads what changed between two dates', async () => {
    const page = await app.open(treeOf('accorderie-quebec', '?on=2013'))
    await page.getByRole('button', { name: 'Quoi de neuf entre deux dates ?' }).click()
    await sheet(page).getByLabel('Depuis').fill('2010')
    await page.keyboard.press('Enter')
    await sheet(page).getByRole('heading', { name: '6 initiatives ont commencé' }).waitFor()
    expect(await sheet(page).innerText()).toContain('Aucune n’a pris fin')
    await sheet(page).getByLabel('Depuis').fill('hier')
    await page.keyboard.press('Enter')
    await sheet(page).getByRole('alert').waitFor()
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

  it('shares the exact view', async () => {
    const commons = 'Charte des Accorderies françaises'
    const page = await app.open(treeOf('accorderie-quebec', '?panel=commons'))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await sheet(page).getByRole('button', { name: commons }).click()
    await page.getByRole('textbox', { name: 'Année ou mois' }).fill('2016')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^refaite à sa façon/ }).click()
    await row(page, /^Accorderie de Pontcharra,/).click()
    await page.getByRole('heading', { name: 'Ce que Pontcharra a gardé, adapté, laissé' }).waitFor()
    await page.getByRole('button', { name: 'Partager ou exporter' }).click()
    await page.getByRole('button', { name: 'Copier le lien' }).click()
    await page.getByText('Lien copié.').waitFor()
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
    const view = async (one: Page) => {
      await one.getByText(`Commun suivi : ${commons}`).waitFor()
      await one.getByRole('heading', { name: 'Ce que Pontcharra a gardé, adapté, laissé' }).waitFor()
      return one
        .locator('[role=treeitem]')
        .evaluateAll((rows) => rows.map((each) => each.getAttribute('aria-label')))
    }
    const again = await app.open(link.pathname + link.search)
    const shown = await view(again)
    expect(shown).toEqual(await view(page))
    expect(shown.filter((label) => label?.includes('utilise le commun choisi'))).toHaveLength(3)
    await again.context().close()
    await page.context().close()
  })

  it('goes through the family by keyboard alone: what Paris changed, a commons, the exact view, who funds', async () => {
    const page = await app.open(treeOf('accorderie-quebec'))
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await row(page, /^Accorderie de Québec,/).waitFor()
    await pressUntil(page, 'Tab', /^Accorderie de Québec,/)
    await pressUntil(page, 'ArrowDown', /^Accorderie de Paris 19e,/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Ce que Paris 19e .*a gardé, adapté, laissé$/ }).waitFor()
    await sheet(page).getByRole('button', { name: 'Côte à côte' }).waitFor()
    await pressUntil(page, 'Tab', /^Côte à côte$/)
    await page.keyboard.press('Enter')
    await sheet(page).getByRole('columnheader').nth(1).waitFor()
    await page.keyboard.press('Escape')
    await sheet(page).waitFor({ state: 'detached' })
    await expect.poll(() => focused(page)).toMatch(/^Accorderie de Paris 19e,/)

    await pressUntil(page, 'Shift+Tab', /^Quels communs la tiennent/)
    await page.keyboard.press('Enter')
    await sheet(page).getByRole('button', { name: 'Charte des Accorderies françaises' }).waitFor()
    await pressUntil(page, 'Tab', /^Charte des Accorderies françaises$/)
    await page.keyboard.press('Enter')
    await row(page, /utilise le commun choisi/)
      .nth(2)
      .waitFor()

    await pressUntil(page, 'Shift+Tab', /^Partager ou exporter$/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Copier le lien' }).waitFor()
    await pressUntil(page, 'Tab', /^Copier le lien$/)
    await page.keyboard.press('Enter')
    await page.getByText('Lien copié.').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    await page.keyboard.press('Escape')

    await pressUntil(page, 'Tab', /^Accorderie de Paris 19e,/)
    await pressUntil(page, 'ArrowDown', /^Accorderie de Chambéry,/)
    await page.keyboard.press('Enter')
    await sheet(page).getByRole('link', { name: 'Ses partenaires' }).waitFor()
    await pressUntil(page, 'Tab', /^Ses partenaires$/)
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/map\?of=sample%3Aaccorderie-chambery/)
    const onMap = page.locator('[aria-label^="Accorderie de Chambéry, initiative"]')
    await onMap.waitFor({ state: 'attached' })
    await pressUntil(page, 'Tab', /^Accorderie de Chambéry, initiative/)
    await page.keyboard.press('Enter')
    await sheet(page).locator('section', { hasText: 'Qui finance ?' }).getByText('Fondation Macif').waitFor()
    await page.context().close()
  })

  it('scrolls, stretches and opens by the fingers on a phone', async () => {
    const page = await app.open(treeOf('accorderie-quebec'), phone)
    await row(page, /^Accorderie de Québec,/).waitFor()
    const fingers = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...xs: { x: number; y: number }[]) =>
      fingers.send('Input.dispatchTouchEvent', { type, touchPoints: xs.map((at, id) => ({ ...at, id })) })
    const frame = page.locator('.frame')
    const scrolled = () => frame.evaluate(({ scrollTop }) => scrollTop)
    const start = await scrolled()
    await touch('touchStart', { x: 250, y: 600 })
    for (let y = 590; y >= 400; y -= 10) await touch('touchMove', { x: 250, y })
    await touch('touchEnd')
    await expect.poll(scrolled).toBeGreaterThan(start + 100)
    // The address says where the hand came to rest.
    await expect.poll(() => new URL(page.url()).searchParams.get('at') ?? '').toMatch(/^0,0\.\d+$/)

    const width = () => frame.evaluate(({ scrollWidth }) => scrollWidth)
    const narrow = await width()
    const pinch = async (from: number, until: number) => {
      const both = (apart: number) => [185 - apart, 185 + apart].map((x) => ({ x, y: 500 }))
      await touch('touchStart', ...both(from))
      for (let step = 1; step <= 10; step += 1)
        await touch('touchMove', ...both(from + ((until - from) * step) / 10))
      await touch('touchEnd')
    }
    await pinch(40, 80)
    const zoom = () => Number(new URL(page.url()).searchParams.get('zoom') ?? 1)
    await expect.poll(zoom).toBeGreaterThan(1.6)
    expect(await width()).toBeGreaterThan(narrow)
    expect(await page.evaluate(() => visualViewport?.scale)).toBe(1)
    await pinch(80, 40)
    await expect.poll(zoom).toBeLessThan(1.2)

    const name = row(page, /^Accorderie de Bordeaux,/)
    await name.scrollIntoViewIfNeeded()
    const box = await name.boundingBox()
    if (!box) throw new Error('Bordeaux is not in sight')
    await touch('touchStart', { x: box.x + box.width - 20, y: box.y + box.height / 2 })
    await touch('touchEnd')
    await page.getByRole('heading', { name: 'Ce que Bordeaux a gardé, adapté, laissé' }).waitFor()
    await page.context().close()
  })

  it('saves what is shown as a drawing, a sheet and a graph', async () => {
    const page = await app.open(treeOf('accorderie-quebec', '?on=2013'))
    await row(page, /^Accorderie de Chambéry,/).waitFor()
    await page.getByRole('button', { name: 'Partager ou exporter' }).click()
    const saved = async (format: string) => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: format, exact: true }).click(),
      ])
      return readFileSync(await download.path(), 'utf8')
    }
    const drawing = await saved('SVG')
    expect(drawing).toContain('Accorderie de Chambéry')
    expect(drawing).toContain('franchise sociale')
    expect(drawing).not.toContain('Accorderie de Cachan')
    const sheetLines = (await saved('CSV')).trim().split(/\r?\n/)
    expect(sheetLines[0]).toContain('Initiative')
    // Twelve initiatives, one of them with a second parent.
    expect(sheetLines).toHaveLength(1 + 13)
    expect(await saved('GEXF')).toContain('Accorderie de Chambéry')
    await page.context().close()
  })

  it('reaches everything on a phone, without scrolling sideways', async () => {
    const page = await app.open(treeOf('accorderie-quebec'), phone)
    await page.getByRole('button', { name: 'Explorer' }).click()
    await page.getByRole('button', { name: 'Quels résultats, et où ?' }).click()
    await sheet(page).getByText('Mesuré dans plusieurs lieux').waitFor()
    await expectNoSidewaysScroll(page)
    await sheet(page).getByRole('button', { name: 'Éléments du modèle' }).click()
    await sheet(page).getByText('Statut de coopérative de solidarité').waitFor()
    await expectNoSidewaysScroll(page)
    await sheet(page).getByRole('button', { name: 'Fermer' }).click()
    await page.getByText('Lire le dessin').click()
    // Seventeen of nineteen links say so: two others remain, between four initiatives.
    await page.getByRole('button', { name: /^franchise sociale/ }).click()
    await expect.poll(() => page.getByRole('treeitem').count()).toBe(4)
    await expectNoSidewaysScroll(page)
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

  it('says that a family is cut, and asks for the rest or for less', async () => {
    const page = await app.open(treeOf('platform21-repairing', '?first=6'))
    await page.getByText('6 initiatives dessinées sur 20, les plus proches d’abord.').waitFor()
    await page.getByText('Restreindre ce qui est demandé').click()
    await page.getByRole('searchbox', { name: 'Sur le territoire' }).fill('belgique')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Belgique', exact: true }).click()
    await row(page, /^Repair Café de Rebecq,/).waitFor()
    expect(await page.getByRole('treeitem').count()).toBe(6)
    await page.getByRole('button', { name: 'Ne plus restreindre' }).click()
    await page.getByRole('button', { name: 'Tout demander (20)' }).click()
    await row(page, /^Repair Café du FabLab de Carmaux,/).waitFor()
    expect(await page.getByRole('treeitem').count()).toBe(20)
    await page.context().close()
  })

  it('chooses a line of the table and reads what it changed', async () => {
    const page = await app.open(treeOf('accorderie-quebec', '?view=table'))
    await page.getByRole('table').getByRole('link', { name: 'Accorderie de Chambéry' }).first().click()
    await page.getByRole('heading', { name: 'Ce que Chambéry a gardé, adapté, laissé' }).waitFor()
    await expect.poll(() => page.locator('tr[aria-current]').innerText()).toContain('Accorderie de Chambéry')
    await page.getByRole('button', { name: 'Arbre', exact: true }).click()
    await expect.poll(() => row(page, /^Accorderie de Chambéry,/).getAttribute('aria-selected')).toBe('true')
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

  const queries = [
    '?selected=sample%3Aaccorderies-france',
    '?selected=sample%3Aaccorderies-france&panel=beside',
    '?panel=commons&commons=sample%3Aacc-charte',
    '?panel=results',
    '?panel=elements',
    '?panel=dates&from=2010&on=2013',
    '?selected=sample%3Aaccorderie-chambery&selected=sample%3Aaccorderie-annecy',
    '?view=table',
  ]
  it.each([
    ['light paper', { colorScheme: 'light' }],
    ['dark paper', { colorScheme: 'dark' }],
    ['a phone', phone],
  ] as const)('has nothing against accessibility rules, on %s', async (_, options) => {
    for (const query of queries) {
      const page = await app.open(treeOf('accorderie-quebec', query), options)
      await page.waitForLoadState('networkidle')
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze()
      expect(violations.map(({ id, nodes }) => [query, id, nodes.map(({ html }) => html)])).toEqual([])
      await page.context().close()
    }
  })
})
