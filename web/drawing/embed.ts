import { escaped } from './svg.ts'

/** Where a picture stands alone, to be framed by the pages of others. */
export function embedAddress(link: string): string {
  const url = new URL(link)
  url.pathname = `/embed${url.pathname}`
  return url.href
}

/** What others write into their page; `loading=lazy` waits until it is scrolled into sight. */
export const embedCode = (address: string, title: string) =>
  `<iframe src="${escaped(address)}" title="${escaped(title)}" width="100%" height="640" style="border:0" loading="lazy"></iframe>`
