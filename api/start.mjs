// What npm start, npm run essaim and npm test call. It runs in a bare clone, so it has no dependency:
// it installs them, then goes on in this same process, so that there is no child to stop or to orphan.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readRecord, withLock } from './processes.mjs'
import { progress } from './progress.mjs'

const api = dirname(fileURLToPath(import.meta.url))
const root = dirname(api)
const modules = join(root, 'node_modules')
const [mode, ...rest] = process.argv.slice(2)

try {
  checkNode()
  await install()
  if (mode === 'test') await test()
  else if (mode === 'essaim') await goOn('essaim.ts', rest)
  else await goOn('start.ts', process.argv.slice(2))
} catch (error) {
  console.error(describe(error))
  process.exit(1)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) return
  throw new Error(
    `Node ${process.versions.node} can't run Essaim: it needs 20.19 or a later 20, or 22.12 and above. Install one (https://nodejs.org, or nvm install 22), or run \`docker compose up\`.`,
  )
}

async function install() {
  if (isInstalled()) return
  const key = createHash('sha256').update(root).digest('hex').slice(0, 12)
  const locks = join(tmpdir(), `essaim-${userInfo().username}`)
  mkdirSync(locks, { recursive: true, mode: 0o700 })
  const told = (/** @type {number} */ pid) =>
    console.error(`process ${pid} is installing dependencies: waiting for it`)
  await withLock(
    join(locks, key),
    async () => {
      if (!isInstalled()) await progress('dependencies installed by npm ci', npmCi)
    },
    told,
  )
}

/** npm lists what it installed in node_modules/.package-lock.json, as its last act. */
function isInstalled() {
  const wanted = readRecord(join(root, 'package-lock.json'))?.packages
  const present = readRecord(join(modules, '.package-lock.json'))?.packages
  if (!wanted)
    throw new Error(`${join(root, 'package-lock.json')} is missing or damaged: take it from git again.`)
  if (!present || !existsSync(join(modules, 'tsx'))) return false
  const isSame = (/** @type {string} */ path) =>
    present[path]
      ? present[path].version === wanted[path].version && present[path].integrity === wanted[path].integrity
      : wanted[path].optional
  return Object.keys(wanted).every((path) => path === '' || isSame(path))
}

async function npmCi() {
  const { code, output } = await run(['ci', '--no-audit', '--no-fund'])
  if (code === 0) return
  const errors = output.split('\n').filter((line) => line.startsWith('npm error'))
  throw new Error(
    `npm ci could not install the dependencies (exit ${code}). Is the npm registry within reach, and has the disk 1 GB free? It said:\n${errors.slice(0, 12).join('\n')}`,
  )
}

async function test() {
  process.chdir(root)
  await progress('lint, format and types checked', check)
  const vitest = join(modules, 'vitest', 'vitest.mjs')
  process.argv = [process.argv[0] ?? 'node', vitest, 'run', ...rest]
  await import(vitest)
}

// What `npm run check` does, its parts side by side.
async function check() {
  const parts = ['lint', 'format:check', 'types'].map((part) => run(['run', '--silent', part]))
  const red = (await Promise.all(parts)).filter(({ code }) => code !== 0)
  for (const { output } of red) console.error(output)
  if (red.length > 0)
    throw new Error('the checks above are red, so the tests did not run: `npm run check` repeats them.')
}

/** @param {string} file @param {string[]} args */
async function goOn(file, args) {
  const { register } = await import('tsx/esm/api')
  register()
  const path = join(api, 'commands', file)
  process.argv = [process.argv[0] ?? 'node', path, ...args]
  await import(path)
}

/** @param {string[]} args
 * @returns {Promise<{ code: number, output: string }>} */
function run(args) {
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  const pass = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, pass)
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => {
      for (const each of signals) process.off(each, pass)
      if (signal) process.exit(1)
      resolve({ code: code ?? 1, output: said })
    })
  })
}

/** @param {unknown} error */
function describe(error) {
  if (!(error instanceof Error)) return String(error)
  // A plain Error is a sentence of ours; any other is a fault whose place matters.
  return error.constructor === Error ? error.message : (error.stack ?? error.message)
}
