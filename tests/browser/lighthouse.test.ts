import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import lighthouse, { desktopConfig, type Result } from 'lighthouse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { servedApp } from '../support/app.ts'
import { chromiumArguments, chromiumPath, howToGetChromium } from '../support/chromium.ts'

const pages = {
  home: '/',
  sheet: '/initiatives/sample%3Aaccorderie-paris-19',
  map: '/map?of=sample%3Aaccorderie-de-chambery',
  tree: '/tree/sample%3Aaccorderie-quebec',
}
// Bytes by gzip of all that the home page fetches before it is quiet: what any visit begins with is among it.
const mostScript = 110 * 1024
const mostStyle = 15 * 1024

/** A browser that Lighthouse speaks to by a port; it writes which one into its profile. */
async function browserWithPort(profile: string): Promise<{ port: number; process: ChildProcess }> {
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--no-first-run']
  const process = spawn(chromiumPath() ?? '', [...chromiumArguments, ...own, 'about:blank'], {
    stdio: 'ignore',
  })
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 100))
    if (process.exitCode !== null) throw new Error(`Chromium ended with ${process.exitCode}`)
    const [port] = said(join(profile, 'DevToolsActivePort')).split('\n')
    if (port) return { port: Number(port), process }
  }
}

function said(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

type Request = { resourceType?: string; url: string }

/** Bytes by gzip of what a page fetched until it was quiet, of one kind. */
async function gzipped({ audits }: Result, kind: string): Promise<number> {
  const details = audits['network-requests']?.details
  const items = details?.type === 'table' ? (details.items as unknown as Request[]) : []
  const sizes = items
    .filter(({ resourceType }) => resourceType === kind)
    .map(async ({ url }) => gzipSync(await (await fetch(url)).arrayBuffer()).length)
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

describe.skipIf(!chromiumPath())(`Lighthouse (${chromiumPath() ?? howToGetChromium})`, () => {
  const app = servedApp()
  const profile = mkdtempSync(join(tmpdir(), 'essaim-lighthouse-'))
  let browser: Awaited<ReturnType<typeof browserWithPort>> | undefined
  beforeAll(async () => {
    browser = await browserWithPort(profile)
  })
  afterAll(async () => {
    const ended = new Promise((resolve) => browser?.process.once('close', resolve))
    browser?.process.kill()
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  })

  it.each(Object.entries(pages))('finds %s accessible to all and light to fetch', async (name, path) => {
    // On a desk, without a throttle: how fast a shared machine is says nothing, so speed is told and not asserted.
    const told = await lighthouse(
      app.address() + path,
      { port: browser?.port, onlyCategories: ['performance', 'accessibility'], logLevel: 'error' },
      desktopConfig,
    )
    if (!told) throw new Error(`Lighthouse said nothing of ${path}`)
    const { categories, audits } = told.lhr
    const script = await gzipped(told.lhr, 'Script')
    const style = await gzipped(told.lhr, 'Stylesheet')
    const kilobytes = (size: number) => `${(size / 1024).toFixed(1)} KB`
    console.info(
      `${name}: performance ${categories.performance?.score}, largest paint ${audits['largest-contentful-paint']?.displayValue}, blocked ${audits['total-blocking-time']?.displayValue}, script ${kilobytes(script)}, style ${kilobytes(style)}`,
    )
    const faults = (categories.accessibility?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < 1)
      .map(({ id }) => [id, audits[id]?.details])
    expect(faults).toEqual([])
    expect(categories.accessibility?.score).toBe(1)
    if (path !== pages.home) return
    expect(script).toBeGreaterThan(0)
    expect(script).toBeLessThanOrEqual(mostScript)
    expect(style).toBeLessThanOrEqual(mostStyle)
  })
})
