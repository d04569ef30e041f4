import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { expectNoSidewaysScroll } from '../support/sideways.ts'

const secours = '/map?of=sample%3Asecours-catholique'
const macif = 'sample:fondation-macif'
const chambery = 'sample:accorderie-chambery'

/** The mark that the keys act on: a button over the picture, named like it. */
const entry = (page: Page) => page.locator('[data-mark]')
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const sheet = (page: Page, name: string | RegExp) => page.getByRole('complementary', { name })
const linksOf = async (page: Page, family: RegExp) =>
  Number((await button(page, family).locator('.count').innerText()).replace(/\s/g, ''))

async function drawn(page: Page) {
  await entry(page).first().waitFor({ timeout: 30_000 })
  await page.waitForTimeout(500)
}

/** How many partners and initiatives the legend counts, and how many links the table has. */
async function told(page: Page) {
  const texts = await page.locator('.shape').allTextContents()
  const signs = texts.map((text) => text.replaceAll('\u202f', '').trim())
  const count = (word: RegExp) => Number(signs.flatMap((text) => word.exec(text)?.[1] ?? [])[0] ?? 0)
  return { initiatives: count(/^(\d+) initiatives?$/), partners: count(/^(\d+) partenaires?$/) }
}

/** Where a mark stands on the window, once it is the one the keys act on. */
async function placeOf(page: Page, id: string) {
  const box = await page.locator(`[data-mark="${id}"]`).boundingBox()
  return box && { x: Math.round(box.x + box.width / 2), y: Math.round(box.y + box.height / 2) }
}

/** Waits until neither the address nor a mark moves any more. */
async function still(page: Page, id: string) {
  const now = async () => JSON.stringify([page.url(), await placeOf(page, id)])
  let before = ''
  for (let after = await now(); after !== before; after = await now()) {
    before = after
    await page.waitForTimeout(1500)
  }
}

