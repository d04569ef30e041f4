import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

type Division = { code: string; nom: string }
export type Commune = Division & {
  type: string
  /** Of a district or a former commune: the one it is in. */
  commune?: string
  departement?: string
  region?: string
  chefLieu?: string
  anciensCodes?: string[]
  codesPostaux?: string[]
  population?: number
}
export type Group = Division & { populationMunicipale?: number; membres: { code: string }[] }
/** A département, with its région, or a région. */
export type Area = Division & { region?: string }
export type Divisions = { communes: Commune; epci: Group; departements: Area; regions: Area }

/** The divisions of France as the package lists them, read once in a process. */
export function divisions<Name extends keyof Divisions>(name: Name): readonly Divisions[Name][] {
  return require(`@etalab/decoupage-administratif/data/${name}.json`) as Divisions[Name][]
}
