import { readFileSync } from 'node:fs'
import { contourAt, readContours } from './contours.ts'
import { divisions, type Area, type Commune } from './divisions.ts'

/** A town whose position is known; `around` is its département, or its country abroad. */
type Known = { code: string; latitude: number; longitude: number; around: string }
export type Near = Known & { distance: number }

/** What is known of communes, départements and régions, and where towns lie. */
export class Gazetteer {
  private readonly communes = new Map<string, Commune>()
  private readonly departments = new Map<string, Area>()
  private readonly regions = new Map<string, string>()
  private readonly onlyCommune = new Map<string, string>()
  private readonly grid = new Map<string, Known[]>()
  private readonly contours = readContours()
  private readonly byPostalCode = new Map<string, Set<string>>()
  private readonly countries = new Intl.DisplayNames('fr', { type: 'region' })

  constructor() {
    for (const region of divisions('regions')) this.regions.set(region.code, region.nom)
    for (const department of divisions('departements')) this.departments.set(department.code, department)
    const counts = new Map<string, number>()
    for (const commune of divisions('communes')) {
      if (commune.type !== 'commune-actuelle' || !commune.departement) continue
      this.communes.set(commune.code, commune)
      counts.set(commune.departement, (counts.get(commune.departement) ?? 0) + 1)
      this.onlyCommune.set(commune.departement, commune.code)
      for (const code of commune.codesPostaux ?? []) {
        const departments = this.byPostalCode.get(code) ?? new Set()
        this.byPostalCode.set(code, departments.add(commune.departement))
      }
    }
    for (const [department, count] of counts) if (count > 1) this.onlyCommune.delete(department)
    this.readPlaces()
  }

  departmentOf(word: string): string | undefined {
    const padded = /^\d$/.test(word) ? `0${word}` : word.toUpperCase()
    if (this.departments.has(padded)) return padded
    const postal = /^\d{4}$/.test(word) ? `0${word}` : word
    if (!/^\d{5}$/.test(postal)) return undefined
    const departments = this.byPostalCode.get(postal)
    const [only] = departments ?? []
    if (only && departments?.size === 1) return only
    const start = postal.startsWith('97') ? postal.slice(0, 3) : postal.slice(0, 2)
    if (start === '20') return postal < '20200' ? '2A' : '2B'
    return this.departments.has(start) ? start : undefined
  }

  regionOf(department: string): string | undefined {
    return this.departments.get(department)?.region
  }

  regionName(region: string): string | undefined {
    return this.regions.get(region)
  }

  isFrench(around: string): boolean {
    return this.departments.has(around)
  }

  communeName(code: string): string | undefined {
    return this.communes.get(code)?.nom
  }

  /** How many live in a commune, one at least; abroad and in districts nobody counted. */
  populationOf(code: string): number {
    return Math.max(1, this.communes.get(code)?.population ?? 1)
  }

  /** The one commune of a département that has no other, as Paris has. */
  onlyCommuneOf(department: string): string | undefined {
    return this.onlyCommune.get(department)
  }

  nameOf(around: string): string {
    return (
      this.departments.get(around)?.nom ??
      (/^[A-Z]{2}$/.test(around) ? this.countries.of(around) : around) ??
      around
    )
  }

  /** The towns around a point, the nearest first; each ring of cells reaches some 14 km farther in France. */
  near(latitude: number, longitude: number, rings: number): Near[] {
    const found: Near[] = []
    const [row, column] = cell(latitude, longitude)
    for (let down = row - rings; down <= row + rings; down++)
      for (let right = column - rings; right <= column + rings; right++)
        for (const town of this.grid.get(`${down},${right}`) ?? [])
          found.push({ ...town, distance: kilometres(latitude, longitude, town) })
    return found.sort((one, other) => one.distance - other.distance)
  }

  contourAt(latitude: number, longitude: number): string | undefined {
    return contourAt(this.contours, latitude, longitude)
  }

  private readPlaces(): void {
    const lines = readFileSync(new URL('places.csv', import.meta.url), 'utf8')
      .trim()
      .split('\n')
    for (const line of lines.slice(1)) {
      const [code = '', north, east] = line.split(',')
      const [latitude, longitude] = [Number(north), Number(east)]
      const around = this.communes.get(code)?.departement ?? code
      const key = cell(latitude, longitude).join()
      const town = { code, latitude, longitude, around }
      const towns = this.grid.get(key)
      if (towns) towns.push(town)
      else this.grid.set(key, [town])
    }
  }
}

/** Cells of a fifth of a degree: one ring of them reaches at least 14 km in France, five reach 70. */
function cell(latitude: number, longitude: number): [number, number] {
  return [Math.floor(latitude * 5), Math.floor(longitude * 5)]
}

function kilometres(latitude: number, longitude: number, town: Known): number {
  const across = (town.longitude - longitude) * Math.cos((latitude * Math.PI) / 180)
  return 111.2 * Math.hypot(town.latitude - latitude, across)
}
