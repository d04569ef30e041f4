/** Prints the page. While a script prints, Chromium makes nothing new of markup: what only paper shows is made before. */
export function printPage() {
  dispatchEvent(new Event('beforeprint'))
  window.print()
}
