import { tick } from 'svelte'

/** Puts the focus on a heading once it is drawn, so that keyboards and screen readers go on from there. */
export async function goTo(id: string) {
  await tick()
  const heading = document.getElementById(id)
  heading?.setAttribute('tabindex', '-1')
  heading?.focus()
}
