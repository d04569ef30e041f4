/// <reference types="vite/client" />

declare module 'virtual:documents' {
  /** The ids of the web's operations, by their names. */
  export const documentIds: Record<string, string>
}

// What writes alone: the package's own door brings a parser too.
declare module 'graphology-gexf/common/writer.js' {
  export { write as default } from 'graphology-gexf/browser'
}

declare module 'virtual:words' {
  /** Where the messages of each page are fetched from; none while the web is developed. */
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- an ambient module can import no relative one
  export const words: Partial<Record<string, import('./messages.ts').WordsOf>>
}

declare module 'virtual:contours/*' {
  import type { Contours } from './territory-map/areas.ts'
  const contours: Contours
  export default contours
}
