/** Tells how far something is and how long it may still take, every other second once it takes longer than one. */
export function progressOnceSlow(
  what: string,
  of: string,
  beside?: string,
): (done: number, total: number) => void {
  const since = Date.now()
  let told = since - 1000
  return (done, total) => {
    const now = Date.now()
    if (now - told < 2000 || done === 0) return
    told = now
    const left = Math.round(((now - since) / 1000 / done) * (total - done))
    const line = `${what}: ${done} of ${total} ${of}, about ${left} s left`
    console.error(beside ? `${line}; ${beside}` : line)
  }
}
