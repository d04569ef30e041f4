import { AxeBuilder } from '@axe-core/playwright'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import { initiative, partner } from '../api/api.ts'
import { link, us } from '../exchange/story.ts'
import { servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { pagesPrinted } from '../support/paper.ts'
import { expectNoSidewaysScroll } from '../support/sideways.ts'
import { testStore } from '../support/store.ts'

const planned = '/initiatives/sample%3Aucsd'
const partnerOfMany = '/partners/sample%3Asecours-catholique'
const registered = '/partners/sample%3Aville-de-paris'
// Of each noun an ordinary sheet and the longest; the last has a whole plan.
const printed = [
  '/initiatives/sample%3Aucsd-lyon',
  '/commons/sample%3Aacc-banque-temps',
  '/networks/sample%3Amouvement-unapei',
  '/networks/sample%3Areseau-hapa-membres',
  '/territories/cog%3A29019',
  '/territories/reg%3A52',
  planned,
]

// Script, a mark that turns the direction of all that follows, and two thousand letters without a space.
const script = '<script>document.title = "broken"</script><img src=x onerror="document.title = 1">'
const turned = 'Association \u202eesrever\u202c'
const endless = 'Rue'.repeat(667)
const hostile = {
  nodes: [
    us,
    initiative('hostile', { name: `${script} ${turned} ${endless}`, summary: script, startedOn: '2014' }),
    initiative('endless', { name: endless, startedOn: '2016' }),
    partner('script', { name: script }),
    partner('turned', { name: turned }),
    partner('endless-partner', { name: endless }),
  ],
  links: [
    link('REPLICATES', 'endless', 'hostile', { level: 'REDONE' }),
    link('PARTNERS_IN', 'script', 'hostile', { role: 'CARRIER', note: script }),
    link('PARTNERS_IN', 'turned', 'hostile', { role: 'FUNDER', since: '2014' }),
    link('PARTNERS_IN', 'endless-partner', 'hostile', { role: 'RELAY', since: '2014', until: '2016' }),
  ],
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

describe.skipIf(!chromiumPath())(`the sheets, in a browser (${chromiumPath() ?? howToGetChromium})`, () => {
  const app = servedApp()
  const store = testStore()
  beforeAll(async () => {
    await writeRecords(store.driver, store.database, hostile)
  })

  it('sees the family and the partners of an initiative at a glance, and opens them', async () => {
    const page = await app.open(planned)
    const tree = page.getByRole('link', { name: /^Arbre de « Un logement d'abord .* initiatives, de 1992 à/ })
    await tree.waitFor()
    expect(await tree.getAttribute('href')).toBe('/tree/sample%3Aucsd')
    await page.getByRole('link', { name: /^Carte de « Un chez-soi d'abord .* 2 partenaires/ }).click()
    await page.waitForURL('**/map?of=sample%3Aucsd')
    await page.context().close()
  })

  it('reads what is missing in a plan', async () => {
    const page = await app.open(planned)
    const plan = page.getByRole('region', { name: 'Son plan d’essaimage' })
    await plan.waitFor()
    // The pictures above it are fetched after the words: a click while they come may miss what they push down.
    await page.waitForLoadState('networkidle')
    const text = inOneLine(await plan.innerText())
    expect(text).toMatch(/5 rubriques sur 8 disent quelque chose/)
    expect(text).toContain('Il reste à dire : périmètre, objectifs, acteurs à convaincre.')
    const sections = page.getByRole('navigation', { name: 'Sur cette page' })
    await sections.getByRole('link', { name: 'Plan d’essaimage' }).click()
    await page.waitForFunction(
      () => (document.getElementById('plan')?.getBoundingClientRect().top ?? 999) < 200,
    )
    expect(new URL(page.url()).hash).toBe('#plan')
    await page.context().close()
  })

  it('finds who could take a role that sisters have filled', async () => {
    const page = await app.open('/initiatives/sample%3Aaccorderie-pontcharra')
    const near = page.getByRole('region', { name: 'Qui pourrait encore la rejoindre' })
    await near.getByRole('heading', { name: /Appuie, comme institution/ }).waitFor()
    const grenoble = near.getByRole('listitem').filter({ hasText: 'Ville de Grenoble' }).last()
    expect(inOneLine(await grenoble.innerText())).toBe(
      'Ville de Grenoble Présent ici aussi : Isère. A ce rôle dans Véloparc Gare',
    )
    await page.context().close()
  })

  it("sees a partner's roles over time", async () => {
    const page = await app.open(partnerOfMany)
    const roles = page.getByRole('table', { name: 'Ses rôles dans le temps' })
    await roles.waitFor()
    const told = (name: string) => roles.getByRole('row').filter({ hasText: name }).getByRole('cell')
    expect(await told('Accorderie de Chambéry').allInnerTexts()).toEqual(['Met en œuvre', 'depuis 2011'])
    expect(await told('Macadam').allInnerTexts()).toEqual(['Parraine', 'date inconnue'])
    await page.getByText('date de début inconnue').waitFor()
    await page.goto(app.address() + registered)
    const registers = page.getByRole('region', { name: 'Dans les registres' })
    expect(await registers.getByRole('link', { name: '217500016' }).getAttribute('href')).toBe(
      'https://annuaire-entreprises.data.gouv.fr/entreprise/217500016',
    )
    await page.context().close()
  })

  it('prints a sheet on one page, each source once', async () => {
    const page = await app.open(partnerOfMany, { colorScheme: 'dark' })
    await page.getByRole('heading', { name: 'Secours Catholique' }).waitFor()
    expect(await pagesPrinted(page)).toBe(1)
    await page.emulateMedia({ media: 'print' })
    const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(ground).toBe('rgb(255, 255, 255)')
    const shown = await page.locator('body').innerText()
    expect(shown).toMatch(/^Essaim, http:\/\/localhost:\d+\/partners\/\S+, imprimé le /)
    const source = 'http://www.savoiemontblanc-solidaires.org/structures/l-accorderie-de-chambery'
    expect(shown.split(source)).toHaveLength(2)
    expect(inOneLine(shown)).toContain('Met en œuvre, depuis 2011 · Source : [2]')
    expect(shown).toContain('Enregistré')
    expect(await page.getByRole('button').count()).toBe(0)
    expect(await page.getByRole('navigation').count()).toBe(0)
    await page.emulateMedia({ media: null })
    for (const path of printed) {
      await page.goto(app.address() + path)
      await page.locator('main h1').waitFor()
      await page.waitForLoadState('networkidle')
      expect(await pagesPrinted(page), path).toBe(1)
    }
    await page.context().close()
  })

  it('says on paper what a page has no room for, and prints it in full when asked', async () => {
    const page = await app.open(planned)
    await page.getByRole('heading', { name: '11 initiatives l’ont reprise' }).waitFor()
    await page.waitForLoadState('networkidle')
    const papers = await page.evaluateHandle(() => {
      const papers: { shown: number; left: string; cited: string[]; sources: string[]; head: string }[] = []
      addEventListener('beforeprint', () => {
        const all = (selector: string) =>
          [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility())
        papers.push({
          shown: all('[aria-labelledby="to"] li').length,
          left: document.querySelector<HTMLElement>('[aria-labelledby="to"] ul')?.dataset['left'] ?? '',
          cited: all('[data-note]').map((one) => one.dataset['note'] ?? ''),
          sources: all('[data-source]').map((one) => one.dataset['source'] ?? ''),
          head: document.querySelector('.sheet > .on-paper')?.textContent.trim() ?? '',
        })
      })
      return papers
    })
    // What is pressed is not on paper.
    const sheetInFull = await page.getByRole('button', { name: 'Imprimer en entier' }).elementHandle()
    const onOnePage = await page.getByRole('button', { name: 'Imprimer sur une page' }).elementHandle()
    await page.emulateMedia({ media: 'print' })
    await onOnePage?.evaluate((button) => (button as HTMLElement).click())
    const abridged = (await papers.jsonValue()).at(-1)
    expect(abridged?.head).toMatch(/Abrégé\s: tout se lit à cette adresse$/)
    expect(abridged?.left).toBe(`Et ${11 - (abridged?.shown ?? 0)} de plus.`)
    expect(abridged?.sources.toSorted()).toEqual([...new Set(abridged?.cited)].toSorted())
    await sheetInFull?.evaluate((button) => (button as HTMLElement).click())
    const whole = (await papers.jsonValue()).at(-1)
    expect(whole).toMatchObject({ shown: 11, left: '' })
    expect(whole?.head).not.toContain('Abrégé')
    expect(whole?.sources).toHaveLength(15)
    await page.context().close()
  })

  it('shows hostile names as text, and none breaks a page', async () => {
    const page = await app.open('/initiatives/hostile')
    for (const path of ['/initiatives/hostile', '/partners/script', '/partners/endless-partner']) {
      await page.goto(app.address() + path)
      // Of each of them something is told.
      await page.getByRole('heading', { name: path.startsWith('/init') ? 'Qui porte' : 'Ce qu’il' }).waitFor()
      for (const width of [1440, 390]) {
        await page.setViewportSize({ width, height: 844 })
        await expectNoSidewaysScroll(page, path)
      }
      expect(await page.title()).toContain('· Essaim')
      expect(await page.locator('main script, main img').count()).toBe(0)
    }
    await page.context().close()
  })

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in the %s theme', async (colorScheme) => {
    const page = await app.open(planned, { colorScheme })
    const told = {
      [planned]: 'Son plan d’essaimage',
      [registered]: 'Dans les registres',
      '/initiatives/hostile': 'Qui porte ?',
    }
    for (const [path, name] of Object.entries(told)) {
      await page.goto(app.address() + path)
      await page.getByRole('region', { name }).waitFor()
      await page.waitForLoadState('networkidle')
      const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
      expect(
        violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)),
      ).toEqual([])
    }
    await page.context().close()
  })
})
