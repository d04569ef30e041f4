import { onceReady } from './onceReady.ts'

let missing = $state(0)

/** How many parts of the page were asked for and did not come. */
export const missingParts = (): number => missing

/**
 * A part of a page that is fetched once it is wanted, undefined until it is there; when it does not come, it is asked for
 * again as soon as the server answers. To be called while a component is made.
 */
export function fetched<Part>(load: () => Promise<Part>, isWanted: () => boolean = () => true) {
  let part = $state.raw<Part>()
  let attempts = $state(0)
  const isAsked = $derived(part === undefined && isWanted())
  $effect(() => {
    void attempts
    if (!isAsked) return
    let isLeft = false
    let forget = () => {}
    load().then(
      (came) => {
        if (!isLeft) part = came
      },
      (reason: unknown) => {
        if (isLeft) return
        console.warn(reason)
        missing += 1
        const leave = onceReady(() => (attempts += 1))
        forget = () => {
          missing -= 1
          leave()
        }
      },
    )
    return () => {
      isLeft = true
      forget()
    }
  })
  return {
    get part() {
      return part
    },
  }
}
