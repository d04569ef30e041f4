// Plain JavaScript, because start.mjs needs it before any dependency is installed.

/** @type {string[]} */
const underWay = []

/** Does one step and prints a line with its time when it is done; steps may run side by side.
 * @template T
 * @param {string} step
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} */
export async function progress(step, work) {
  const begin = performance.now()
  underWay.push(step)
  showUnderWay()
  let isDone = false
  try {
    const result = await work()
    isDone = true
    return result
  } finally {
    underWay.splice(underWay.indexOf(step), 1)
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    clear()
    process.stderr.write(`${seconds.padStart(7)} s  ${step}${isDone ? '' : ': failed'}\n`)
    showUnderWay()
  }
}

function showUnderWay() {
  if (!process.stderr.isTTY) return
  clear()
  if (underWay.length > 0) process.stderr.write(`      …    ${underWay.join(' · ')}`)
}

function clear() {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}
