import { colours, type Colour, type Palette } from './ink.ts'

/** What each colour is where an element stands. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  return Object.fromEntries(
    colours.map((colour) => [colour, style.getPropertyValue(`--${colour}`).trim() || '#000']),
  ) as Record<Colour, string>
}

/** Calls back with the palette now and after each change of theme; returns how to stop. */
export function followPalette(element: Element, onpalette: (palette: Palette) => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let before = ''
  const tell = () => {
    const palette = readPalette(element)
    const now = JSON.stringify(palette)
    if (now === before) return
    before = now
    onpalette(palette)
  }
  const observer = new MutationObserver(tell)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class'] })
  dark.addEventListener('change', tell)
  tell()
  return () => {
    observer.disconnect()
    dark.removeEventListener('change', tell)
  }
}
