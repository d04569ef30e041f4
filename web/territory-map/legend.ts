import type { LegendEntry } from '../drawing/figure.ts'
import { levels, levelStrokes, type Level } from '../drawing/levels.ts'
import { formatNumber, formatPartialDate, t } from '../messages.ts'
import type { MapAddress } from './address.ts'
import { tintOf } from './classes.ts'
import { home } from './ever.ts'
import type { ShownMap } from './shown.ts'
import { bendOf, curveBetween, inkOfWay } from './ways.ts'

const swatch = { is: 'box', x: 1, y: 1, width: 26, height: 14 } as const
const border = { colour: 'edge', width: 0.6 } as const

/** The tints with their numbers: the first is that of nothing. */
export function tints({
  classes,
  plots,
  count,
}: Pick<ShownMap, 'classes' | 'count' | 'plots'>): LegendEntry[] {
  if (plots.length === 0) return []
  const none: LegendEntry = {
    shapes: [{ ...swatch, fill: 'panel', stroke: border }],
    text: t('territories.key.none', { count }),
  }
  return [
    none,
    ...classes.map(({ from, to }, place): LegendEntry => ({
      shapes: [
        { ...swatch, fill: 'soft', opacity: tintOf(place) },
        { ...swatch, stroke: border },
      ],
      text:
        from === to
          ? formatNumber(from)
          : t('territories.key.fromTo', { from: formatNumber(from), to: formatNumber(to) }),
    })),
  ]
}

/** The marks of places, those that are shown. */
export function points({ spots }: Pick<ShownMap, 'spots'>): LegendEntry[] {
  const disc = { is: 'disc', x: 14, y: 8, r: 4 } as const
  const known: LegendEntry = { shapes: [{ ...disc, fill: 'ink' }], text: t('territories.key.point') }
  const vague: LegendEntry = {
    shapes: [{ ...disc, fill: 'paper', stroke: { colour: 'ink', width: 1 } }],
    text: t('territories.key.vague'),
  }
  return [
    ...(spots.some(({ isVague }) => !isVague) ? [known] : []),
    ...(spots.some(({ isVague }) => isVague) ? [vague] : []),
  ]
}

/** The kinds of arcs, those that are shown. */
export function arcKinds({ flows }: Pick<ShownMap, 'flows'>): LegendEntry[] {
  const at = (x: number) => ({ at: { x, y: 12 }, box: null })
  const arc = (level: Level, isDated: boolean) => {
    const curve = curveBetween(at(-8), at(37), bendOf[level])
    return curve ? inkOfWay(curve, { level, isDated }, levelStrokes[level].width, 1) : []
  }
  return [
    ...levels
      .filter((level) => flows.some((flow) => flow.level === level))
      .map((level): LegendEntry => ({ shapes: arc(level, true), text: t(`territories.key.${level}`) })),
    ...(flows.some(({ isDated }) => !isDated)
      ? [{ shapes: arc('REDONE', false), text: t('territories.key.undated') }]
      : []),
  ]
}

/** The sentence that the tints complete. */
export const countInWords = ({ count, on }: MapAddress) =>
  t(`territories.key.${count}`, { date: on === null ? 'all' : formatPartialDate(on) })

/** How the classes of a count are cut; nothing where each number has its own. */
export function cutInWords({ classes, plots }: Pick<ShownMap, 'classes' | 'plots'>): string {
  const largest = classes.at(-1)?.to ?? 0
  if (plots.length === 0 || classes.every(({ from, to }) => from === to)) return ''
  return t('territories.key.cut', {
    times: formatNumber(Math.round(largest ** (1 / classes.length) * 10) / 10),
  })
}

/** Where contours and places come from, and that insets have scales of their own where the map has some in sight. */
export const groundInWords = ({ inside }: Pick<MapAddress, 'inside'>): string => {
  const isWhole = inside === null || inside === home
  return [...(isWhole ? [t('territories.insets')] : []), t('territories.contours')].join(' ')
}
