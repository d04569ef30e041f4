import type { Contours } from './areas.ts'

/** Fetches the contours that lie under a map, made when the web was built. */
export const contoursOf = (ground: 'france' | 'world'): Promise<Contours> =>
  (ground === 'france' ? import('virtual:contours/france') : import('virtual:contours/world')).then(
    (module) => module.default,
  )