describe.skipIf(!chromiumPath())(`the partner map (${chromiumPath() ?? howToGetChromium})`, () => {
  const app = servedApp()

  it('finds who funds a branch', async () => {
    const page = await app.open('/map')
    await page.getByRole('combobox').pressSequentially('accorderie de chamb', { delay: 50 })
    await page.getByRole('option', { name: 'Accorderie de Chambéry' }).click()
    await page.waitForURL(/of=sample%3Aaccorderie-chambery/)
    await drawn(page)
    expect(await page.locator('h1').innerText()).toMatch(/^Accorderie de Chambéry a \d+\spartenaires/)
    await entry(page).focus()
    expect(await entry(page).getAttribute('aria-label')).toMatch(/^Accorderie de Chambéry, initiative/)
    await page.keyboard.press('Enter')
    const funders = sheet(page, 'Accorderie de Chambéry').locator('section', { hasText: 'Qui finance ?' })
    expect(await funders.getByRole('link').allInnerTexts()).toContain('Fondation Macif')
    expect(new URL(page.url()).searchParams.get('selected')).toBe(chambery)
    await page.keyboard.press('Escape')
    await sheet(page, 'Accorderie de Chambéry').waitFor({ state: 'detached' })
    await page.context().close()
  })

  it('explains the path between two partners', async () => {
    const page = await app.open(`${secours}&selected=sample%3Asecours-catholique&selected=${macif}`)
    await drawn(page)
    const both = sheet(page, '2 fiches choisies')
    expect(await both.locator('h3').innerText()).toBe('2 voisins en commun')
    await both.getByRole('button', { name: 'Comment sont-ils liés ?' }).click()
    const path = sheet(page, 'Comment ils sont liés')
    await path.getByText('Par 1 intermédiaire, en 2 liens.').waitFor()
    const ways = [await path.locator('ol').innerText()]
    await path.getByRole('button', { name: 'Chemin suivant' }).click()
    await path.getByText('Chemin 2 sur 2').waitFor()
    ways.push(await path.locator('ol').innerText())
    expect(ways.filter((way) => way.includes('Accorderie de Chambéry'))).toHaveLength(1)
    expect(ways.filter((way) => way.includes('Essaimage des Accorderies en France'))).toHaveLength(1)
    for (const way of ways) expect(way).toContain('Fondation Macif finance')
    expect(new URL(page.url()).searchParams.getAll('path')).toEqual(['sample:secours-catholique', macif])
    await page.goBack()
    await path.getByText('Chemin 1 sur 2').waitFor()
    await page.context().close()
  })

  it('shows what a path goes over and the map lacked', async () => {
    const page = await app.open(`${secours}&path=${macif}&path=sample%3Aunis-cite-association`)
    await drawn(page)
    const before = await told(page)
    const path = sheet(page, 'Comment ils sont liés')
    await path.getByText('2 fiches de ce chemin ne sont pas sur la carte.').waitFor()
    await path.getByRole('button', { name: 'Montrer sur la carte' }).click()
    await path.getByRole('link', { name: 'Silver Geek' }).waitFor()
    await expect
      .poll(() => told(page), { timeout: 30_000 })
      .toEqual({ initiatives: before.initiatives + 1, partners: before.partners + 1 })
    await page.context().close()
  })

  it('opens more partners and puts them away', async () => {
    const page = await app.open(`${secours}&selected=${macif}`)
    await drawn(page)
    const before = await told(page)
    const macifSheet = sheet(page, 'Fondation Macif')
    await macifSheet.getByText('L’ouvrir montrerait 3 initiatives de plus').waitFor()
    await macifSheet.getByRole('button', { name: 'Montrer les 3 liens qui manquent' }).click()
    const more = { ...before, initiatives: before.initiatives + 3 }
    await expect.poll(() => told(page), { timeout: 30_000 }).toEqual(more)
    await macifSheet.getByRole('button', { name: 'Replier ce qu’il a montré' }).click()
    await expect.poll(() => told(page), { timeout: 30_000 }).toEqual(before)
    await macifSheet.getByRole('button', { name: 'Cacher' }).click()
    await expect.poll(() => told(page)).toEqual({ ...before, partners: before.partners - 1 })
    await button(page, 'Régler').click()
    await sheet(page, 'Régler la carte').getByRole('button', { name: 'Montrer Fondation Macif' }).click()
    await expect.poll(() => told(page)).toEqual(before)
    await page.context().close()
  })

  it('takes back and does again', async () => {
    const page = await app.open(secours)
    await drawn(page)
    const [undo, redo] = [button(page, 'Annuler'), button(page, 'Rétablir')]
    expect(await undo.isDisabled()).toBe(true)
    const all = await linksOf(page, /^porte/)
    const before = await told(page)
    await button(page, /^finance/).click()
    await button(page, /^soutient/).click()
    const without = await told(page)
    expect(without.partners).toBeLessThan(before.partners)
    await page.keyboard.press('Control+z')
    await expect.poll(() => button(page, /^soutient/).getAttribute('aria-pressed')).toBe('true')
    expect(await button(page, /^finance/).getAttribute('aria-pressed')).toBe('false')
    await undo.click()
    await expect.poll(() => told(page)).toEqual(before)
    expect(await undo.isDisabled()).toBe(true)
    await page.keyboard.press('Control+Shift+z')
    await redo.click()
    await expect.poll(() => told(page)).toEqual(without)
    expect(await redo.isDisabled()).toBe(true)
    await page.goBack()
    await page.goBack()
    await expect.poll(() => told(page)).toEqual(before)
    expect(await linksOf(page, /^porte/)).toBe(all)
    await page.context().close()
  })

  it('shares the exact view', async () => {
    const page = await app.open(`${secours}&selected=${macif}`)
    await drawn(page)
    await sheet(page, 'Fondation Macif').getByRole('button', { name: 'Montrer les 3 liens' }).click()
    await expect.poll(async () => (await told(page)).initiatives, { timeout: 30_000 }).toBe(10)
    await still(page, macif)
    await button(page, 'Épingler').click()
    await button(page, /^gouverne/).click()
    await button(page, 'Agrandir').click()
    await page.waitForURL(/at=/)
    await still(page, macif)
    const [counts, at] = [await told(page), await placeOf(page, macif)]
    const other = await app.open(new URL(page.url()).pathname + new URL(page.url()).search)
    await drawn(other)
    await still(other, macif)
    expect(await told(other)).toEqual(counts)
    expect(await other.locator('h1').innerText()).toBe(await page.locator('h1').innerText())
    expect(await sheet(other, 'Fondation Macif').getByRole('button', { name: 'Libérer' }).isVisible()).toBe(
      true,
    )
    expect(await button(other, /^gouverne/).getAttribute('aria-pressed')).toBe('false')
    const again = await placeOf(other, macif)
    const apart = Math.hypot((again?.x ?? 0) - (at?.x ?? 0), (again?.y ?? 0) - (at?.y ?? 0))
    expect(apart, JSON.stringify({ at, again, from: page.url(), to: other.url() })).toBeLessThan(4)
    await other.context().close()
    await page.context().close()
  })

  it('compares two networks', async () => {
    const page = await app.open('/map?of=sample%3Amouvement-emmaus-france')
    await drawn(page)
    expect(await page.locator('h1').innerText()).toMatch(/^Emmaüs France\s: \d+\smembres, \d+\sinitiatives/)
    await button(page, 'Ajouter…').click()
    await page.getByRole('combobox', { name: 'Ajouter un départ' }).fill('accorderies de france')
    await page
      .getByRole('option', { name: /Réseau des Accorderies de France.*réseau/ })
      .first()
      .click()
    await page.waitForURL(/net-accorderies-france/)
    await button(page, 'Comparer').click()
    const sides = sheet(page, 'Ces réseaux côte à côte')
    await sides.getByText('Aucun membre commun n’est connu.').waitFor()
    const own = sides.locator('h3', { hasText: 'Seulement Réseau des Accorderies de France' })
    await own.waitFor()
    const legend = () => page.locator('.shapes').textContent()
    await expect.poll(legend, { timeout: 30_000 }).toMatch(/Emmaüs France \d+/)
    expect(await legend()).toMatch(/Réseau des Accorderies de France \d+/)
    await page.context().close()
  })

  it('leaves out the funders, and the others stay where they are', async () => {
    const page = await app.open(`${secours}&selected=${chambery}`)
    await drawn(page)
    const before = await told(page)
    const at = await placeOf(page, chambery)
    await button(page, /^finance/).click()
    await expect.poll(async () => (await told(page)).partners).toBeLessThan(before.partners)
    await page.waitForTimeout(400)
    expect(await placeOf(page, chambery)).toEqual(at)
    await button(page, 'Tout montrer').first().click()
    await expect.poll(() => told(page)).toEqual(before)
    await page.context().close()
  })

  it('gives the same links as a table, with the same filter', async () => {
    const page = await app.open(secours)
    await drawn(page)
    const families = [/^porte/, /^finance/, /^soutient/, /^gouverne/, /^relaie/]
    const counts = await Promise.all(families.map((family) => linksOf(page, family)))
    const all = counts.reduce((sum, one) => sum + one, 0)
    await button(page, 'Tableau').click()
    const rows = page.locator('tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBe(all)
    await button(page, /^finance/).click()
    await expect.poll(() => rows.count()).toBe(all - (counts[1] ?? 0))
    await page.getByRole('link', { name: 'Emmaüs France' }).first().click()
    await sheet(page, 'Emmaüs France').waitFor()
    expect(await page.locator('tr[aria-current="true"]').count()).toBeGreaterThan(0)
    await page.context().close()
  })

  it('shows the map as it stood in a year', async () => {
    const page = await app.open(secours)
    await drawn(page)
    const before = await told(page)
    await page.getByLabel('Année ou mois').fill('2010')
    await page.keyboard.press('Enter')
    await page.waitForURL(/on=2010/)
    await expect.poll(async () => (await told(page)).initiatives).toBeLessThan(before.initiatives)
    await page.context().close()
  })

  it('is walked by keyboard: arrows from mark to mark, Enter opens, Escape closes', async () => {
    const page = await app.open(secours)
    await drawn(page)
    await entry(page).focus()
    expect(await entry(page).getAttribute('aria-label')).toMatch(/^Secours Catholique/)
    await page.keyboard.press('ArrowLeft')
    const name = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
    await expect.poll(name).toMatch(/, \d+ liens?/)
    const reached = await name()
    expect(reached).not.toMatch(/^Secours Catholique/)
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').waitFor()
    expect(await page.locator('[data-mark][aria-pressed="true"]').getAttribute('aria-label')).toBe(reached)
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    expect(await entry(page).count()).toBe(1)
    await page.context().close()
  })

  it('is moved, zoomed, picked from and pinned by fingers', async () => {
    const page = await app.open(secours, phone)
    const centre = 'sample:secours-catholique'
    await entry(page).first().waitFor({ state: 'attached', timeout: 30_000 })
    await still(page, centre)
    const device = await page.context().newCDPSession(page)
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', places: [x: number, y: number][]) =>
      device.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: places.map(([x, y], id) => ({ x, y, id })),
      })
    const place = async () => (await placeOf(page, centre)) ?? { x: NaN, y: NaN }
    const query = () => new URL(page.url()).searchParams

    const first = await place()
    await touch('touchStart', [[60, 700]])
    for (const step of [1, 2, 3, 4]) await touch('touchMove', [[60 + step * 10, 700 - step * 10]])
    await touch('touchEnd', [])
    await page.waitForURL(/at=/)
    await still(page, centre)
    const moved = await place()
    expect(Math.abs(moved.x - first.x - 40)).toBeLessThan(3)
    expect(Math.abs(moved.y - first.y + 40)).toBeLessThan(3)

    const zoom = () => Number(query().get('at')?.split(',')[2])
    const before = zoom()
    const { x, y } = moved
    const apart = (half: number): [x: number, y: number][] => [
      [x - half, y],
      [x + half, y],
    ]
    await touch('touchStart', apart(30))
    for (const half of [40, 50, 60]) await touch('touchMove', apart(half))
    await touch('touchEnd', [])
    await expect.poll(zoom).toBeGreaterThan(before * 1.8)
    await still(page, centre)
    const zoomed = await place()
    expect(Math.hypot(zoomed.x - x, zoomed.y - y)).toBeLessThan(4)

    await touch('touchStart', [[x, y]])
    await page.waitForTimeout(700)
    for (const step of [1, 2, 3, 4]) await touch('touchMove', [[x + step * 12, y + step * 8]])
    await touch('touchEnd', [])
    await page.waitForURL(/pin=/)
    expect(query().get('pin')).toContain(centre)
    expect(query().has('selected')).toBe(false)

    await still(page, centre)
    const pinned = await place()
    await touch('touchStart', [[pinned.x, pinned.y]])
    await page.waitForTimeout(700)
    await touch('touchEnd', [])
    await page.waitForURL(/selected=/)
    expect(query().get('selected')).toBe(centre)
    await page.context().close()
  })

  it('shows fewer first on a phone, the rest at a tap, and a shared view whole', async () => {
    const page = await app.open('/map?of=iso%3AFR', phone)
    const first = (on: Page) => new URL(on.url()).searchParams.get('first')
    const marks = async (on: Page) => {
      const { initiatives = 0, partners = 0 } =
        (await on.locator('h1').innerText()).match(/: (?<initiatives>\d+)\sinitiatives, (?<partners>\d+)/)
          ?.groups ?? {}
      return Number(initiatives) + Number(partners)
    }
    await expect.poll(() => first(page), { timeout: 30_000 }).toBe('120')
    await expect.poll(() => marks(page)).toBe(120)
    await page.getByText(/^120 des \d+ fiches/).waitFor()
    await expectNoSidewaysScroll(page)
    await button(page, 'Montrer 300 fiches').click()
    await expect.poll(() => marks(page), { timeout: 30_000 }).toBe(300)
    expect(first(page)).toBe('300')
    await page.goBack()
    await expect.poll(() => marks(page), { timeout: 30_000 }).toBe(120)
    const other = await app.open(new URL(page.url()).pathname + new URL(page.url()).search)
    await expect.poll(() => marks(other), { timeout: 30_000 }).toBe(120)
    await other.goto(new URL('/map?of=iso%3AFR', other.url()).href)
    await expect.poll(() => first(other), { timeout: 30_000 }).toBe('300')
    await other.context().close()
    await page.context().close()
  })

  it('proposes where to start when nothing is asked, and says so when nobody has the id', async () => {
    const page = await app.open('/map')
    await page.getByRole('heading', { name: 'Des régions' }).waitFor()
    await page.getByRole('link', { name: 'Bretagne' }).click()
    await drawn(page)
    expect(await page.locator('h1').innerText()).toMatch(/^Bretagne\s: \d+\sinitiatives?/)
    await page.goto(`${app.address()}/map?of=nobody`)
    await page.getByRole('heading', { name: 'Rien ici' }).waitFor()
    await page.goto(`${app.address()}${secours}&of=nobody`)
    await page.getByText('Aucune fiche ne porte l’identifiant « nobody ».').waitFor()
    await button(page, 'L’enlever de la carte').click()
    await page.waitForURL((url) => !url.search.includes('nobody'))
    await page.context().close()
  })

  it.each([
    ['light', {}, '&selected=sample%3Atzcld'],
    ['dark', { colorScheme: 'dark' as const }, '&panel=settings'],
    ['phone', phone, '&panel=settings'],
    ['a path', {}, `&path=sample%3Asecours-catholique&path=${macif}`],
    [
      'a table',
      { colorScheme: 'dark' as const },
      '&view=table&selected=sample%3Atzcld&selected=sample%3Ala-croix',
    ],
  ])('has nothing that axe objects to (%s)', async (_, options, more) => {
    const page = await app.open(`${secours}${more}`, options)
    await page.getByRole('complementary').waitFor()
    await page.waitForLoadState('networkidle')
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([])
    await expectNoSidewaysScroll(page)
    await page.context().close()
  })
})
