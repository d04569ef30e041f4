import { keep, kept } from './kept.ts'

export type Theme = 'light' | 'dark'

const system = matchMedia('(prefers-color-scheme: dark)')

class Look {
  #chosen = $state<Theme | null>(null)
  #system = $state<Theme>(system.matches ? 'dark' : 'light')
  /** The theme on screen: the one chosen here, else the system's. */
  theme = $derived(this.#chosen ?? this.#system)

  constructor() {
    const before = kept('theme')
    if (before === 'light' || before === 'dark') this.#show(before)
    system.addEventListener('change', () => {
      this.#system = system.matches ? 'dark' : 'light'
    })
  }

  /** Keeps a theme for the next visits; the system's own needs no keeping and is followed again. */
  choose(theme: Theme) {
    keep('theme', theme === this.#system ? null : theme)
    this.#show(theme === this.#system ? null : theme)
  }

  #show(theme: Theme | null) {
    this.#chosen = theme
    if (theme) document.documentElement.dataset.theme = theme
    else delete document.documentElement.dataset.theme
  }
}

export const look = new Look()
