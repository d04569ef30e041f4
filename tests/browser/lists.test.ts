import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { atKeyboard } from '../support/keyboard.ts'

// Its 19 initiatives in Bretagne, of which 11 run, were counted in the sample's files.
const running = '/initiatives?territory=reg%3A53&status=RUNNING'

const rowsOf = (page: Page) => page.getByRole('table').locator('tbody tr[data-row]')
const caption = (page: Page, text: RegExp) => page.locator('p', { hasText: text }).first().waitFor()
const focusedRow = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.closest('tr')?.getAttribute('aria-rowindex')))

describe.skipIf(!chromiumPath())(`lists, in a browser (${chromiumPath() ?? howToGetChromium})`, () => {
  const app = servedApp()

  it('narrows a list to what runs in a region, and takes it back', async () => {
    const page = await app.open('/initiatives')
    await page.getByRole('searchbox', { name: 'Chercher dans « Territoire »' }).fill('bretagne')
    await page.getByRole('checkbox', { name: /^Bretagne 19$/ }).check()
    await caption(page, /^19 initiatives sur \d+$/)
    // What each choice would give is told before it is made.
    await page.getByRole('checkbox', { name: /^En activité 11$/ }).check()
    await caption(page, /^11 initiatives sur \d+$/)
    expect(new URL(page.url()).search).toBe('?territory=reg%3A53&status=RUNNING')
    expect(await rowsOf(page).count()).toBe(11)
    await page.getByRole('searchbox', { name: 'Dont le nom contient' }).fill('BANQUE')
    await caption(page, /^2 initiatives sur \d+$/)
    await page.getByRole('searchbox', { name: 'Dont le nom contient' }).fill('')
    await caption(page, /^11 initiatives/)
    await page.goBack()
    await caption(page, /^19 initiatives/)
    await page.getByRole('button', { name: 'Retirer le filtre Territoire : Bretagne' }).click()
    await caption(page, /^\d{3} initiatives$/)
    await page.context().close()
  })

  it('copies what it filtered, and saves it with every column', async () => {
    const page = await app.open(running, { permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: 'Copier' }).click()
    await page.getByText('11 lignes copiées').waitFor()
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(lines).toHaveLength(12)
    expect(lines[0]).toMatch(/^Nom\tLieu\tAvancement\tDébut\t/)
    expect(lines[1]).toMatch(/^Banque alimentaire du Finistère\t.*\ten activité\t1991\t/)
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Enregistrer ces lignes en CSV' }).click(),
    ])
    const rows = readFileSync(await saved.path(), 'utf8')
      .trim()
      .split('\r\n')
    expect(rows).toHaveLength(12)
    expect(rows[0]).toMatch(/Source;id$/)
    expect(rows[1]).toMatch(/;1991;.*;https?:.*;sample:[a-z-]+$/)
    await page.context().close()
  })

  it('walks a long list by keyboard to its end', async () => {
    const page = await app.open('/initiatives')
    await caption(page, /^\d{3} initiatives$/)
    const all = Number(await page.getByRole('table').getAttribute('aria-rowcount'))
    expect(await rowsOf(page).count()).toBeLessThan(all - 100)
    await rowsOf(page).first().getByRole('link').focus()
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focusedRow(page)).toBe(3)
    await page.keyboard.press('PageDown')
    await expect.poll(() => focusedRow(page)).toBeGreaterThan(10)
    await page.keyboard.press('End')
    await expect.poll(() => focusedRow(page)).toBe(all)
    const last = (await rowsOf(page).last().getByRole('link').first().textContent()) ?? ''
    // Two keys at once: the second one already belongs to the row that the first one reached.
    await page.keyboard.press('Home')
    await Promise.all([page.keyboard.press('End'), page.keyboard.press('Enter')])
    await page.getByRole('heading', { level: 1, name: last }).waitFor()
    await page.context().close()
  })

  it('narrows a list, chooses columns, copies and saves it, by keyboard alone', async () => {
    const page = await app.open(running, { permissions: ['clipboard-read', 'clipboard-write'] })
    await caption(page, /^11 initiatives/)
    const hands = atKeyboard(page)
    await hands.tabTo('Aller au contenu', { most: 1 })
    await hands.press('Enter')
    // Nobody has to pass by all choices of all filters.
    await hands.tabTo('Aller à la liste', { most: 2 })
    await hands.press('Enter')
    await hands.tabTo(/^Dont le nom contient/, { most: 1 })
    await hands.type('banque')
    await caption(page, /^2 initiatives/)
    await hands.tabTo('Colonnes', { most: 12 })
    await hands.press('Enter')
    await hands.tabTo('Fin', { most: 12 })
    await hands.press('Space')
    await page.getByRole('columnheader', { name: 'Fin', exact: true }).waitFor()
    await hands.press('Escape')
    expect(await page.getByRole('checkbox', { name: 'Fin', exact: true }).count()).toBe(0)
    const saved = page.waitForEvent('download')
    await hands.tabTo('Enregistrer ces lignes en CSV', { most: 1 })
    await hands.press('Enter')
    expect(
      readFileSync(await (await saved).path(), 'utf8')
        .trim()
        .split('\r\n'),
    ).toHaveLength(3)
    await hands.tabTo('Copier', { most: 1 })
    await hands.press('Enter')
    await page.getByText('2 lignes copiées').waitFor()
    await hands.tabTo('Banque alimentaire du Finistère', { most: 12 })
    await hands.press('ArrowDown')
    expect(await focusedRow(page)).toBe(3)
    await hands.press('ArrowUp')
    await hands.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Banque alimentaire du Finistère' }).waitFor()
    await page.context().close()
  })

  it('prints all rows, also those that are not in sight, and what narrowed them', async () => {
    const page = await app.open('/initiatives?territory=iso%3AFR')
    await caption(page, /^\d{3} initiatives/)
    const all = Number(await page.getByRole('table').getAttribute('aria-rowcount')) - 1
    expect(await rowsOf(page).count()).toBeLessThan(all)
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await rowsOf(page).count()).toBe(all)
    await page.emulateMedia({ media: 'print' })
    const paper = await page.locator('body').innerText()
    expect(paper).toMatch(/\/initiatives\?territory=iso%3AFR, imprimé le /)
    expect(paper).toMatch(/^Territoire\s: France$/m)
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    expect(await rowsOf(page).count()).toBeLessThan(all)
    await page.context().close()
  })

  it('shows the columns one chose, the next time too', async () => {
    const page = await app.open(running)
    await page.getByText('Colonnes', { exact: true }).click()
    await page.getByRole('checkbox', { name: 'Fin', exact: true }).check()
    await page.getByRole('columnheader', { name: 'Fin', exact: true }).waitFor()
    await page.goto(app.address() + '/initiatives')
    await page.getByRole('columnheader', { name: 'Fin', exact: true }).waitFor()
    await page.waitForURL(/columns=name%2C/)
    await page.getByRole('button', { name: 'Partenaires', exact: true }).click()
    await page.waitForURL(/sort=partners/)
    await page.context().close()
  })

  it('compares two initiatives side by side', async () => {
    const page = await app.open('/initiatives?q=accorderie')
    for (const name of ['Accorderie de Chambéry', 'Accorderie du bassin annécien']) {
      await page.getByRole('checkbox', { name: `Choisir ${name}` }).focus()
      await page.keyboard.press('Space')
    }
    await page.getByRole('link', { name: 'Comparer les deux' }).click()
    const both = 'Accorderie de Chambéry et Accorderie du bassin annécien'
    await page.getByRole('heading', { level: 1, name: both }).waitFor()
    await page.getByText('Accorderie du bassin annécien a pour origine Accorderie de Chambéry.').waitFor()
    await page.getByText('1 partenaire prend part aux deux.').waitFor()
    const tree = page.getByRole('link', { name: 'Les comparer dans leur arbre' })
    expect(await tree.getAttribute('href')).toMatch(/^\/tree\/sample%3A[a-z-]+\?selected=.*&selected=/)
    await page.goBack()
    await page.getByRole('link', { name: 'Comparer les deux' }).waitFor()
    await page.context().close()
  })

  it('finds the second initiative to compare by its name', async () => {
    const page = await app.open('/compare?of=sample%3Aaccorderie-quebec')
    await page.getByRole('combobox', { name: 'La seconde initiative' }).fill('panier à salades')
    await page.getByRole('option', { name: /Le Panier à salades/ }).click()
    await page.getByText('Aucune origine commune n’est connue.').waitFor()
    await page.context().close()
  })
})
