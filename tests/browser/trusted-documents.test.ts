import { describe, expect, it } from 'vitest'
import { servedApp } from '../support/app.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'

describe.skipIf(!chromiumPath())(
  `an endpoint that answers registered documents only (${chromiumPath() ?? howToGetChromium})`,
  () => {
    const app = servedApp({ isClosed: true })

    it('answers every page of the web, which sends no text at all', async () => {
      const page = await app.open('/')
      const asked: string[] = []
      page.on('request', (request) => {
        if (request.url().endsWith('/graphql')) asked.push(request.postData() ?? '')
      })
      for (const path of [
        '/',
        '/tree',
        '/tree/sample%3Aaccorderie-quebec',
        '/initiatives/sample%3Aaccorderie-paris-19',
        '/partners/sample%3Asecours-catholique',
        '/map?of=sample%3Aaccorderie-de-chambery',
        '/map',
        '/initiatives/sample%3Aaccorderi-pariss',
      ]) {
        await page.goto(app.address() + path)
        await page.locator('main h1').waitFor()
        await page.waitForLoadState('networkidle')
        expect(await page.getByRole('alert').count(), path).toBe(0)
      }
      await page.keyboard.press('/')
      await page.keyboard.type('accorderie de chamb')
      await page.getByRole('option', { name: 'Accorderie de Chambéry' }).waitFor()
      expect(asked.length).toBeGreaterThan(6)
      for (const body of asked)
        expect(JSON.parse(body)).toEqual({
          documentId: expect.stringMatching(/^sha256:/),
          variables: expect.anything(),
        })
      await page.context().close()
    })

    it('says in GraphiQL what is answered, and answers the examples there', async () => {
      const page = await app.open('/graphql')
      await page.getByText('Only registered documents are answered here').first().waitFor()
      await page.getByRole('button', { name: /Execute query/ }).click()
      await page.getByText('Accorderie du Grand Belleville').or(page.getByText('FUNDER')).first().waitFor()
      await page.context().close()
    })
  },
)
