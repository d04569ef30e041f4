import type { Shape } from '../drawing/ink.ts'
import { pathOf } from './ground.ts'
import type { ShownMap } from './shown.ts'

type Marked = {
  pointed: string | null
  selected: string | null
  /** Where the keyboard stands. */
  stood: string | null
}

/** What lies over a map, at a zoom of `k`: the outlines of what is pointed at, selected, or under the keyboard. */
export function outlinesOf(
  { ground, ever, placeOf }: Pick<ShownMap, 'ground' | 'ever' | 'placeOf'>,
  { pointed, selected, stood }: Marked,
  k: number,
): Shape[] {
  const outline = (code: string | null, width: number, colour: 'ink' | 'accent'): Shape[] => {
    if (code === null) return []
    const plot = ground.byCode.get(code)
    const near = ground.closeUp?.told.get(code)
    const stroke = { colour, width }
    if (plot && ever.plots.includes(plot))
      return [plot, ...(near ? [near] : [])].map(({ rings }) => ({ is: 'path', d: pathOf(rings, k), stroke }))
    const at = placeOf(code)
    return at ? [{ is: 'disc', x: at.x * k, y: at.y * k, r: 13, stroke }] : []
  }
  return [
    ...outline(pointed, 1.4, 'ink'),
    ...outline(selected, 2.2, 'accent'),
    ...outline(stood, 3, 'accent'),
  ]
}
