// A browser may refuse to keep anything: then a choice lasts as long as the page.

/** What was kept in this browser under a name. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`essaim.${name}`)
  } catch {
    return null
  }
}

/** Keeps a choice for the next visits; `null` forgets it. False when the browser refuses or has no room left. */
export function keep(name: string, value: string | null): boolean {
  try {
    if (value === null) localStorage.removeItem(`essaim.${name}`)
    else localStorage.setItem(`essaim.${name}`, value)
    return true
  } catch {
    return false
  }
}

/** A list kept in this browser, without the entries that are not what they should be; others may have written there. */
export function keptList<Entry>(name: string, isEntry: (value: unknown) => value is Entry): Entry[] {
  try {
    const list: unknown = JSON.parse(kept(name) ?? '[]')
    return Array.isArray(list) ? list.filter(isEntry) : []
  } catch {
    return []
  }
}
