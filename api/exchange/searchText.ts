/** The labels of the records that one finds by their names: those of the full-text indexes. */
export const searched: readonly string[] = [
  'Initiative',
  'Partner',
  'Network',
  'Territory',
  'Commons',
  'Theme',
  'Programme',
]

/** What one types and what is stored, folded the same way: letters and digits only, no accents, lower case, œ as oe. */
export function searchText(...texts: readonly (string | null | undefined)[]): string {
  return texts
    .filter((text) => text != null)
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * Where a record stands among all of its kind: its name as French readers sort it, then its id, so that no two stand at
 * one place. A tab comes before all that names hold, and what is long is cut: indexes take 8 KB at most.
 */
export const sortKey = (name: string, id: string): string =>
  `${[...searchText(name)].slice(0, 200).join('')}\t${id}`
