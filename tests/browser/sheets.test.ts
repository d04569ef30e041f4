import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { atKeyboard } from '../support/keyboard.ts'
import { expectNoSidewaysScroll } from '../support/sideways.ts'
import { testStore } from '../support/store.ts'

// Markup, a mark that turns the direction of writing, and a word that no line holds.
const hostile = `<img src=x onerror="document.title='taken'">\u202e${'Essaim'.repeat(60)}`

const pages = {
  territory: '/territories/cog%3A29019',
  country: '/territories/iso%3ABE',
  commons: '/commons/sample%3Aacc-banque-temps',
  network: '/networks/sample%3Amouvement-unapei',
  event: '/networks/sample%3Aculture-social',
  recorder: '/networks/essaim-sample',
  hostile: '/commons/sample%3Acharte-main-verte',
}

async function settled(page: Page) {
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const title = (page: Page) => page.locator('main h1').innerText()

/** Waits for an answer as people do: whoever is told that the server was too slow asks again. */
async function answered(page: Page, wanted: Locator) {
  // While it asks again, the button waits.
  const retry = page.getByRole('button', { name: 'Réessayer', disabled: false })
  for (let asked = 0; asked < 5; asked += 1) {
    await wanted.or(retry).first().waitFor({ timeout: 60_000 })
    if (await wanted.first().isVisible()) return
    // It goes away where the answer comes in the meantime.
    await retry
      .first()
      .click({ timeout: 5_000 })
      .catch(() => undefined)
  }
}

describe.skipIf(!chromiumPath())(`sheets, in a browser (${chromiumPath() ?? howToGetChromium})`, () => {
  const store = testStore()
  const app = servedApp()

  beforeAll(async () => {
    const session = store.driver.session({ database: store.database })
    await session
      .run('MATCH (record:Commons {id: "sample:charte-main-verte"}) SET record.name = $hostile', { hostile })
      .finally(() => session.close())
  })

  it('finds an initiative for Brest and why, by keyboard alone', async () => {
    const page = await app.open('/')
    await settled(page)
    const hands = atKeyboard(page)
    await hands.press('/')
    await hands.type('brest')
    await hands.pointAt(/^Brest\b.*Finistère/)
    await hands.press('Enter')
    await page.waitForURL('**/territories/cog%3A29019')
    await settled(page)
    expect(await title(page)).toBe('Brest')
    const fits = page.getByRole('region', { name: 'Ce qui pourrait être repris ici, et pourquoi' })
    const model = fits.getByRole('listitem').filter({
      has: page.getByRole('heading', { name: 'Coopératives jeunesse de services' }),
    })
    await answered(page, model)
    const told = inOneLine(await model.innerText())
    // Quimper is in Finistère like Brest: 5; it and La Rochelle are towns of the same class: 2 each; its sponsor is there: 3.
    expect(told).toContain('12 points sur 41')
    expect(told).toContain('Un exemple est dans le même département : Finistère. 5 sur 6')
    expect(told).toContain('de taille comparable : CJS de Quimper, CJS de La Rochelle. 4 sur 6')
    expect(told).toContain('Mission locale du Pays de Cornouaille (Quimper). 3 sur 3')
    expect(told).toContain('Mission locale du Pays de Cornouaille, parraine CJS de Quimper')
    await hands.tabTo('Coopératives jeunesse de services', { most: 80 })
    await hands.press('Enter')
    await page.waitForURL('**/initiatives/sample%3Acjs-hearst')
    await settled(page)
    await page.context().close()
  })

  it('tells where a territory lies, what is in it, and how reasons are weighed', async () => {
    const page = await app.open(pages.territory)
    await settled(page)
    const text = inOneLine(await page.locator('main').innerText())
    for (const part of ['Finistère département', 'Bretagne région', '142 346 habitants'])
      expect(text).toContain(part)
    await answered(page, page.getByText('Comment c’est pesé'))
    await page.getByText('Comment c’est pesé').click()
    await page.getByText('seul le plus proche compte').waitFor()
    await page.getByRole('link', { name: 'Bretagne' }).first().click()
    await page.getByRole('heading', { name: 'Bretagne', level: 1 }).waitFor()
    const inside = page.getByRole('region', { name: 'Dans ce territoire' })
    await answered(page, inside.getByRole('link', { name: 'Finistère' }))
    await inside.getByRole('button', { name: 'Communes' }).click()
    await inside.getByRole('link', { name: 'Brest' }).click()
    await page.waitForURL('**/territories/cog%3A29019')
    await page.context().close()
  })

  it('reads what a commons is used for, by keyboard alone', async () => {
    const page = await app.open('/')
    await settled(page)
    const hands = atKeyboard(page)
    await hands.press('/')
    await hands.type('gestion de la banque de temps')
    await hands.pointAt(/banque de temps/)
    await hands.press('Enter')
    await page.waitForURL(`**${pages.commons}`)
    await settled(page)
    const uses = page.getByRole('region', { name: 'Les 15 initiatives qui s’en servent' })
    expect(await uses.getByRole('listitem').count()).toBe(15)
    const family = page.getByRole('region', { name: 'Les familles qui y tiennent' })
    await answered(page, family.getByText(/15 s’en servent/))
    await hands.tabTo('Le suivre dans l’arbre Accorderies')
    await hands.press('Enter')
    await page.waitForURL('**/tree/**commons=sample**')
    await page.getByText('Commun suivi').first().waitFor()
    await page.context().close()
  })

  it('leads from the name of a programme to its place in its network', async () => {
    const page = await app.open('/networks/sample%3Ahapa-developpe')
    await page.waitForURL('**/networks/sample%3Areseau-hapa-membres#sample%3Ahapa-developpe')
    const programme = page.getByRole('heading', { name: 'Développe ton HAPA', exact: true })
    await programme.waitFor()
    expect(await title(page)).toBe('Réseau HAPA')
    await page.waitForFunction(() => document.activeElement?.id === 'sample:hapa-developpe')
    await page.context().close()
  })

  it('reads what a network runs, with whom, and who takes part', async () => {
    const page = await app.open(pages.network)
    const programmes = page.getByRole('region', { name: 'Ses programmes' })
    await programmes.getByRole('heading', { name: 'Générateur de solidarité', exact: true }).waitFor()
    const text = inOneLine(await programmes.innerText())
    expect(text).toContain('200 000 euros')
    expect(text).toContain('Fonds de dotation Unapei Depuis décembre 2018')
    expect(text).toContain('10 sièges')
    expect(text).toContain('11 participants, dont 2 nommés ici')
    expect(text).toContain('Adapei de Loire-Atlantique Participe')
    expect(await page.getByRole('region', { name: 'Qui se dit prêt' }).count()).toBe(0)
    await page.context().close()
  })

  it('shows a hostile name as text', async () => {
    const page = await app.open(pages.hostile, phone)
    await settled(page)
    expect(await title(page)).toContain('<img src=x')
    expect(await page.title()).toContain('Essaim')
    expect(await page.title()).not.toBe('taken')
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })

  it.each(Object.entries(pages))('is whole on a phone and without a find of axe: %s', async (_, path) => {
    const page = await app.open(path, phone)
    await settled(page)
    await expectNoSidewaysScroll(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await violations(page)).toEqual([])
    }
    await page.context().close()
  })
})

async function violations(page: Page): Promise<string[]> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']
  const { violations: found } = await new AxeBuilder({ page }).withTags(tags).analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
