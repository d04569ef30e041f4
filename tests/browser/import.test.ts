import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, inject, it } from 'vitest'
import { networkHead } from '../files/networkHead.ts'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'

const token = 'the-token-of-this-server'
const patience = { timeout: 90_000 }
const spreadsheet = {
  name: 'Cantines 2024.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: networkHead,
}

const give = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
  page.locator('input[type=file]').setInputFiles(file)
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const violations = async (page: Page) => {
  const found = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4'])
    .analyze()
  return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])
}

describe.skipIf(!chromiumPath())(
  `bringing data in, in a browser (${chromiumPath() ?? howToGetChromium})`,
  () => {
    const app = servedApp({ imports: { token, access: inject('neo4j') } })

    it("brings in a network's spreadsheet, mends two columns, loads it, sees its map, takes it back", async () => {
      const page = await app.open('/import')
      await page.getByLabel('Jeton').fill('another-token')
      await press(page, 'Entrer')
      await page.getByRole('alert').getByText('Ce n’est pas le jeton de ce serveur.').waitFor()
      expect(await violations(page)).toEqual([])
      await page.getByLabel('Jeton').fill(token)
      await page.keyboard.press('Enter')
      await page.getByText('Aucun import dans ce graphe.').waitFor()

      await give(page, spreadsheet)
      await page.getByLabel('Ce que devient la colonne Remarques').waitFor(patience)
      expect(await page.content()).not.toMatch(/Jeanne|Petit/)
      expect(await page.getByRole('button', { name: 'Vérifier sans rien écrire' }).isDisabled()).toBe(true)
      await page.getByLabel('Ce que devient la colonne Remarques').selectOption('summary')
      await page.getByLabel('Ce que devient la colonne Bénéficiaires').selectOption('result:repas')
      await page.getByText('choisi par vous').nth(1).waitFor(patience)
      await page.getByLabel('Son nom', { exact: true }).fill('Les cantines solidaires')
      await page.getByLabel('Licence').fill('ODbL 1.0')
      await page.getByText('Ses 2 mots, et ce qu’ils veulent dire').click()
      await page.getByLabel('« Non » veut dire').selectOption('ABANDONED')
      expect(await violations(page)).toEqual([])

      await press(page, 'Vérifier sans rien écrire')
      await page.getByText('Tout peut être chargé.').waitFor(patience)
      await page.getByText('Lu : 4 initiatives, 8 partenaires, 3 thèmes.').waitFor()
      expect(await violations(page)).toEqual([])
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        press(page, 'Enregistrer la correspondance'),
      ])
      expect(saved.suggestedFilename()).toBe('les-cantines-solidaires-projets.yaml')
      const mapping = await readFile(await saved.path(), 'utf8')
      expect(mapping).toContain("summary: '{Remarques}' # chosen by hand")
      expect(mapping).toContain('unit: repas')
      expect(mapping).toContain('Non: ABANDONED')

      await press(page, 'Charger dans le graphe')
      await page.getByRole('link', { name: 'Voir la carte du réseau' }).click(patience)
      await page.getByRole('heading', { level: 1, name: 'Les cantines solidaires' }).waitFor(patience)
      expect(new URL(page.url()).search).toBe('?of=les-cantines-solidaires')

      await page.goBack()
      await press(page, 'Retirer cet import…')
      const dialog = page.getByRole('dialog', { name: 'Retirer l’import 1 ?' })
      await dialog.getByText(/fiches et liens seront retirés/).waitFor(patience)
      expect(await violations(page)).toEqual([])
      await dialog.getByRole('button', { name: 'Retirer l’import' }).click()
      await page.getByText('Cet import a été retiré : le graphe est comme avant.').waitFor(patience)
      const answer = await page.request.post(`${app.address()}/graphql`, {
        data: { query: '{ network(id: "les-cantines-solidaires") { id } }' },
      })
      expect(await answer.json()).toMatchObject({ data: { network: null } })
      expect(await page.evaluate(() => [document.cookie, Object.keys(localStorage)].flat())).not.toContain(
        token,
      )
      await page.context().close()
    })

    it('keeps what was decided when a check finds errors, and takes the corrected file', async () => {
      const page = await app.open('/import', { ...phone, colorScheme: 'dark' })
      await page.getByLabel('Jeton').fill(token)
      await press(page, 'Entrer')
      const csv = (second: string) => ({
        ...{ name: 'actions.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`Action;Depuis le\nUne action;2019\nUne autre;${second}\n`),
      })
      const mapping =
        'title: T\nsource: s\nnetwork: { id: us, name: Us }\ninputs: { rows: { has: [Action] } }\ninitiatives: { id: { value: "{Action}", slug: true }, name: "{Action}", startedOn: "{Depuis le}" }\n'
      await give(page, csv('jadis'))
      await page.getByLabel('Ce que devient la colonne Action').waitFor(patience)
      await give(page, { name: 'ours.yaml', mimeType: 'text/yaml', buffer: Buffer.from(mapping) })
      await page.getByText('Lu par votre correspondance : « T ».').waitFor(patience)
      await press(page, 'Vérifier sans rien écrire')
      await page.getByText('Une erreur empêche de charger.').waitFor(patience)
      const row = page.getByRole('row', { name: /Ligne 3/ })
      expect(await row.innerText()).toMatch(/jadis[\s\S]*n’est pas une date/)
      expect(await page.getByRole('button', { name: 'Charger dans le graphe' }).isDisabled()).toBe(true)
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)

      await press(page, 'Vérifier sans les lignes fautives')
      await page.getByText('Tout peut être chargé, sauf une ligne.').waitFor(patience)
      await give(page, csv('2021'))
      await page.getByText('Vous avez changé quelque chose depuis : vérifiez à nouveau.').waitFor(patience)
      await press(page, 'Vérifier à nouveau')
      await page.getByText('Tout peut être chargé.', { exact: true }).waitFor(patience)
      await page.context().close()
    })
  },
)
