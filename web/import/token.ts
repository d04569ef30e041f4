// Only for as long as the tab is open, and never in an address.
const name = 'essaim.token'

export function keptToken(): string {
  try {
    return sessionStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

export function keepToken(token: string) {
  try {
    if (token) sessionStorage.setItem(name, token)
    else sessionStorage.removeItem(name)
  } catch {
    return
  }
}
