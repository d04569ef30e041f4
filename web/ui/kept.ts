// A browser may refuse to keep anything: then a choice lasts as long as the page.

/** What was kept in this browser under a name. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`essaim.${name}`)
  } catch {
    return null
  }
}

/** Keeps a choice for the next visits; `null` forgets it. */
export function keep(name: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(`essaim.${name}`)
    else localStorage.setItem(`essaim.${name}`, value)
  } catch {
    return
  }
}
