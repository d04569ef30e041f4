const soon = 2_000
const late = 15_000
const quiet = 60_000

const waiting = new Set<() => void>()
let timer: ReturnType<typeof setTimeout> | undefined
let pause = soon
let lookedAt = -Infinity

/** Calls back once the server can answer again, asked at growing intervals; gives what stops the waiting. */
export function onceReady(call: () => void): () => void {
  // Who was ready a moment ago and failed again is asked less and less often.
  if (waiting.size === 0 && performance.now() - lookedAt > quiet) pause = soon
  waiting.add(call)
  timer ??= setTimeout(look, pause)
  return () => void waiting.delete(call)
}

async function look() {
  timer = undefined
  if (waiting.size === 0) return
  lookedAt = performance.now()
  pause = Math.min(pause * 1.5, late)
  const isReady = await fetch('/readyz', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  if (!isReady) {
    timer ??= setTimeout(look, pause)
    return
  }
  const calls = [...waiting]
  waiting.clear()
  for (const call of calls) call()
}
