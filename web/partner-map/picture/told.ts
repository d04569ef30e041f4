import { labelKind, markBox, type DrawnMark, type Label, type Picture } from './drawn.ts'
import { isInside } from '../../drawing/inside.ts'
import { corners, type Rect } from './hulls.ts'
import { placeLabels } from './labels.ts'
import { nameTexts, type Measure } from './wording.ts'

const most = 60

/**
 * Names of marks that are looked at: the ones they have, and those that were left out and now find room. Behind a veil
 * only names that are looked at too count; without one, all that is drawn.
 */
export function toldNames(
  drawn: Picture,
  own: readonly DrawnMark[],
  measure: Measure,
  isVeiled: boolean,
  sight: Rect,
): Map<string, Label> {
  const told = new Map(own.flatMap(({ mark, label }) => (label ? [[mark.id, label] as const] : [])))
  const unnamed = own.filter(({ label }) => !label)
  if (unnamed.length === 0) return told
  const there = isVeiled ? own : drawn.marks
  const found = placeLabels(
    unnamed
      .sort((a, b) => b.size - a.size)
      .slice(0, most * 2)
      .map(({ mark, at, size }) => ({
        id: mark.id,
        at,
        reach: size + 1,
        texts: nameTexts(mark, 'wide', measure),
        rank: size * 10 + mark.shown,
        patience: Infinity,
        farthest: 14,
        isSure: false,
        group: mark.group,
        badge: null,
      })),
    {
      marks: there.map((one) => ({ id: one.mark.id, box: markBox(one) })),
      badges: [
        ...there.flatMap(({ label, badge }) => [label?.box ?? [], badge ?? []].flat()),
        ...drawn.hulls.flatMap(({ label }) => (label && !isVeiled ? label.box : [])),
      ],
      lines: [],
      hulls: [],
      bounds: sight,
    },
    most,
  )
  for (const { mark } of unnamed) {
    const label = found.get(mark.id)
    if (!label) continue
    const within = drawn.hulls.find(({ polygon }) =>
      corners(label.box).every((corner) => isInside(polygon, corner)),
    )
    told.set(mark.id, { ...label, kind: labelKind(mark), group: within?.id ?? null })
  }
  return told
}
