/**
 * Calls back once the first frame is painted, and notes how long that took: from the rows, or from now where nobody marked
 * them: a mark is used once. Returns how to stop.
 */
export function afterFirstPaint(ondone: () => void): () => void {
  const start = performance.getEntriesByName('essaim:rows').at(-1)?.startTime ?? performance.now()
  performance.clearMarks('essaim:rows')
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    performance.measure('essaim:first-paint', { start, end: performance.now() })
    channel.port1.close()
    ondone()
  }
  const frame = requestAnimationFrame(() => channel.port2.postMessage(null))
  return () => cancelAnimationFrame(frame)
}
