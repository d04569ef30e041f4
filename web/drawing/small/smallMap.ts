import { roleFamilies, roleFamily, type PartnerRole, type RoleFamily } from '../../ui/roles.ts'
import { textWidth } from '../letters.ts'
import { standing, type Standing } from '../time.ts'
import { shortened } from '../wrap.ts'

/** One role of one partner, as flat as it is asked for. */
export type RoleRow = {
  id: string
  name: string
  role: PartnerRole
  since: string | null
  until: string | null
}

/** What a partner is in one family of roles: the surest of its roles there says how its line is drawn. */
export type Strand = { family: RoleFamily; standing: Standing }
/** A partner beside the initiative: its mark has one square for each strand, `x` is the middle of the nearest one. */
export type Seat = {
  id: string
  name: string
  label: string
  x: number
  y: number
  /** 1 when it sits right of the initiative, -1 when left. */
  side: 1 | -1
  strands: Strand[]
}
export type SmallMap = {
  width: number
  height: number
  centre: { x: number; y: number }
  seats: Seat[]
  /** How many partners have no seat, and where that is said. */
  left: { count: number; x: number; y: number; side: 1 | -1 } | null
}

export const nameFace = { size: 13, weight: 400 } as const
export const square = 12
export const focusRadius = 11
const rowHeight = 26
const mostSeats = 12
const bothSides = 520
const apart = { bothSides: 76, fan: 60 }
const edge = 18
const gap = 7

/**
 * The partners of an initiative around it, by family of roles, at most twelve by name: on both sides of it where there
 * is room, in a fan at its right where there is not. Nothing is drawn at random.
 */
export function smallMap(rows: readonly RoleRow[], width: number, most = mostSeats): SmallMap {
  const all = partnersOf(rows)
  const shown = all.length > most ? chosen(all, most - 1) : all
  const isFan = width < bothSides
  const places = shown.length + (all.length > shown.length ? 1 : 0)
  const right = isFan || places < 4 ? places : Math.ceil(places / 2)
  const columns = { left: places - right, right }
  const height = Math.max(64, Math.max(columns.left, columns.right) * rowHeight + 12)
  const x = isFan || columns.left === 0 ? edge + focusRadius : width / 2
  const centre = { x, y: height / 2 }
  const at = (place: number) => {
    const isRight = place >= columns.left
    const [count, row] = isRight ? [right, place - columns.left] : [columns.left, place]
    const side: 1 | -1 = isRight ? 1 : -1
    return {
      side,
      x: x + side * (isFan ? apart.fan : apart.bothSides),
      y: height / 2 + (row - (count - 1) / 2) * rowHeight,
    }
  }
  const seats = shown.map(({ id, name, strands }, place): Seat => {
    const spot = at(place)
    const marks = square * strands.length
    const room = (spot.side > 0 ? width - spot.x : spot.x) - marks + square / 2 - gap
    return { id, name, strands, ...spot, label: shortened(name, room, (text) => textWidth(text, nameFace)) }
  })
  const left = all.length > shown.length ? { count: all.length - shown.length, ...at(shown.length) } : null
  return { width, height, centre, seats, left }
}

type Partner = { id: string; name: string; strands: Strand[] }

const sureness: readonly Standing[] = ['inForce', 'unknown', 'ended']

/** Each partner once, in the order of the families of roles; those of today first, each by its name. */
function partnersOf(rows: readonly RoleRow[]): Partner[] {
  const partners = new Map<string, Partner>()
  for (const { id, name, role, since, until } of rows) {
    const partner = partners.get(id) ?? { id, name, strands: [] }
    partners.set(id, partner)
    const [family, how] = [roleFamily(role), standing({ since, until })]
    const strand = partner.strands.find((one) => one.family === family)
    if (!strand) partner.strands.push({ family, standing: how })
    else if (sureness.indexOf(how) < sureness.indexOf(strand.standing)) strand.standing = how
  }
  for (const { strands } of partners.values())
    strands.sort((a, b) => roleFamilies.indexOf(a.family) - roleFamilies.indexOf(b.family))
  const isPast = ({ strands }: Partner) => strands.every((one) => one.standing === 'ended')
  return [...partners.values()].sort(
    (a, b) =>
      placeOf(a) - placeOf(b) ||
      Number(isPast(a)) - Number(isPast(b)) ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1),
  )
}

const placeOf = ({ strands: [first] }: Partner) => (first ? roleFamilies.indexOf(first.family) : 9)

/** One of each family in turn, so that no family is left out for being small; told in the order of the families. */
function chosen(all: readonly Partner[], count: number): Partner[] {
  const families = roleFamilies.map((_, family) => all.filter((one) => placeOf(one) === family))
  const taken = new Set<Partner>()
  for (let turn = 0; taken.size < count && turn < all.length; turn += 1)
    for (const own of families) {
      const one = own[turn]
      if (one && taken.size < count) taken.add(one)
    }
  return all.filter((one) => taken.has(one))
}
