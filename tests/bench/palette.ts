import { loadavg } from 'node:os'
import { chromium } from 'playwright-core'
import { chromiumArguments, chromiumPath, howToGetChromium } from '../support/chromium.ts'

// From a letter to what it finds, on screen, at a running Essaim: npx tsx tests/bench/palette.ts http://localhost:4000
const [, , address = 'http://localhost:4000'] = process.argv
const executablePath = chromiumPath()
if (!executablePath) throw new Error(`bench: ${howToGetChromium}`)
const texts = [
  'accorderie de paris',
  'brest',
  'jardin solidaire',
  'saint-denis',
  'fondation',
  'cooperative jeu',
]
// Milliseconds from one letter to the next: somebody who types well.
const pace = 120

type Timed = { text: string; passed: number }
declare global {
  var timed: Timed[]
}

const browser = await chromium.launch({ executablePath, args: chromiumArguments })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
await page.addInitScript(() => {
  globalThis.timed = []
  const typed = new Map<string, number>()
  addEventListener(
    'input',
    ({ target, timeStamp }) =>
      target instanceof HTMLInputElement && typed.set(target.value.trim(), timeStamp),
    { capture: true },
  )
  const send = fetch
  globalThis.fetch = async (input, init) => {
    const answer = await send(input, init)
    // Read whole, because the client lets go of an answer once it has it.
    const body = await answer.text()
    const { variables } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
      variables?: { text?: string }
    }
    const text = variables?.text ?? ''
    const begun = typed.get(text)
    if (begun !== undefined) {
      typed.delete(text)
      // The frame after the one in which the answer is drawn begins once that one is painted.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => timed.push({ text, passed: performance.now() - begun })),
      )
    }
    return new Response(body, answer)
  }
})

const letters = texts.join('').length
console.info(`load ${loadavg()[0]?.toFixed(1)}, ${letters} letters, one in ${pace} ms`)
for (const what of ['first time', 'again', 'again']) {
  // A page anew forgets what it was told before.
  await page.goto(address)
  await page.getByRole('main').getByRole('link').first().waitFor()
  for (const text of texts) {
    await page.keyboard.press('Control+k')
    await page.keyboard.type(text, { delay: pace })
    await page.waitForTimeout(600)
    await page.keyboard.press('Escape')
  }
  const all = (await page.evaluate(() => timed)).map(({ passed }) => passed).toSorted((a, b) => a - b)
  const at = (part: number) => Math.round(all[Math.floor(all.length * part)] ?? NaN)
  console.info(
    `${what.padEnd(12)} median ${at(0.5)} ms, p90 ${at(0.9)} ms, most ${at(0.999)} ms, of ${all.length} answers`,
  )
}
await browser.close()
