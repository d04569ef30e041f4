// Plain JavaScript, because start.mjs needs it before any dependency is installed.
import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** @typedef {{ pid: number, start: string }} ProcessId a process id that a later process can't inherit */

/** When the process started, as text that only compares; undefined when it does not run.
 * @param {number} pid
 * @returns {string | undefined} */
export function processStart(pid) {
  try {
    if (process.platform !== 'linux') return lstart(pid)
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    // A zombie has ended: only its parent has not looked yet.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function lstart(pid) {
  const ps = ['LC_ALL=C', 'ps', '-o', 'stat=,lstart=', '-p', String(pid)]
  const [state, ...start] = execFileSync('env', ps, { stdio: 'pipe' }).toString().trim().split(/\s+/)
  return state?.startsWith('Z') ? undefined : start.join(' ') || undefined
}

/** @returns {ProcessId} */
export function thisProcess() {
  return { pid: process.pid, start: processStart(process.pid) ?? '' }
}

/** @param {ProcessId | undefined} id */
export function isRunning(id) {
  return id !== undefined && processStart(id.pid) === id.start
}

/** The JSON in a file; undefined when the file is missing or not whole.
 * @param {string} path
 * @returns {any} */
export function readRecord(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Does the work while no other process holds the lock file; a lock left by a dead process is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {(pid: number) => void} [onWait] told once, with the holder
 * @returns {Promise<T>} */
export async function withLock(path, work, onWait = () => {}) {
  let told = false
  while (!take(path)) {
    const holder = readRecord(path)
    if (isLeftOver(path, holder)) {
      release(path, holder)
      continue
    }
    if (!told && holder) onWait(holder.pid)
    told = told || Boolean(holder)
    await delay(100)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, JSON.stringify(thisProcess()), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} path @param {ProcessId | undefined} holder */
function isLeftOver(path, holder) {
  if (holder) return !isRunning(holder)
  // Without content it is being written this instant, or its writer died in that instant.
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs
  return written !== undefined && Date.now() - written > 5000
}

/** @param {string} path @param {ProcessId | undefined} holder */
function release(path, holder) {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
    const moved = readRecord(aside)
    // Another process took the lock over in between: it gets its file back.
    if (moved?.pid !== holder?.pid || moved?.start !== holder?.start) renameSync(aside, path)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error
  } finally {
    rmSync(aside, { force: true })
  }
}
