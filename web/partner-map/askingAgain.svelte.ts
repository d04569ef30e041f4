const second = 1000
/** How long to wait before each time; then nobody asks any more. */
const waits = [3, 5, 8, 13, 21, 34, 55].map((seconds) => seconds * second)

/** Asks again by itself for what was not there yet, less and less often; anew whenever `key` changes. */
export function askingAgain(given: () => { isMissing: boolean; key: string }, ask: () => void) {
  let asked = $state.raw({ key: '', times: 0 })
  const times = $derived(asked.key === given().key ? asked.times : 0)

  $effect(() => {
    const { isMissing, key } = given()
    const wait = waits[times]
    if (!isMissing || wait === undefined) return
    const again = { key, times: times + 1 }
    const timer = setTimeout(() => {
      asked = again
      ask()
    }, wait)
    return () => clearTimeout(timer)
  })

  return {
    /** How often it was asked again. */
    get times() {
      return times
    },
    get isOver() {
      return times >= waits.length
    },
    /** Begins once more, now. */
    restart() {
      asked = { key: given().key, times: 1 }
      ask()
    },
  }
}
