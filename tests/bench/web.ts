import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { chromium, type Page } from 'playwright-core'
import { build, preview } from 'vite'
import { documents } from '../../web/documents.ts'
import { chromiumPath, howToGetChromium } from '../support/chromium.ts'
import type { bench as onPage } from './web/bench.ts'
import { builtSizes } from './web/sizes.ts'

// What is measured is what is served: built for production, in a Chromium without a GPU.
process.env.NODE_ENV = 'production'
const root = fileURLToPath(new URL('web/', import.meta.url))
const web = fileURLToPath(new URL('../../web/', import.meta.url))
const executablePath = chromiumPath()
if (!executablePath) throw new Error(`bench: ${howToGetChromium}`)

type Frames = { perSecond: number; longest: number }
declare global {
  var bench: typeof onPage
  var countFrames: () => () => Frames
  var stopFrames: () => Frames
}
type Row = { what: string; measured: number; bar: number | null; unit: 'ms' | '/s' | 'KB' }
const rows: Row[] = []
const note = (what: string, measured: number, bar: number | null, unit: Row['unit']) => {
  rows.push({ what, measured, bar, unit })
  console.info(line(rows[rows.length - 1] as Row))
}

function line({ what, measured, bar, unit }: Row): string {
  const figure = `${measured >= 100 ? Math.round(measured) : measured.toFixed(1)} ${unit}`
  if (bar === null) return `${what.padEnd(52)} ${figure.padStart(10)}`
  const isKept = unit === '/s' ? measured >= bar : measured <= bar
  const told = `${unit === '/s' ? '>=' : '<='} ${bar} ${unit}`
  return `${what.padEnd(52)} ${figure.padStart(10)}   ${told.padEnd(12)} ${isKept ? 'kept' : 'MISSED'}`
}

/** From rows to pixels: milliseconds that passed, and those that the page's thread worked, whoever else had the machine. */
async function painting(
  page: Page,
  kind: 'map' | 'tree',
  count: number,
): Promise<{ passed: number; worked: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  const runs: { passed: number; worked: number }[] = []
  for (let run = 0; run < 3; run += 1) {
    await page.evaluate(([what, many]) => bench.prepare(what, many), [kind, count] as const)
    const before = await worked()
    const passed = await page.evaluate(() => bench.paint())
    runs.push({ passed, worked: (await worked()) - before })
  }
  await session.detach()
  return runs.toSorted((a, b) => a.passed - b.passed)[1] ?? { passed: NaN, worked: NaN }
}

/** The middle one of a few runs. */
async function median(times: number, run: () => Promise<number>): Promise<number> {
  const all: number[] = []
  for (let time = 0; time < times; time += 1) all.push(await run())
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

async function whileMoving(page: Page, move: (step: number) => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    globalThis.stopFrames = countFrames()
  })
  for (let step = 0; step < 90; step += 1) {
    await move(step)
    await page.waitForTimeout(12)
  }
  return page.evaluate(() => stopFrames())
}

// Who shares the machine is in every figure.
console.info(`load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores before the start\n`)
const folder = mkdtempSync(join(tmpdir(), 'essaim-bench-'))
const plugins = [svelte({ configFile: join(web, 'svelte.config.js') }), documents(web)]
await build({
  configFile: false,
  root,
  plugins,
  logLevel: 'error',
  build: { outDir: folder, emptyOutDir: true, target: 'es2022', modulePreload: { polyfill: false } },
})
const server = await preview({
  configFile: false,
  root,
  build: { outDir: folder },
  preview: { host: '127.0.0.1', port: 0 },
  logLevel: 'error',
})
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(120_000)
  page.on('pageerror', (error) => console.error(`bench: ${error.message}`))
  await page.goto(server.resolvedUrls?.local[0] ?? '')
  await page.waitForFunction(() => 'bench' in globalThis)

  for (const [count, bar] of [
    [1_000, 150],
    [10_000, 400],
    [50_000, 1_000],
  ] as const) {
    const name = `map of ${count.toLocaleString('en')}`
    const { passed, worked } = await painting(page, 'map', count)
    note(`${name}: rows to pixels, places given`, passed, bar, 'ms')
    note(`${name}: of that, work of the page's thread`, worked, null, 'ms')
    await page.waitForTimeout(1_500)
    await page.mouse.move(720, 450)
    const zooming = await whileMoving(page, (step) => page.mouse.wheel(0, step % 30 < 15 ? -70 : 70))
    note(`${name}: frames while zooming`, zooming.perSecond, 50, '/s')
    await page.waitForTimeout(1_500)
    await page.mouse.move(20, 20)
    await page.mouse.down()
    const panning = await whileMoving(page, (step) => page.mouse.move(20 + step * 8, 20 + (step % 30) * 6))
    await page.mouse.up()
    note(`${name}: frames while panning`, panning.perSecond, 50, '/s')
    note(`${name}: longest frame while moving`, Math.max(zooming.longest, panning.longest), null, 'ms')
  }
  for (const [count, bar] of [
    [1_000, 100],
    [10_000, 500],
  ] as const) {
    const name = `tree of ${count.toLocaleString('en')}`
    const { passed, worked } = await painting(page, 'tree', count)
    note(`${name}: rows to pixels`, passed, bar, 'ms')
    note(`${name}: of that, work of the page's thread`, worked, null, 'ms')
    note(
      `${name}: layout`,
      await median(3, () => page.evaluate((many) => bench.treeLayout(many), count)),
      null,
      'ms',
    )
    await page.waitForTimeout(1_000)
    await page.mouse.move(600, 450)
    const scrolling = await whileMoving(page, (step) => page.mouse.wheel(0, step % 30 < 20 ? 160 : -160))
    note(`${name}: frames while scrolling`, scrolling.perSecond, 50, '/s')
  }
  for (const count of [50, 300, 1_000, 10_000]) {
    const took = await page.evaluate((many) => bench.arrange(many), count)
    note(`map of ${count.toLocaleString('en')}: layout in its worker, no places given`, took, null, 'ms')
  }
} finally {
  await browser.close()
  await server.close()
  rmSync(folder, { recursive: true })
}

const { start, css, map, tree, territories, contours, worker, lazy } = await builtSizes()
const kilobytes = (bytes: number) => bytes / 1000
note('start: JavaScript, gzip', kilobytes(start), 110, 'KB')
note('start: CSS, gzip', kilobytes(css), 15, 'KB')
for (const [name, { own, all }, bar] of [
  ['map', map, 30],
  ['tree', tree, 25],
  ['territories', territories, 15],
] as const) {
  note(`${name}: its own JavaScript before the first drawing, gzip`, kilobytes(own), bar, 'KB')
  note(`${name}: with what it shares with other pages, gzip`, kilobytes(all), null, 'KB')
}
note('territories: contours of France, gzip', kilobytes(contours), null, 'KB')
note('layout of the map, in its worker: JavaScript, gzip', kilobytes(worker), null, 'KB')
for (const [name, bytes] of lazy) note(`when it is asked for: ${name}, gzip`, kilobytes(bytes), null, 'KB')
const missed = rows.filter(
  ({ measured, bar, unit }) => bar !== null && (unit === '/s' ? measured < bar : measured > bar),
)
console.info(
  missed.length === 0 ? '\nall bars kept' : `\n${missed.length} bars missed:\n${missed.map(line).join('\n')}`,
)
