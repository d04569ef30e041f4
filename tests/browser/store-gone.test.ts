import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { chromium } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { connectTo } from '../../api/neo4j/store.ts'
import { serve } from '../../api/server.ts'
import { servedApp } from '../support/app.ts'
import { chromiumArguments, chromiumPath, howToGetChromium } from '../support/chromium.ts'
import { atKeyboard } from '../support/keyboard.ts'
import { testAccess } from '../support/store.ts'

/** A way to this worker's Neo4j that can be closed and opened again. */
function way() {
  const sockets = new Set<Socket>()
  const neo4j = new URL(testAccess().uri)
  const make = (): Server =>
    createServer((client) => {
      const server = connect(Number(neo4j.port), neo4j.hostname)
      for (const socket of [client, server]) {
        sockets.add(socket)
        socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket))
      }
      client.pipe(server).pipe(client)
    })
  let listening = make()
  return {
    open: async (port = 0) => {
      listening = make()
      await new Promise<void>((resolve) => listening.listen(port, '127.0.0.1', resolve))
      return (listening.address() as AddressInfo).port
    },
    close: () => {
      listening.close()
      for (const socket of sockets) socket.destroy()
    },
  }
}

describe.skipIf(!chromiumPath())(`without its store (${chromiumPath() ?? howToGetChromium})`, () => {
  servedApp()
  const ends: (() => unknown)[] = []
  afterAll(async () => {
    for (const end of ends.reverse()) await end()
  })

  it('says that the answer did not come, never that nothing is there, and comes back with the store', async () => {
    const access = testAccess()
    const { open, close } = way()
    const port = await open()
    const driver = connectTo({ ...access, uri: `bolt://127.0.0.1:${port}` })
    const served = await serve({ driver, database: access.database, host: '127.0.0.1', port: 0 })
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
    ends.push(
      close,
      () => driver.close(),
      () => served.close(),
      () => browser.close(),
    )
    const page = await browser.newPage()

    close()
    for (const path of [
      '/tree',
      '/tree/sample%3Acjs-hearst',
      '/initiatives/sample%3Acjs-hearst',
      '/map?of=sample%3Aemmaus-france',
    ]) {
      await page.goto(served.address + path)
      await page.getByRole('button', { name: 'Réessayer' }).waitFor()
      const text = await page.locator('main').innerText()
      expect(text, path).toContain('La réponse n’est pas venue')
      expect(text, path).not.toContain('Rien ici')
    }

    await page.goto(`${served.address}/tree/sample%3Acjs-hearst`)
    await page.getByRole('button', { name: 'Réessayer' }).waitFor()
    await open(port)
    // Nobody presses anything: the page asks whether the server is ready.
    await page.getByRole('heading', { name: 'Coopératives jeunesse de services' }).waitFor()
  })

  it('gets back after the server itself was gone, by keyboard alone, and loses nothing', async () => {
    const access = testAccess()
    const driver = connectTo(access)
    const start = (port: number) => serve({ driver, database: access.database, host: '127.0.0.1', port })
    const first = await start(0)
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
    ends.push(
      () => driver.close(),
      () => browser.close(),
    )
    const page = await browser.newPage()
    await page.goto(`${first.address}/initiatives?territory=reg%3A53`)
    await page.getByText(/^19 initiatives sur/).waitFor()
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }))
    const hands = atKeyboard(page)

    // What was typed is asked again when the server is back, and what lay under the search is as it was.
    await first.close()
    await hands.press('Control+k')
    await hands.type('brest')
    await page.getByRole('dialog').getByText('Le serveur d’Essaim ne répond pas.').first().waitFor()
    const port = Number(new URL(first.address).port)
    const second = await start(port)
    await hands.pointAt(/^Brest\b.*Finistère/)
    await hands.press('Escape')
    await page.getByText(/^19 initiatives sur/).waitFor()

    // A page that could not be fetched comes by itself.
    await second.close()
    await hands.tabTo('Essaimage', { most: 10 })
    await hands.press('Enter')
    await page.getByRole('alert').getByText('Le serveur d’Essaim ne répond pas.').waitFor()
    const third = await start(port)
    ends.push(() => third.close())
    await page.getByRole('heading', { name: 'Comment les initiatives essaiment' }).waitFor()
    await page.getByRole('link', { name: 'Coopératives jeunesse de services' }).waitFor()
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true)
    // The key for it is the browser's own, which does not reach it here.
    await page.goBack()
    await page.getByText(/^19 initiatives sur/).waitFor()
  })
})
