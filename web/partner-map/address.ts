import { roleFamilies, roleFamily, rolesOf, type PartnerRole, type RoleFamily } from '../ui/roles.ts'

/** What the address says about a map: what is asked, opened, looked at and filtered. */
export type MapAddress = {
  of: string[]
  depth: number
  expanded: string[]
  selected: string | null
  /** The roles looked at; null for all. */
  roles: ReadonlySet<PartnerRole> | null
  isTable: boolean
  /** The middle of the window in map units, and the zoom. */
  view: { x: number; y: number; k: number } | null
}

const everyRole = roleFamilies.flatMap(rolesOf)
const isRole = (text: string): text is PartnerRole => everyRole.some((role) => role === text)

export function mapAddress(query: URLSearchParams): MapAddress {
  const roles = query.get('roles')
  const depth = Number(query.get('depth') ?? 2)
  const [x, y, k] = (query.get('at') ?? '').split(',').map(Number)
  const isView = [x, y, k].every(Number.isFinite) && Number(k) > 0
  return {
    of: [...new Set(query.getAll('of').filter(Boolean))].slice(0, 100),
    depth: Number.isInteger(depth) && depth >= 1 && depth <= 4 ? depth : 2,
    expanded: [...new Set(query.getAll('expanded').filter(Boolean))].slice(0, 100),
    selected: query.get('selected'),
    roles: roles === null ? null : new Set(roles.split(',').filter(isRole)),
    isTable: query.get('view') === 'table',
    view: isView ? { x: Number(x), y: Number(y), k: Number(k) } : null,
  }
}

/** The value of `roles` once a family is switched; null when all roles are looked at again. */
export function switchFamily(roles: MapAddress['roles'], family: RoleFamily): string | null {
  const on = roles ?? new Set(everyRole)
  const own = rolesOf(family)
  const isOn = own.some((role) => on.has(role))
  const next = everyRole.filter((role) => (roleFamily(role) === family ? !isOn : on.has(role)))
  return next.length === everyRole.length ? null : next.join(',')
}

export const isFamilyOn = (roles: MapAddress['roles'], family: RoleFamily): boolean =>
  roles === null || rolesOf(family).some((role) => roles.has(role))
