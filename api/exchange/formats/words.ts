/** Most cells are clean already: these are only looked at. */
export function oneSpace(text: string): string {
  return /^\s|\s$|\s\s|[^\S ]/.test(text) ? text.trim().replace(/\s+/g, ' ') : text
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

/** A cell without spaces around it, entities read when asked for; words that stand for no value are none. */
export function clean(
  cell: string,
  { entities = false, empty = [] }: { entities?: boolean; empty?: readonly string[] },
): string {
  if (cell === '') return ''
  const text = oneSpace(entities ? cell.replace(/&(#\d+|#x[\da-f]+|[a-z]+);/gi, decodeEntity) : cell)
  return empty.length && empty.includes(text) ? '' : text
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name.toLowerCase()] ?? whole
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1))
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

/** Whether a spreadsheet would run this text: Essaim never does. */
export function isFormula(text: string): boolean {
  return /^[\s=+@-]/.test(text) && /^\s*(=|[+@-][\w$]+[(|!])/.test(text)
}

/** The beginning of a text, for showing. */
export function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

/** The name that a spreadsheet gives to a column without one. */
export function letters(place: number): string {
  const before = Math.floor(place / 26)
  return (before > 0 ? letters(before - 1) : '') + String.fromCharCode(65 + (place % 26))
}

/** Keys that mean something else to JavaScript: no file of data has a reason for them. */
export const isForbidden = (name: string) => ['__proto__', 'constructor', 'prototype'].includes(name)
