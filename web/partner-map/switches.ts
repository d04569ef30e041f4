import { roleFamily, rolesOf, type RoleFamily } from '../ui/roles.ts'
import { everyRole, type MapAddress } from './address.ts'

/** The value of a filter once some of its values are switched together; null when all are looked at again. */
export function switched<Value extends string>(
  chosen: ReadonlySet<Value> | null,
  all: readonly Value[],
  values: readonly Value[],
): string | null {
  const on = chosen ?? new Set(all)
  const isOn = values.some((value) => on.has(value))
  const next = all.filter((value) => (values.includes(value) ? !isOn : on.has(value)))
  return next.length === all.length ? null : next.join(',')
}

/** The value of `roles` once a family is switched. */
export const switchFamily = (roles: MapAddress['roles'], family: RoleFamily): string | null =>
  switched(
    roles,
    everyRole,
    everyRole.filter((role) => roleFamily(role) === family),
  )

export const isFamilyOn = (roles: MapAddress['roles'], family: RoleFamily): boolean =>
  roles === null || rolesOf(family).some((role) => roles.has(role))
