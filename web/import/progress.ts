import type { Progress } from '../../api/exchange/upload/answers.ts'

/** How far it is, and since when (in milliseconds) it does this step. */
export type Heard = Progress & { since: number }

export function heard(before: Heard | null, said: Progress): Heard {
  return { ...said, since: before?.step === said.step ? before.since : Date.now() }
}

/** Seconds that are left, as far as one can tell; null before a second has passed, and at the end. */
export function secondsLeft({ done, of, since }: Heard, now = Date.now()): number | null {
  const passed = (now - since) / 1000
  if (passed < 1 || done === 0 || done >= of) return null
  return Math.ceil((passed / done) * (of - done))
}
