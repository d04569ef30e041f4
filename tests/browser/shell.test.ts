import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'

const pages = {
  home: '/',
  families: '/tree',
  initiative: '/initiatives/sample%3Aaccorderie-paris-19',
  achievements: '/initiatives/sample%3Ahinz-kunzt',
  partner: '/partners/sample%3Asecours-catholique',
  giver: '/partners/sample%3Afondation-veolia',
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
    await page.getByRole('combobox').fill('zzqqxx')
    await page.getByText('Rien ne porte un nom proche').waitFor()
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
    await page.reload()
    await page.getByRole('heading', { name: 'Who carries it?' }).waitFor()
    expect(await page.getByText(/Carries, since September 2011/).count()).toBe(1)
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
      expect.stringMatching(/^100 personnes en 2004 · .*eve\.coop$/),
      expect.stringMatching(/^400 personnes en 2007 · .*eve\.coop$/),
      expect.stringMatching(/^700 personnes en 2016 · .*monsaintroch\.com$/),
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
      /10 000 euros Fondation Veolia Social et emploi, le 5 avril 2011 · .*fondation\.veolia\.com/,
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
    await page.context().close()
  })

  it('says that the server is gone, and comes back with it', async () => {
    const page = await app.open('/')
    await settled(page)
    await page.route('**/graphql', (route) => route.abort())
    await page.goto(app.address() + pages.partner)
    await page.getByRole('alert').getByText('Le serveur d’Essaim ne répond pas.').waitFor()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Réessayer' }).click()
    await page.getByRole('heading', { name: 'Secours Catholique' }).waitFor()
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

  it.each(Object.entries(pages))('does not scroll sideways at 390 px: %s', async (_, path) => {
    const page = await app.open(path, phone)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await page.context().close()
  })

  describe.each(['light', 'dark'] as const)('axe finds nothing in the %s theme', (colorScheme) => {
    it.each(Object.entries(pages))('on the page: %s', async (_, path) => {
      const page = await app.open(path, { colorScheme })
      await settled(page)
      expect(await violations(page)).toEqual([])
      await page.context().close()
    })

    it('on the open search and the menu of a phone', async () => {
      const page = await app.open('/', { colorScheme })
      await page.getByRole('button', { name: 'Chercher' }).click()
      await page.getByRole('combobox').fill('emma')
      await page.getByRole('option').first().waitFor()
      expect(await violations(page)).toEqual([])
      await page.context().close()
      const small = await app.open(pages.partner, { ...phone, colorScheme })
      await settled(small)
      await small.getByRole('button', { name: 'Menu' }).click()
      expect(await violations(small)).toEqual([])
      await small.context().close()
    })
  })
})

async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
