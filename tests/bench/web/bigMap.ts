import type { MapLink, MapNode } from '../../../web/partner-map/query.ts'
import { seeded } from './random.ts'

const roles = [
  'CARRIER',
  'FUNDER',
  'NETWORK_HEAD',
  'INSTITUTIONAL',
  'RELAY',
  'IMPLEMENTER',
  'TECHNICAL',
] as const
const kinds = ['ASSOCIATION', 'FOUNDATION', 'COMPANY', 'LOCAL_AUTHORITY', 'COOPERATIVE'] as const
const inAFamily = 60

/** A map of families of initiatives, and of partners who mostly stay in one; with a place for each. */
export function bigMap(count: number) {
  const random = seeded(7)
  const families = Math.max(2, Math.round(count / inAFamily))
  const places = new Map<string, { x: number; y: number }>()
  const initiatives: string[][] = Array.from({ length: families }, () => [])
  const familyOf = (index: number) => index % families
  const nodes = Array.from({ length: count }, (_, index): MapNode => {
    const isInitiative = Math.floor(index / families) % 3 === 0
    const family = familyOf(index)
    const id = `n${index}`
    if (isInitiative) initiatives[family]?.push(id)
    places.set(id, around(family, random))
    return {
      id,
      kind: isInitiative ? 'INITIATIVE' : 'PARTNER',
      name: `${isInitiative ? 'Épicerie solidaire de' : 'Fondation du pays de'} Saint-Lieu ${index}`,
      depth: 1,
      degree: 3 + (index % 5),
      partnerKind: isInitiative ? null : (kinds[index % kinds.length] ?? null),
      status: isInitiative ? (index % 11 ? 'RUNNING' : null) : null,
      startedOn: index % 4 ? String(1990 + (index % 36)) : null,
      endedOn: null,
      familyId: isInitiative ? `f${family}` : null,
      familyName: isInitiative ? `Épiceries ${family}` : null,
      territory: null,
      within: null,
      withinCode: null,
    }
  })
  const links = nodes.flatMap(({ id, kind }, index): MapLink[] => {
    if (kind !== 'PARTNER') return []
    // Most have one link or two; one in fifty has many, also with other families.
    const many = index % 50 === 1 ? 12 : 1 + Math.floor(random() * 2.4)
    return Array.from({ length: many }, (_, place) => {
      const family = place < 2 ? familyOf(index) : Math.floor(random() * families)
      const own = initiatives[family] ?? []
      return {
        id: `l${index}-${place}`,
        partner: id,
        initiative: own[Math.floor(random() * own.length)] ?? 'n0',
        role: roles[(index + place) % roles.length] ?? 'CARRIER',
        since: index % 3 ? String(1995 + (index % 30)) : null,
        until: index % 13 === 0 ? '2019' : null,
        note: null,
        source: 'https://example.org',
      }
    })
  })
  return { nodes, links, places }
}

// Families lie on a spiral, as a layout of the whole graph would have them beside each other.
function around(family: number, random: () => number) {
  const angle = family * 2.399963
  const away = Math.sqrt(family) * 560
  const near = Math.sqrt(random()) * 260
  const turn = random() * Math.PI * 2
  return {
    x: Math.cos(angle) * away + Math.cos(turn) * near,
    y: Math.sin(angle) * away + Math.sin(turn) * near,
  }
}
