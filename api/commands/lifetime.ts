const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const
let said: string | undefined

/** What is told when a signal ends the process from now on: what was done, and what was not. */
export function ifStopped(sentence: string | undefined): void {
  said = sentence
}

/** Does work that leaves no time to hear of signals: one ends the process at once meanwhile. */
export function deaf<T>(work: () => T): T {
  const heard = Object.keys(signals).map((signal) => [signal, process.listeners(signal as 'SIGINT')] as const)
  for (const [signal] of heard) process.removeAllListeners(signal)
  try {
    return work()
  } finally {
    for (const [signal, listeners] of heard) for (const listener of listeners) process.on(signal, listener)
  }
}

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
  const stopped = (code: number) => {
    if (said && !isEnding) console.error(`essaim: ${said}`)
    end(code)
  }
  for (const [signal, code] of Object.entries(signals)) process.on(signal, () => stopped(code))
  const crash = (error: unknown) => {
    console.error('Essaim stops on an unexpected error:', error)
    end(1)
  }
  process.on('uncaughtException', crash).on('unhandledRejection', crash)
}
