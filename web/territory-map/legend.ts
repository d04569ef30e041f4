import type { LegendEntry } from '../drawing/figure.ts'
import { levels, levelStrokes, type Level } from '../drawing/levels.ts'
import { formatNumber, t } from '../messages.ts'
import type { MapAddress } from './address.ts'
import { tintOf } from './classes.ts'
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

/** The marks over the territories, those that are shown. */
export function marks({ spots, flows }: Pick<ShownMap, 'spots' | 'flows'>): LegendEntry[] {
  const disc = { is: 'disc', x: 14, y: 8, r: 4 } as const
  const at = (x: number) => ({ at: { x, y: 12 }, box: null })
  const arc = (level: Level, isDated: boolean) => {
    const curve = curveBetween(at(-8), at(37), bendOf[level])
    return curve ? inkOfWay(curve, { level, isDated }, levelStrokes[level].width, 1) : []
  }
  return [
    ...(spots.some(({ isVague }) => !isVague)
      ? [{ shapes: [{ ...disc, fill: 'ink' } as const], text: t('territories.key.point') }]
      : []),
    ...(spots.some(({ isVague }) => isVague)
      ? [
          {
            shapes: [{ ...disc, fill: 'paper', stroke: { colour: 'ink', width: 1 } } as const],
            text: t('territories.key.vague'),
          },
        ]
      : []),
    ...levels
      .filter((level) => flows.some((flow) => flow.level === level))
      .map((level): LegendEntry => ({ shapes: arc(level, true), text: t(`territories.key.${level}`) })),
    ...(flows.some(({ isDated }) => !isDated)
      ? [{ shapes: arc('REDONE', false), text: t('territories.key.undated') }]
      : []),
  ]
}

/** The sentence that the tints complete. */
export const countInWords = ({ count }: MapAddress) => t(`territories.key.${count}`)

/** How the classes of a count are cut; nothing where each number has its own. */
export function cutInWords({ classes, plots }: Pick<ShownMap, 'classes' | 'plots'>): string {
  const largest = classes.at(-1)?.to ?? 0
  if (plots.length === 0 || classes.every(({ from, to }) => from === to)) return ''
  return t('territories.key.cut', {
    times: formatNumber(Math.round(largest ** (1 / classes.length) * 10) / 10),
  })
}
