import { arrange } from '../../../web/partner-map/layout/map.ts'
import type { Network } from '../../../web/partner-map/network.ts'
import { isOn, wayOf } from '../../../web/partner-map/picture/bends.ts'
import { broadPicture } from '../../../web/partner-map/picture/broad.ts'
import { withNames } from '../../../web/partner-map/picture/broadNames.ts'
import type { View } from '../../../web/drawing/camera.ts'
import {
  markBox,
  mostFine,
  type Picture,
  type Positions,
  type Reach,
} from '../../../web/partner-map/picture/drawn.ts'
import { fittingView, spreadOut } from '../../../web/partner-map/picture/fit.ts'
import type { Rect } from '../../../web/partner-map/picture/hulls.ts'
import { picture } from '../../../web/partner-map/picture/picture.ts'
import { overlap, type Shape } from '../../../web/partner-map/picture/rects.ts'
import { measure } from './answers.ts'

/** What a window of 1440 by 900 and a phone of 390 by 844 leave to the map. */
const windows: Record<Shape, { width: number; height: number }> = {
  wide: { width: 1440, height: 600 },
  tall: { width: 390, height: 560 },
}
/** The map as it opens in a window of that shape. */
export const opened = (whole: Network, shape: Shape): Picture => openedIn(whole, shape).drawn

/** The same, and where its marks, badges and names lie on the window. */
export function openedIn(whole: Network, shape: Shape) {
  const positions = arrange(whole, shape, measure)
  const size = windows[shape]
  const { view, spread, reach } = fittingView(
    { whole, visible: whole, positions, pins: new Map(), options: { shape, measure } },
    { ...size, roomDown: size.height },
  )
  const drawn = drawnAt(whole, spreadOut(positions, spread), view, { shape, reach, size })
  const boxes = [
    ...drawn.marks.flatMap((one) => [markBox(one), one.badge ?? [], one.label?.box ?? []].flat()),
    ...drawn.hulls.flatMap(({ label }) => label?.box ?? []),
  ].map((box): Rect => ({ ...box, x: box.x + view.x, y: box.y + view.y }))
  return { drawn, boxes, window: { x: 0, y: 0, ...size } }
}

type In = { shape: Shape; reach: Reach | undefined; size: { width: number; height: number } }

function drawnAt(whole: Network, places: Positions, view: View, { shape, reach, size }: In): Picture {
  if (whole.marks.length <= mostFine[shape])
    return picture(whole, places, { zoom: view.k, shape, measure, reach })
  const sight = { x: -view.x, y: -view.y, ...size }
  return withNames(broadPicture(whole, places, view.k), sight, { measure, shape })
}

/** What covers what, in words: nothing is what one hopes for. */
export function covered({ marks, hulls, ties }: Picture): string[] {
  const names: { of: string; box: Rect }[] = [
    ...marks.flatMap(({ mark, label }) => (label ? [{ of: mark.id, box: label.box }] : [])),
    ...hulls.flatMap(({ name, label }) => (label ? [{ of: name, box: label.box }] : [])),
  ]
  return names.flatMap(({ of, box }, index) => [
    ...names
      .slice(index + 1)
      .flatMap((other) => (overlap(box, other.box) ? [`${of} over the name of ${other.of}`] : [])),
    ...marks.flatMap(({ mark, at, size }) => {
      const own = { x: at.x - size, y: at.y - size, width: size * 2, height: size * 2 }
      return mark.id !== of && overlap(box, own) ? [`${of} over the mark of ${mark.id}`] : []
    }),
    ...ties.flatMap(({ tie, strands }) =>
      strands.some((strand) => isOn(wayOf(strand), box, 0)) ? [`${tie.id} through the name of ${of}`] : [],
    ),
  ])
}
