import { network, type Network } from '../../../web/partner-map/network.ts'
import type { MapRows } from '../../../web/partner-map/query.ts'
import { seeded } from '../../../web/partner-map/layout/random.ts'

type Rows = Pick<MapRows, 'nodes' | 'links'>
export type Place = { x: number; y: number }

const roles = ['CARRIER', 'FUNDER', 'NETWORK_HEAD', 'INSTITUTIONAL', 'RELAY'] as const

const initiative = (id: string, degree: number): Rows['nodes'][number] => ({
  id,
  kind: 'INITIATIVE',
  name: `Atelier de la rue ${id}`,
  depth: 1,
  degree,
  partnerKind: null,
  status: 'RUNNING',
  startedOn: null,
  endedOn: null,
  familyId: null,
  familyName: null,
  territory: null,
  within: null,
  withinCode: null,
})

/** Incubators with as many initiatives as the list says, every tenth of which the next incubator carries too. */
export function wheels(spokes: readonly number[]): Network {
  const rows: Rows = { nodes: [], links: [] }
  spokes.forEach((count, hub) => {
    const id = `hub:${hub}`
    const name = `Incubateur du ministère ${hub}`
    rows.nodes.push({ ...initiative(id, count), kind: 'PARTNER', name, partnerKind: 'STATE', status: null })
    for (let index = 0; index < count; index += 1) {
      const spoke = `${hub}-${index}`
      const isShared = index % 10 === 0
      rows.nodes.push(initiative(spoke, isShared ? 2 : 1))
      for (const partner of isShared ? [id, `hub:${(hub + 1) % spokes.length}`] : [id])
        rows.links.push({
          id: `${partner} ${spoke}`,
          partner,
          initiative: spoke,
          role: 'INCUBATOR',
          since: '2015',
          until: null,
          note: null,
          source: 'https://example.org',
        })
    }
  })
  return network(rows, { of: [], on: '2026-11-22' })
}

/**
 * A country of `count` records: families of about sixty, each initiative with two partners around it, and every tenth
 * partner at work in a second family.
 */
export function crowd(count: number): { map: Network; places: Map<string, Place> } {
  const random = seeded(count)
  const families = Math.max(3, Math.round(count / 60))
  const rows: Rows = { nodes: [], links: [] }
  const places = new Map<string, Place>()
  const initiatives: string[][] = Array.from({ length: families }, () => [])
  for (let index = 0; index < count; index += 1) {
    const family = index % families
    const isInitiative = Math.floor(index / families) % 3 === 0
    const id = `crowd:${index}`
    const [angle, distance] = [family * 2.4, Math.sqrt(family) * 40]
    places.set(id, {
      x: Math.cos(angle) * distance + random() * 36,
      y: Math.sin(angle) * distance + random() * 36,
    })
    rows.nodes.push({
      id,
      kind: isInitiative ? 'INITIATIVE' : 'PARTNER',
      name: `${isInitiative ? 'Atelier' : 'Ville'} de la rue ${index}`,
      depth: 1,
      degree: isInitiative ? 2 : 1,
      partnerKind: isInitiative ? null : 'LOCAL_AUTHORITY',
      status: isInitiative ? 'RUNNING' : null,
      startedOn: null,
      endedOn: null,
      familyId: isInitiative ? `family:${family}` : null,
      familyName: isInitiative ? `Ateliers de la vallée ${family}` : null,
      territory: null,
      within: null,
      withinCode: null,
    })
    const own = initiatives[family] ?? []
    if (isInitiative) {
      own.push(id)
      continue
    }
    const second = initiatives[(family + 1) % families]?.at(-1)
    for (const initiative of [own.at(-1), index % 10 === 0 ? second : undefined])
      if (initiative)
        rows.links.push({
          id: `${id} ${initiative}`,
          partner: id,
          initiative,
          role: roles[index % roles.length] ?? 'CARRIER',
          since: '2015',
          until: null,
          note: null,
          source: 'https://example.org',
        })
  }
  return { map: network(rows, { of: [], on: '2026-11-22' }), places }
}
