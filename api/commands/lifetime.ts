const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const

/** Calls `stop` once, at the first signal or error that nobody caught, then ends the process. */
export function onEnd(stop: () => Promise<void>): void {
  let isEnding = false
  const end = (code: number) => {
    // npm and the terminal both pass Ctrl-C on: the second one must not cut the stop short.
    if (isEnding) return
    isEnding = true
    stop()
      .catch((error: unknown) => {
        console.error(error instanceof Error ? error.message : error)
      })
      .finally(() => process.exit(code))
  }
  for (const stream of [process.stdout, process.stderr]) {
    // A closed terminal refuses every line: that must not end the stop either.
    stream.on('error', () => undefined)
  }
  for (const [signal, code] of Object.entries(signals)) process.on(signal, () => end(code))
  const crash = (error: unknown) => {
    console.error('Essaim stops on an unexpected error:', error)
    end(1)
  }
  process.on('uncaughtException', crash).on('unhandledRejection', crash)
}
