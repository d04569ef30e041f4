/** Notes how long it took from the rows, or from now where nobody marked them, until the first frame is painted. */
export function measureFirstPaint(): () => void {
  const start = performance.getEntriesByName('essaim:rows').at(-1)?.startTime ?? performance.now()
  const channel = new MessageChannel()
  channel.port1.onmessage = () => {
    performance.measure('essaim:first-paint', { start, end: performance.now() })
    channel.port1.close()
  }
  const frame = requestAnimationFrame(() => channel.port2.postMessage(null))
  return () => cancelAnimationFrame(frame)
}
