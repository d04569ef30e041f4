/// <reference types="vite/client" />

declare module 'virtual:documents' {
  /** The ids of the web's operations, by their names. */
  export const documentIds: Record<string, string>
}
