/** A text without its accents and capitals, as one looks for it. */
export const folded = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/œ/gi, 'oe')
    .toLowerCase()
