const steps: Record<string, (page: number) => number> = {
  ArrowDown: () => 1,
  ArrowUp: () => -1,
  PageDown: (page) => page,
  PageUp: (page) => -page,
  Home: () => -Infinity,
  End: () => Infinity,
}

/** How many rows a key goes down; nothing when it does not move among rows. */
export function stepOf(event: KeyboardEvent, page: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null
  return Object.hasOwn(steps, event.key) ? (steps[event.key]?.(Math.max(1, page)) ?? null) : null
}

/** Scrolls what holds the rows so far that one shows between `limit` and the foot; all in pixels, `limit` of the window. */
export function scrollInto(body: HTMLElement, limit: number, top: number, height: number): void {
  const holder = holderOf(body)
  const foot = Math.min(
    innerHeight,
    holder === document.documentElement ? innerHeight : holder.getBoundingClientRect().bottom,
  )
  const y = body.getBoundingClientRect().top + top
  if (y < limit) holder.scrollBy({ top: y - limit, behavior: 'instant' })
  else if (y + height > foot) holder.scrollBy({ top: y + height - foot, behavior: 'instant' })
}

function holderOf(body: HTMLElement): Element {
  for (let one = body.parentElement; one && one !== document.body; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight) return one
  return document.documentElement
}
