import type { Plugin } from 'vite'
import type { Contours } from './territory-map/areas.ts'
import { france } from './territory-map/contours/france.ts'
import { world } from './territory-map/contours/world.ts'

const prefix = 'virtual:contours/'

/** Gives the contours of the map of territories, made when the web is built: `virtual:contours/france`, `…/world`. */
export function contours(): Plugin {
  const made: Record<string, () => Contours> = { france, world }
  return {
    name: 'essaim-contours',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return
      const make = made[id.slice(prefix.length + 1)]
      return make && `export default ${JSON.stringify(make())}`
    },
  }
}
