import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { searchText } from '../../api/exchange/searchText.ts'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { atKeyboard } from '../support/keyboard.ts'
import { expectNoSidewaysScroll } from '../support/sideways.ts'
import { testStore } from '../support/store.ts'

const pages = {
  initiative: '/initiatives/sample%3Aaccorderie-paris-19',
  partner: '/partners/sample%3Asecours-catholique',
  missing: '/initiatives/sample%3Aaccorderi-pariss',
}

// What a page fetched is on screen: nothing waits any more and its title is there.
async function settled(page: Page) {
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const title = (page: Page) => page.locator('main h1').innerText()
const whereFocusIs = (page: Page) => page.evaluate(() => document.activeElement?.tagName)

describe.skipIf(!chromiumPath())(`the web, in a browser (${chromiumPath() ?? howToGetChromium})`, () => {
  const app = servedApp()
  const store = testStore()

  it('finds an initiative by a half-typed name and opens its sheet', async () => {
    const page = await app.open('/')
    await settled(page)
    await page.keyboard.press('/')
    await page.keyboard.type('accorderie de chamb')
    await page.getByRole('option', { name: 'Accorderie de Chambéry' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL('**/initiatives/**')
    await settled(page)
    expect(await title(page)).toBe('Accorderie de Chambéry')
    expect(await page.title()).toBe('Accorderie de Chambéry · Essaim')
    expect(await whereFocusIs(page)).toBe('H1')
    await page.context().close()
  })

  it('opens the best find when Enter comes before the answer', async () => {
    const page = await app.open('/partners/sample%3Asecours-catholique')
    await settled(page)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('accorderie de chambéry')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/initiatives/**')
    await settled(page)
    expect(await title(page)).toBe('Accorderie de Chambéry')
    await page.context().close()
  })

  it('says so when nothing has such a name', async () => {
    const page = await app.open('/')
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.getByRole('dialog').getByRole('combobox').fill('zzqqxx')
    await page.getByText('Rien ne porte un nom proche').waitFor()
    await page.context().close()
  })

  it('opens a saved view by its name, another day, with the keyboard alone', async () => {
    const page = await app.open('/map?of=sample%3Asecours-catholique&roles=FUNDER&view=table')
    await settled(page)
    const view = page.url()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('enregistrer')
    await page.getByRole('option', { name: 'Enregistrer cette vue sous un nom' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Qui finance le Secours Catholique')
    await page.keyboard.press('Enter')
    await page.getByRole('option', { name: 'Qui finance le Secours Catholique' }).waitFor()
    await page.keyboard.press('Escape')

    await page.goto(app.address() + pages.initiative)
    await settled(page)
    await page.keyboard.press('/')
    await page.keyboard.type('finance secours')
    const option = page.getByRole('option', { name: 'Qui finance le Secours Catholique' })
    await option.waitFor()
    for (let step = 0; step < 40 && (await option.getAttribute('aria-selected')) !== 'true'; step += 1)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(view)

    await page.keyboard.press('Control+k')
    await page.getByRole('option', { name: /^Accorderie de Paris 19/ }).waitFor()
    await page.getByRole('option', { name: 'Renommer ou retirer des vues enregistrées' }).click()
    await page.getByRole('button', { name: 'Retirer « Qui finance le Secours Catholique »' }).click()
    await page.keyboard.press('Enter')
    expect(await page.getByRole('option', { name: 'Qui finance' }).count()).toBe(0)
    await page.context().close()
  })

  it('looks for a place, and gives the focus back when the search is closed', async () => {
    const page = await app.open(pages.partner)
    await settled(page)
    const link = page.getByRole('link', { name: 'Voir sa carte des partenaires' })
    await link.focus()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('brest')
    await page
      .getByRole('group', { name: 'Territoires' })
      .getByRole('option', { name: /^Brest\b.*Finistère/ })
      .waitFor()
    await page.keyboard.press('Escape')
    expect(await link.evaluate((one) => one === document.activeElement)).toBe(true)
    await page.context().close()
  })

  it('goes back to the page and the place one came from', async () => {
    const page = await app.open('/')
    await settled(page)
    const last = page.locator('main li a').last()
    await last.scrollIntoViewIfNeeded()
    const height = await page.evaluate(() => scrollY)
    expect(height).toBeGreaterThan(0)
    await last.click()
    await page.waitForURL('**/initiatives/**')
    await page.goBack()
    await settled(page)
    await page.waitForFunction((before) => Math.abs(scrollY - before) < 3, height, { timeout: 5_000 })
    await page.context().close()
  })

  it('switches to English, stays on the page and remembers', async () => {
    const page = await app.open(pages.initiative)
    await settled(page)
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Who carries it?' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(pages.initiative)
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    const table = '/tree/sample%3Aaccorderie-quebec?view=table&until=2015'
    await page.goto(app.address() + table)
    await page.getByRole('button', { name: 'Français' }).click()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Partners' }).waitFor()
    expect(page.url()).toBe(app.address() + table)
    await page.goto(app.address() + pages.initiative)
    await page.reload()
    await page.getByRole('heading', { name: 'Who carries it?' }).waitFor()
    expect(await page.getByText(/Carries, since September 2011/).count()).toBe(1)
    await page.context().close()
  })

  it('prints a sheet, by keyboard alone', async () => {
    const page = await app.open('/')
    await settled(page)
    const hands = atKeyboard(page)
    await hands.press('/')
    await hands.type('secours catholique')
    await hands.pointAt(/^Secours Catholique/)
    await hands.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Secours Catholique' }).waitFor()
    await page.evaluate(() =>
      addEventListener('beforeprint', () => (document.body.dataset['printed'] = 'yes')),
    )
    await hands.press('Control+k')
    await hands.type('imprimer')
    await hands.pointAt(/^Imprimer cette page$/)
    await hands.press('Enter')
    await page.locator('body[data-printed]').waitFor()
    expect(await whereFocusIs(page)).toBe('H1')
    // What stands on that paper.
    await page.emulateMedia({ media: 'print' })
    const paper = await page.locator('body').innerText()
    expect(paper).toMatch(
      /^Essaim, http:\/\/localhost:\d+\/partners\/sample%3Asecours-catholique, imprimé le /,
    )
    expect(paper).toContain('Ce qu’il porte')
    expect(paper).toContain('https://accorderie-annecy.org/historique/')
    expect(await page.getByRole('button').or(page.getByRole('navigation')).count()).toBe(0)
    await page.context().close()
  })

  it('switches to English and stays, by keyboard alone', async () => {
    const page = await app.open(pages.initiative)
    await settled(page)
    const hands = atKeyboard(page)
    await hands.tabTo('English', { most: 10 })
    await hands.press('Enter')
    await page.getByRole('heading', { name: 'Who carries it?' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(pages.initiative)
    // Whoever pressed it stands where it was: the way back.
    await hands.press('Tab')
    await hands.tabTo('Français', { key: 'Shift+Tab', most: 1 })
    await hands.tabTo('Initiatives', { key: 'Shift+Tab', most: 10 })
    await hands.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Initiatives' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Initiatives' }).waitFor()
    // What people recorded is French, and said to be; the words of Essaim are not.
    const facets = page.getByRole('complementary')
    expect(await facets.getByText('At work', { exact: true }).locator('..').getAttribute('lang')).toBe(null)
    expect(await facets.getByText('Bretagne', { exact: true }).locator('..').getAttribute('lang')).toBe('fr')
    await page.context().close()
  })

  it('keeps the theme that was chosen', async () => {
    const page = await app.open('/', { colorScheme: 'light' })
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(await ground()).toBe('rgb(251, 250, 247)')
    await page.getByRole('button', { name: 'Passer au thème sombre' }).click()
    expect(await ground()).toBe('rgb(20, 24, 31)')
    await page.reload()
    expect(await ground()).toBe('rgb(20, 24, 31)')
    await page.getByRole('button', { name: 'Passer au thème clair' }).click()
    expect(await ground()).toBe('rgb(251, 250, 247)')
    await page.context().close()
  })

  it('tells who carries an initiative and where the fact comes from', async () => {
    const page = await app.open(pages.initiative)
    const carriers = page.getByRole('region', { name: 'Qui porte ?' })
    await carriers.waitFor()
    const text = await carriers.innerText()
    expect(text).toContain('Régie de quartier du 19e arrondissement')
    expect(text).toContain('depuis septembre 2011')
    const source = carriers.getByRole('link', { name: 'ess-et-societe.net' })
    expect(await source.getAttribute('href')).toMatch(/^https?:\/\/(www\.)?ess-et-societe\.net\//)
    await page.context().close()
  })

  it('reads what an initiative achieved and where the figure comes from', async () => {
    const page = await app.open('/initiatives/sample%3Aaccorderie-quebec')
    const results = page.getByRole('region', { name: 'Résultats mesurés' })
    const figures = results.getByRole('listitem').filter({ hasText: 'Accordeurs' }).getByRole('listitem')
    await figures.first().waitFor()
    // Each figure as it was measured, in the order of time, and no total.
    expect((await figures.allInnerTexts()).map(inOneLine)).toEqual([
      expect.stringMatching(/^100 personnes en 2004\s· .*eve\.coop$/),
      expect.stringMatching(/^400 personnes en 2007\s· .*eve\.coop$/),
      expect.stringMatching(/^700 personnes en 2016\s· .*monsaintroch\.com$/),
    ])
    expect(await figures.first().getByRole('link').getAttribute('href')).toBe(
      'https://eve.coop/index.html@a=266.html',
    )
    await page.context().close()
  })

  it('says so when no result of an initiative is known', async () => {
    const page = await app.open('/initiatives/sample%3Acjs-hearst')
    const results = page.getByRole('region', { name: 'Résultats mesurés' })
    await results.getByText('Aucun résultat mesuré n’est connu.').waitFor()
    await page.context().close()
  })

  it('follows the money from an initiative to who gave it, and back', async () => {
    const page = await app.open('/initiatives/sample%3Aferme-cocagne-peyrins')
    const received = page.getByRole('region', { name: 'Financements reçus' })
    await received.waitFor()
    expect(inOneLine(await received.innerText())).toMatch(
      /10 000 euros Fondation Veolia Social et emploi, le 5 avril 2011\s· .*fondation\.veolia\.com/,
    )
    await received.getByRole('link', { name: 'Fondation Veolia' }).click()
    const awarded = page.getByRole('region', { name: 'Financements accordés' })
    await awarded.waitFor()
    expect(await awarded.getByRole('listitem').count()).toBe(7)
    await awarded.getByRole('link', { name: 'Ferme de Cocagne de Peyrins' }).click()
    await received.waitFor()
    await page.context().close()
  })

  it('tells partners in the order of time, those without a date last', async () => {
    const page = await app.open('/initiatives/sample%3Aaccorderie-annecy')
    const governs = page.getByRole('region', { name: 'Qui gouverne ?' })
    await governs.waitFor()
    const names = await governs.getByRole('listitem').locator('a').first().innerText()
    expect(names).toMatch(/^Caisse d/)
    await page.context().close()
  })

  it('tells past partners apart', async () => {
    const page = await app.open('/initiatives/sample%3Apathways-to-housing-ny')
    const funders = page.getByRole('region', { name: 'Qui finance ?' })
    await funders.waitFor()
    expect(await funders.innerText()).toMatch(/1 autrefois/)
    await page.context().close()
  })

  it('tells a partner by what it does, and leads to its map', async () => {
    const page = await app.open(pages.partner)
    await page.getByRole('region', { name: 'Ce qu’il porte' }).waitFor()
    const map = page.getByRole('link', { name: 'Voir sa carte des partenaires' })
    expect(await map.getAttribute('href')).toBe('/map?of=sample%3Asecours-catholique')
    await page.context().close()
  })

  it('an unknown address and an unknown id propose the nearest names', async () => {
    const page = await app.open('/accorderie-paris')
    await page.getByRole('heading', { name: 'Rien ici' }).waitFor()
    await page
      .getByRole('link', { name: /Accorderie de Paris/ })
      .first()
      .waitFor()
    await page.goto(app.address() + pages.missing)
    await page.getByText('sample:accorderi-pariss').waitFor()
    await page
      .getByRole('link', { name: /Accorderie de Paris/ })
      .first()
      .click()
    await page.waitForURL('**/initiatives/**')

    const nearest = {
      '/partners/sample%3Asecours-catholiq': 'Secours Catholique',
      '/commons/sample%3Aacc-banque-temp': 'banque de temps',
      '/networks/sample%3Amouvement-unapi': 'Unapei',
      '/territories/cog%3A29018': 'Brest',
      '/tree/sample%3Aaccorderie-quebe': 'Accorderie de Québec',
      '/map?of=sample%3Asecours-catholiq': 'Secours Catholique',
    }
    for (const [path, name] of Object.entries(nearest)) {
      await page.goto(app.address() + path)
      await page.getByRole('heading', { level: 1, name: 'Rien ici' }).waitFor()
      await page.getByRole('main').getByRole('link', { name }).first().waitFor()
    }
    await page.context().close()
  })

  it('says that a part of the page did not come, and gets it by itself', async () => {
    const page = await app.open('/')
    await settled(page)
    await page.route('**/MissingPage-*.js', (route) => route.abort())
    await page.goto(app.address() + pages.missing)
    const told = page.getByRole('alert').filter({ hasText: 'Une partie de la page n’est pas venue' })
    await told.getByRole('button', { name: 'Réessayer' }).waitFor()
    await page.unroute('**/MissingPage-*.js')
    await page.getByRole('heading', { level: 1, name: 'Rien ici' }).waitFor()
    await told.waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('says that the server is gone, and gets back by itself after it was', async () => {
    const page = await app.open('/')
    await settled(page)
    await page.route('**/graphql', (route) => route.abort())
    await page.goto(app.address() + pages.partner)
    await page.getByRole('alert').getByText('Le serveur d’Essaim ne répond pas.').waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('heading', { name: 'Secours Catholique' }).waitFor()
    await page.context().close()
  })

  it.each([
    ['a sheet', '/initiatives/sample%3Aaccorderie-paris-19'],
    ['a comparison', '/compare?of=sample%3Aaccorderie-paris-19&of=sample%3Aaccorderie-quebec'],
  ])('never says that nothing is there when what was asked for failed: %s', async (_, path) => {
    const page = await app.open('/')
    await settled(page)
    // As a server answers that has no time left for the sheet, but had for the rest.
    const message = 'This takes more than the 10 seconds that an answer may take.'
    const errors = [{ message, path: ['initiative'], extensions: { code: 'LIMIT' } }]
    await page.route('**/graphql', async (route) => {
      const response = await route.fetch()
      const { data } = await response.json()
      await route.fulfill({
        response,
        json: 'initiative' in data ? { data: { ...data, initiative: null }, errors } : { data },
      })
    })
    await page.goto(app.address() + path)
    await page.getByRole('heading', { level: 1, name: 'La réponse n’est pas venue' }).waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await page.getByRole('heading', { level: 1, name: /^Accorderie de Paris/ }).waitFor()
    await page.context().close()
  })

  it('leaves clicks that ask for a new tab to the browser', async () => {
    const page = await app.open('/')
    await settled(page)
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page
        .locator('main li a')
        .last()
        .click({ modifiers: ['ControlOrMeta'] }),
    ])
    await tab.waitForURL('**/initiatives/**')
    expect(new URL(page.url()).pathname).toBe('/')
    await page.context().close()
  })

  it('lets the keyboard skip to the content', async () => {
    const page = await app.open(pages.partner)
    await settled(page)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu')
    await page.keyboard.press('Enter')
    expect(await whereFocusIs(page)).toBe('MAIN')
    await page.context().close()
  })

  it('reaches everything of the bar on a phone', async () => {
    const page = await app.open(pages.partner, phone)
    await settled(page)
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('link', { name: 'Essaimage', exact: true }).click()
    await page.getByRole('heading', { name: 'Comment les initiatives essaiment' }).waitFor()
    expect(await page.getByRole('link', { name: 'Partenaires', exact: true }).isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Chercher' }).click()
    await page.keyboard.type('secours cath')
    await page
      .getByRole('option', { name: /^Secours Catholique/ })
      .first()
      .click()
    await page.getByRole('heading', { name: 'Secours Catholique' }).waitFor()
    await page.context().close()
  })

  it('shows hostile names and addresses as text', async () => {
    const hostile = `<img src=x onerror="globalThis.taken = 1"> \u202egnorw ${'Accordéon'.repeat(220)}`
    const session = store.driver.session({ database: store.database })
    await session.run(
      `MATCH (partner:Partner {id: 'sample:secours-catholique'})
       SET partner.name = $name, partner.searchText = $text, partner.website = 'javascript:taken=1'`,
      { name: hostile, text: searchText(hostile) },
    )
    await session.close()
    const page = await app.open('/%3Cscript%3Etaken=1%3C%2Fscript%3E', {
      viewport: { width: 390, height: 844 },
    })
    await page.getByText('<script>taken=1</script>').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('img src onerror')
    const find = page.getByRole('option', { name: /^<img src=x/ })
    await find.waitFor()
    expect((await find.boundingBox())?.height).toBeLessThan(120)
    await find.click()
    await settled(page)
    expect(await title(page)).toBe(hostile)
    await page.goto(`${app.address()}/map?of=sample%3Asecours-catholique`)
    await settled(page)
    expect(await title(page)).toContain('<img src=x')
    for (const path of [pages.partner, '/map?of=sample%3Asecours-catholique&view=table']) {
      await page.goto(app.address() + path)
      await settled(page)
      await expectNoSidewaysScroll(page)
      const addresses = await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((one) => (one as HTMLAnchorElement).protocol))
      expect([...new Set(addresses)].filter((protocol) => !/^(https?|mailto):$/.test(protocol))).toEqual([])
    }
    expect(await page.evaluate(() => 'taken' in globalThis)).toBe(false)
    await page.context().close()
  })
})
