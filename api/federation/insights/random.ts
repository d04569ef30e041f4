/** Numbers from 0 to 1 that look random and are the same each time (mulberry32): the same graph gives the same answer. */
export function sameRandom(): () => number {
  let state = 0x2f6e2b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
