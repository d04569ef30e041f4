import { isAlone } from './pages.ts'

type Changes = Record<string, string | string[] | null>
type Manner = { replace?: boolean }

// What the API's process serves itself at these addresses is no page of this application.
const servedApart = /^\/(graphql|livez|readyz)(\/|$)/

class Route {
  path = $state(location.pathname)
  #search = $state(location.search)
  /** The query of the address; reading it follows its changes. */
  query = $derived(new URLSearchParams(this.#search))
  /** True when what lies before or after in the history of the tab is this page too, looked at otherwise. */
  behind = $state(claims('behind'))
  ahead = $state(claims('ahead'))
  /** True from a change of page until its title took the focus. */
  arriving = false

  constructor() {
    history.scrollRestoration = 'manual'
    addEventListener('popstate', () => {
      const isNewPage = location.pathname !== this.path
      this.#read(location.pathname)
      if (isNewPage) restoreScroll(keptHeight())
    })
    addEventListener('pagehide', keepHeight)
    if (keptHeight() > 0) restoreScroll(keptHeight())
  }

  go(href: string, { replace = false }: Manner = {}): void {
    const url = new URL(href, location.href)
    if (isAlone(this.path) && !isAlone(url.pathname)) {
      const alone = `/embed${url.pathname}`
      return isAlone(alone) ? this.go(alone + url.search, { replace }) : openBeside(url.href)
    }
    if (url.origin !== location.origin || servedApart.test(url.pathname)) {
      location.assign(url)
      return
    }
    const isNewPage = url.pathname !== this.path
    if (replace || url.href === location.href) history.replaceState(isNewPage ? {} : history.state, '', url)
    else {
      keep({ height: scrollY, ahead: !isNewPage })
      history.pushState({ behind: !isNewPage }, '', url)
    }
    this.#read(url.pathname)
    if (isNewPage) scrollTo(0, 0)
  }

  setQuery(changes: Changes, manner?: Manner) {
    const kept = [...this.query].filter(([name]) => !Object.hasOwn(changes, name))
    const changed = Object.entries(changes).flatMap(([name, value]) =>
      (Array.isArray(value) ? value : [value]).flatMap((one) => (one === null ? [] : [[name, one]])),
    )
    const text = new URLSearchParams([...kept, ...changed]).toString()
    this.go(this.path + (text ? `?${text}` : ''), manner)
  }

  #read(path: string) {
    if (path !== this.path) this.arriving = true
    this.path = path
    this.#search = location.search
    this.behind = claims('behind')
    this.ahead = claims('ahead')
  }
}

// In the frame of somebody's page there is room for a picture only.
const openBeside = (href: string) => void open(href, '_blank', 'noopener')

const keep = (more: object) => history.replaceState({ ...history.state, ...more }, '')
const keepHeight = () => keep({ height: scrollY })

const claims = (name: 'behind' | 'ahead') => history.state?.[name] === true

function keptHeight(): number {
  const height: unknown = history.state?.height
  return typeof height === 'number' ? height : 0
}

// The page grows while its answer arrives: try until it is tall enough, for one second.
function restoreScroll(height: number, since = performance.now()) {
  scrollTo(0, height)
  if (Math.abs(scrollY - height) < 2 || performance.now() - since > 1000) return
  requestAnimationFrame(() => restoreScroll(height, since))
}

export const route = new Route()

/** Opens an address of this application without loading the page again. */
export const go = (href: string, manner?: Manner) => route.go(href, manner)

/** Changes parts of the query: a list repeats the name, `null` takes it away. */
export const setQuery = (changes: Changes, manner?: Manner) => route.setQuery(changes, manner)

/** Lets a plain click on a link of this origin stay in the application. */
export function followLink(event: MouseEvent) {
  if (event.defaultPrevented || event.button !== 0) return
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!(link instanceof HTMLAnchorElement) || !link.href) return
  if ((link.target && link.target !== '_self') || link.hasAttribute('download')) return
  if (link.origin !== location.origin || servedApart.test(link.pathname)) {
    if (!isAlone(route.path)) return
    event.preventDefault()
    return openBeside(link.href)
  }
  const isAnchor = link.hash !== '' && link.pathname === route.path && link.search === location.search
  if (isAnchor) return
  event.preventDefault()
  go(link.href)
}
