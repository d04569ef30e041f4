/** Tells how far something is and how long it may still take, every other second once it takes longer than one. */
export function progressOnceSlow(
  what: string,
  of: string,
  beside?: string,
): (done: number, total: number) => void {
  let told = Date.now() - 1000
  let first: { at: number; done: number } | undefined
  return (done, total) => {
    const now = Date.now()
    // The first rows wait for lists that are read once: they say nothing of how fast the others go.
    first ??= { at: now, done }
    if (now - told < 2000 || done === first.done) return
    told = now
    const left = Math.round(((now - first.at) / 1000 / (done - first.done)) * (total - done))
    const line = `${what}: ${done} of ${total} ${of}, about ${left} s left`
    console.error(beside ? `${line}; ${beside}` : line)
  }
}
