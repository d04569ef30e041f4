import type { Shape } from '../drawing/ink.ts'
import type { Standing } from '../drawing/time.ts'
import { formatNumber, t } from '../messages.ts'
import { roleFamilies, rolesOf, type RoleFamily } from '../ui/roles.ts'
import { standings } from './address.ts'
import type { Counts } from './filter.ts'
import { markShapes } from './picture/marks.ts'
import type { Mark, Network } from './network.ts'

/** One sign of the map: how it is drawn, in a box of 28 × 16, what it means, and how often it is there. */
export type Sign = { id: string; shapes: Shape[]; text: string; count: number }

export function familySigns(counts: Counts): (Sign & { id: RoleFamily })[] {
  return roleFamilies.map((family) => ({
    id: family,
    shapes: [{ is: 'box', x: 7, y: 1, width: 14, height: 14, r: 4, fill: family }],
    text: t(`family.${family}`),
    count: rolesOf(family).reduce((sum, role) => sum + (counts.roles.get(role) ?? 0), 0),
  }))
}

const dashes: Record<Standing, readonly number[] | undefined> = {
  inForce: undefined,
  ended: [7, 5],
  unknown: [0, 4],
}

export function lineSigns(counts: Counts): (Sign & { id: Standing })[] {
  return standings.map((standing) => {
    const dash = dashes[standing]
    const stroke = { colour: 'ink', width: 1.8, cap: standing === 'ended' ? 'butt' : 'round' } as const
    return {
      id: standing,
      shapes: [{ is: 'line', x1: 1, y1: 8, x2: 27, y2: 8, stroke: dash ? { ...stroke, dash } : stroke }],
      text: t(`map.line.${standing}`),
      count: counts.standings.get(standing) ?? 0,
    }
  })
}

/** What the ground under marks gathers, where there is any, and each of the groups where few are told apart. */
export function groupSigns({ groups, by }: Network, areCompared: boolean, hasGrounds: boolean): Sign[] {
  if (!hasGrounds) return []
  const ground: Shape = {
    is: 'box',
    x: 2,
    y: 2,
    width: 24,
    height: 12,
    r: 5,
    fill: 'hull',
    stroke: { colour: 'edge', width: 1 },
  }
  if (areCompared)
    return groups.map(({ id, name, count }) => ({
      id,
      shapes: [ground],
      text: `${name} ${formatNumber(count)}`,
      count,
    }))
  return [
    {
      id: by,
      shapes: [ground],
      text: t('map.groups.sign', { by: t(`map.groups.${by}`) }),
      count: groups.length,
    },
  ]
}

/** What a larger mark says. */
export function sizeSign({ sizedBy }: Network): Sign {
  const shapes: Shape[] = [
    { is: 'disc', x: 6, y: 8, r: 3, fill: 'edge' },
    { is: 'disc', x: 18, y: 8, r: 7, fill: 'edge' },
  ]
  return { id: 'size', shapes, text: t(`map.size.${sizedBy}`), count: 0 }
}

/** The shapes that are on the map now; a shape that nobody wears is not explained. */
export function shapeSigns(visible: Network, pinned: ReadonlySet<string>): Sign[] {
  const { marks } = visible
  const [initiatives, partners] = [marks.filter(isInitiative), marks.filter((mark) => !isInitiative(mark))]
  const signs: (Sign & { of: Mark | undefined; isPinned?: boolean })[] = [
    sign('initiatives', initiatives.filter(isPlain)),
    sign(
      'unknown',
      initiatives.filter((mark) => !mark.isPast && !mark.node.status),
    ),
    sign('over', initiatives.filter(isOver)),
    sign('partners', partners.filter(isPlain)),
    sign(
      'members',
      partners.filter((mark) => mark.isMember),
    ),
    sign('past', partners.filter(isOver)),
    sign(
      'bridges',
      partners.filter((mark) => mark.isBridge && !mark.isPast),
    ),
    sign(
      'starts',
      marks.filter((mark) => mark.isFocus),
    ),
    {
      ...sign(
        'pinned',
        marks.filter((mark) => pinned.has(mark.id)),
      ),
      isPinned: true,
    },
  ]
  return signs.flatMap(({ of, isPinned = false, ...rest }) =>
    of ? [{ ...rest, shapes: drawn(of, rest.id, isPinned) }] : [],
  )
}

const isInitiative = (mark: Mark) => mark.isInitiative
const isOver = (mark: Mark) => mark.isPast
const isPlain = (mark: Mark) => !mark.isPast && (!mark.isInitiative || Boolean(mark.node.status))

const sign = (id: ShapeName, marks: readonly Mark[]) => ({
  id,
  shapes: [],
  text: t(`map.shape.${id}`, { count: marks.length }),
  count: marks.length,
  of: marks[0],
})
type ShapeName =
  'initiatives' | 'members' | 'unknown' | 'over' | 'partners' | 'past' | 'bridges' | 'starts' | 'pinned'

// As it is on the map, but alone: without the other signs that the same mark may wear.
function drawn(mark: Mark, id: string, isPinned: boolean): Shape[] {
  if (id === 'starts') return ringed
  if (id === 'members') return inBold
  const alone: Mark = {
    ...mark,
    isFocus: false,
    isBridge: id === 'bridges',
    families: mark.families.slice(0, 1),
  }
  const one = { mark: alone, at: { x: 14, y: 8 }, size: 6, badge: null, label: null }
  return markShapes(one, 'paper', isPinned).map((shape) => inGrey(shape, id))
}

const inBold: Shape[] = [
  {
    is: 'text',
    x: 14,
    y: 12.5,
    lines: ['Aa'],
    size: 13,
    weight: 700,
    colour: 'ink',
    anchor: 'middle',
  },
]

const ringed: Shape[] = [
  {
    is: 'box',
    x: 7,
    y: 1,
    width: 14,
    height: 14,
    r: 4.5,
    fill: 'paper',
    stroke: { colour: 'ink', width: 1.6 },
  },
  { is: 'box', x: 10, y: 4, width: 8, height: 8, r: 2, fill: 'edge' },
]

// Which colour a partner wears is another question: here only its form speaks.
const inGrey = (shape: Shape, id: string): Shape => {
  if (shape.is === 'text' || id === 'initiatives') return shape
  const grey = <Colour extends string>(colour: Colour) =>
    (roleFamilies as readonly string[]).includes(colour) ? ('edge' as const) : colour
  return {
    ...shape,
    ...(shape.fill ? { fill: grey(shape.fill) } : {}),
    ...(shape.stroke ? { stroke: { ...shape.stroke, colour: grey(shape.stroke.colour) } } : {}),
  }
}
