import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { freePort } from '../../api/neo4j/launch.ts'
import { networkHead } from '../files/networkHead.ts'
import { phone, servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { run } from '../support/program.ts'
import { expectNoSidewaysScroll } from '../support/sideways.ts'
import { testAccess } from '../support/store.ts'

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
    const app = servedApp({ imports: { token, access: testAccess() } })

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

    it('corrects a value for all its rows, ends what is no longer there, and knows the files again', async () => {
      const page = await app.open('/import')
      await page.getByLabel('Jeton').fill(token)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: 'Vos fichiers' }).waitFor()
      const csv = (rows: string) => ({
        ...{ name: 'jardins.csv', mimeType: 'text/csv' },
        buffer: Buffer.from(`Jardin;Depuis le\n${rows}`),
      })
      const mapping =
        'title: Jardins\nsource: s\nnetwork: { id: jardins, name: Jardins }\ninputs: { rows: { has: [Jardin] } }\ninitiatives: { id: { value: "{Jardin}", slug: true }, name: "{Jardin}", startedOn: "{Depuis le}" }\n'
      const yaml = { name: 'jardins.yaml', mimeType: 'text/yaml', buffer: Buffer.from(mapping) }
      await page.locator('input[type=file]').setInputFiles([csv('Un;2019\nDeux;2019\n'), yaml])
      await page.getByText('Lu par votre correspondance : « Jardins ».').waitFor(patience)
      await press(page, 'Vérifier sans rien écrire')
      await page.getByText('Tout peut être chargé.').waitFor(patience)
      await press(page, 'Charger dans le graphe')
      await page.getByText('La correspondance est gardée avec cet import').waitFor(patience)
      await press(page, 'Apporter d’autres fichiers')

      await give(page, csv('Un;jadis\nTrois;jadis\n'))
      await page.getByText('Lu comme lors de l’import').waitFor(patience)
      // Where the next step is, there the focus is.
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('whose')
      await press(page, 'Vérifier sans rien écrire')
      await page.getByText('2 erreurs empêchent de charger.').waitFor(patience)
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('verdict')
      const group = page.getByRole('listitem').filter({ hasText: 'jadis × 2' })
      expect(await group.innerText()).toMatch(/Erreur\s:\s+2 lignes\s·\sDepuis le[\s\S]*n’est pas une date/)
      await group.getByRole('button', { name: 'Corriger ces valeurs' }).press('Enter')
      await page.getByLabel('« jadis » se lit').fill('2019')
      await page.keyboard.press('Enter')
      await page.getByText('Depuis le : « jadis » se lit « 2019 »').waitFor(patience)
      expect(await violations(page)).toEqual([])
      await press(page, 'Vérifier à nouveau')
      await page.getByText('Une fiche ou un lien n’est plus dans vos fichiers').waitFor(patience)
      await page.getByText('initiatives : 1').click()
      await page.getByText('Deux (initiative) : n’est plus dans les fichiers').waitFor(patience)
      await page.getByLabel('Dire qu’ils ont pris fin aujourd’hui').check()
      expect(await violations(page)).toEqual([])
      await press(page, 'Charger dans le graphe')
      await page.getByText('Une fiche ou un lien a pris fin aujourd’hui.').waitFor(patience)
      const answer = await page.request.post(`${app.address()}/graphql`, {
        data: { query: '{ initiative(id: "jardins:deux") { status } }' },
      })
      expect(await answer.json()).toMatchObject({ data: { initiative: { status: 'ENDED' } } })
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
      expect(await row.innerText()).toContain('jadis')
      const problem = page.getByRole('listitem').filter({ has: row })
      expect(await problem.innerText()).toMatch(/n’est pas une date[\s\S]*Ligne 3/)
      expect(await page.getByRole('button', { name: 'Charger dans le graphe' }).isDisabled()).toBe(true)
      expect(await violations(page)).toEqual([])
      await expectNoSidewaysScroll(page)

      await press(page, 'Vérifier sans les lignes fautives')
      await page.getByText('Tout peut être chargé, sauf une ligne.').waitFor(patience)
      await give(page, csv('2021'))
      await page.getByText('Vous avez changé quelque chose depuis : vérifiez à nouveau.').waitFor(patience)
      await press(page, 'Vérifier à nouveau')
      await page.getByText('Tout peut être chargé.', { exact: true }).waitFor(patience)
      await page.context().close()
    })

    it('says what is safe when the server is killed during a load or an undo, and goes on with it', async () => {
      const begin = async (port: number) => {
        const served = JSON.stringify({ access: testAccess(), token, port })
        const server = run('tests/support/servedProcess.ts', [], { TEST_SERVED: served })
        await server.says('served at')
        return server
      }
      const port = await freePort()
      let server = await begin(port)
      const page = await app.open('/')
      await page.goto(`http://127.0.0.1:${port}/import`)
      await page.getByLabel('Jeton').fill(token)
      await press(page, 'Entrer')
      await page.getByRole('heading', { name: 'Vos fichiers' }).waitFor()
      const rows = Array.from({ length: 1_500 }, (_, at) => `Lavoir ${at};Amis ${at}\n`).join('')
      const mapping =
        'title: Lavoirs\nsource: s\nnetwork: { id: lavoirs, name: Lavoirs }\ninputs: { rows: { has: [Lavoir] } }\ninitiatives: { id: { value: "{Lavoir}", slug: true }, name: "{Lavoir}" }\npartners: { carrier: { name: "{Amis}", kind: ASSOCIATION, role: CARRIER } }\n'
      await page.locator('input[type=file]').setInputFiles([
        { name: 'lavoirs.csv', mimeType: 'text/csv', buffer: Buffer.from(`Lavoir;Amis\n${rows}`) },
        { name: 'lavoirs.yaml', mimeType: 'text/yaml', buffer: Buffer.from(mapping) },
      ])
      await page.getByText('Lu par votre correspondance : « Lavoirs ».').waitFor(patience)
      await press(page, 'Vérifier sans rien écrire')
      await page.getByText('Tout peut être chargé.').waitFor(patience)

      // The first rows that were read are told long before the last link is written.
      const beginsToTell = page.waitForResponse((response) => response.url().endsWith('/load'))
      await press(page, 'Charger dans le graphe')
      await beginsToTell
      server.child.kill('SIGKILL')
      const alert = page.getByRole('alert')
      await alert.getByText('Tout est chargé, ou rien').waitFor(patience)
      expect(await page.getByRole('button', { name: 'Charger dans le graphe' }).isDisabled()).toBe(true)
      expect(await violations(page)).toEqual([])
      server = await begin(port)
      await alert.getByText('Rien n’a été chargé : chargez à nouveau.').waitFor(patience)
      await press(page, 'Charger dans le graphe')
      await page.getByRole('heading', { name: /^C’est chargé/ }).waitFor(patience)

      await press(page, 'Retirer cet import…')
      const dialog = page.getByRole('dialog')
      const takeBack = dialog.getByRole('button', { name: 'Retirer l’import' })
      await dialog.getByText(/fiches et liens seront retirés/).waitFor(patience)
      const begins = page.waitForResponse((response) => response.url().endsWith('/undo'))
      await takeBack.click()
      await begins
      server.child.kill('SIGKILL')
      await dialog.getByText('Tout est retiré, ou rien').waitFor(patience)
      expect(await takeBack.count()).toBe(0)
      await begin(port)
      await dialog.getByText('n’a pas été retiré').waitFor(patience)
      expect(await violations(page)).toEqual([])
      await takeBack.click(patience)
      await dialog.getByRole('heading', { name: /est retiré$/ }).waitFor(patience)
      await page.context().close()
    })
  },
)
