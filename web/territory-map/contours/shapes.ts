import { createRequire } from 'node:module'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** Contours as a package brings them. */
export type Shapes = Topology<Record<string, GeometryCollection<{ name?: string }>>>

/** The data of a package, by its name and its path there. */
export const packaged = createRequire(import.meta.url)
