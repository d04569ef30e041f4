import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { unseenFocus } from '../support/keyboard.ts'
import { expectNoSidewaysScroll } from '../support/sideways.ts'

/** One address of each kind of page. */
const pages = {
  home: '/',
  families: '/tree',
  tree: '/tree/sample%3Aaccorderie-quebec',
  'tree as a table': '/tree/sample%3Aaccorderie-quebec?view=table',
  map: '/map?of=sample%3Aaccorderie-chambery',
  'map as a table': '/map?of=sample%3Aaccorderie-chambery&view=table',
  'start of a map': '/map',
  initiative: '/initiatives/sample%3Aaccorderie-paris-19',
  achievements: '/initiatives/sample%3Ahinz-kunzt',
  partner: '/partners/sample%3Asecours-catholique',
  giver: '/partners/sample%3Afondation-veolia',
  territory: '/territories/cog%3A29019',
  commons: '/commons/sample%3Aacc-banque-temps',
  network: '/networks/sample%3Amouvement-unapei',
  'list of initiatives': '/initiatives?territory=reg%3A53',
  'list of partners': '/partners',
  'list of commons': '/commons',
  'list of networks': '/networks',
  comparison: '/compare?of=sample%3Aaccorderie-chambery&of=sample%3Aaccorderie-quebec',
  'start of a comparison': '/compare',
  'map of territories': '/territories',
  developers: '/developers',
  accessibility: '/accessibility',
  import: '/import',
  'unknown record': '/initiatives/sample%3Aaccorderi-pariss',
  'unknown address': '/accorderie-paris',
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .options({ runOnly: tags, rules: { 'target-size': { enabled: true } } })
    .analyze()
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}

// What a page fetched is on screen: nothing waits any more and its title is there.
async function settled(page: Page) {
  await page.locator('main h1').waitFor()
  await page.waitForLoadState('networkidle')
}

const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
// A window of 1280 pixels at 400 %: what WCAG 1.4.10 asks for.
const narrowest = { width: 320, height: 640 }

describe.skipIf(!chromiumPath())(`for everybody (${chromiumPath() ?? howToGetChromium})`, () => {
  const app = servedApp()

  describe('in both themes', () => {
    let page: Page
    beforeAll(async () => {
      page = await app.open('/', { colorScheme: 'light' })
    })
    afterAll(() => page.context().close())

    const expectNothingInBoth = async () => {
      expect(await violations(page), 'light').toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(page), 'dark').toEqual([])
      await page.emulateMedia({ colorScheme: 'light' })
    }

    it.each(Object.entries(pages))(
      'axe finds nothing, and nothing scrolls sideways on a phone: %s',
      async (_, path) => {
        await page.setViewportSize(wide)
        await page.goto(app.address() + path)
        await settled(page)
        await expectNothingInBoth()
        await page.setViewportSize(narrow)
        await settled(page)
        await expectNoSidewaysScroll(page)
        // What a phone shows otherwise is checked once: its colours are those of the wide page.
        expect(await violations(page)).toEqual([])
        await page.setViewportSize(narrowest)
        await expectNoSidewaysScroll(page)
      },
    )

    it('axe finds nothing in the palette, empty and with finds, and in the menu of a phone', async () => {
      await page.setViewportSize(narrow)
      await page.goto(app.address() + pages.partner)
      await settled(page)
      await page.getByRole('button', { name: 'Menu' }).click()
      await expectNothingInBoth()
      await page.setViewportSize(wide)
      await page.keyboard.press('/')
      await expectNothingInBoth()
      await page.keyboard.type('brest')
      await page.getByRole('option', { name: 'Ville de Brest' }).waitFor()
      await expectNothingInBoth()
    })
  })

  it('shows where the keyboard is, never under the bar', async () => {
    const page = await app.open('/')
    const walked = [
      pages.home,
      pages.partner,
      pages.territory,
      pages.developers,
      pages['list of initiatives'],
    ]
    for (const path of walked) {
      await page.goto(app.address() + path)
      await settled(page)
      const hidden: string[] = []
      for (let step = 0; step < 60; step += 1) {
        // Back again from the fortieth: what comes from below could stop under the bar.
        await page.keyboard.press(step < 40 ? 'Tab' : 'Shift+Tab')
        const told = await page.evaluate(unseenFocus)
        if (told) hidden.push(told)
      }
      expect(hidden, path).toEqual([])
    }
    await page.context().close()
  })
})
