import type { Bounds } from '../drawing/bounds.ts'
import { t } from '../messages.ts'
import { grid, walked, type Area, type AreaLevel, type Contours } from './areas.ts'
import { inFrame, type Frame, type Point } from './frames.ts'
import { boxOf } from './points.ts'

/** A contour in map units, ready to draw and to hit. */
export type Plot = {
  code: string
  name: string
  frame: string
  rings: readonly (readonly Point[])[]
  box: Bounds
  /** The middle of its largest part: where its name and its number stand. */
  at: Point
}

/** A frame and where it lies on the map; an inset has a border and a name. */
export type Piece = { frame: Frame; x: number; y: number; title: string | null }

/** A part of the map that is drawn again, larger, in an inset. */
export type CloseUp = {
  piece: Piece
  plots: readonly Plot[]
  /** The contours that are told there and not on the small map. */
  told: ReadonlyMap<string, Plot>
  /** What of the map it shows. */
  of: Bounds
}

/** All that lies still under the figures: in map units, y downwards. */
export type Ground = {
  box: Bounds
  pieces: readonly Piece[]
  plots: Readonly<Partial<Record<AreaLevel, readonly Plot[]>>>
  byCode: ReadonlyMap<string, Plot>
  within: Readonly<Record<string, string>>
  /** Around the main frame, where what lies beyond it is named. */
  rim: Bounds
  /** True for the form of it that narrow windows show. */
  isNarrow: boolean
  closeUp: CloseUp | null
}

// Around the mainland there is room for the names of what lies abroad.
const margin = { wide: 64, narrow: 24, names: 56 }
// The room of insets, of the names above them, and of those between them and the mainland.
const inset = {
  pad: 8,
  title: 24,
  across: 300,
  down: 196,
  beneath: 204,
  near: 214,
  nearDown: 170,
  small: 0.88,
  below: 120,
  overSea: 100,
}

/**
 * The map of some contours: insets stand at its sides, or under it where the window is narrow; with `hasCloseUp` the one
 * of what is too small on it as well.
 */
export function groundOf(contours: Contours, isNarrow: boolean, hasCloseUp = false): Ground {
  const [main, ...others] = contours.frames
  if (!main) throw new Error('contours: no frame')
  const { closer } = contours
  const given = hasCloseUp ? closer : undefined
  const edge = others.length === 0 ? 0 : isNarrow ? margin.narrow : margin.wide
  const aside = others.length > 0 ? inset.across : given ? inset.overSea : 0
  const left = isNarrow ? edge : edge + aside
  const top = isNarrow && edge > 0 ? margin.names : edge
  const bottom = top + main.height
  const off = isNarrow ? [edge * 0.6, margin.names * 0.6] : [edge * 0.6, edge * 0.6]
  const [across = 0, down = 0] = off
  const names = new Map(contours.levels.DEPARTMENT?.map(({ frame, name }) => [frame, name]))
  const titleOf = (id: string) => names.get(id) ?? id
  const close = given && pieceOf(given.frame, main)

  function pieceOf(frame: Frame, { width }: Frame): Piece {
    const title = t(frame.id === 'paris' ? 'territories.inset.paris' : 'territories.inset.europe')
    if (isNarrow) {
      // As wide as the window lets it be, or the first of the row of insets.
      const part = others.length > 0 ? inset.small : (width - inset.pad * 2) / frame.width
      const under = others.length > 0 ? inset.below : inset.title * 2
      return { frame: larger(frame, part), x: edge + inset.pad, y: bottom + under, title }
    }
    if (others.length > 0)
      return { frame, x: left + width + edge * 3 + inset.pad, y: edge + inset.title, title }
    return { frame, x: inset.pad, y: bottom - frame.height - inset.pad, title }
  }
  const pieces = [
    { frame: main, x: left, y: top, title: null },
    ...others.map((frame, place): Piece => {
      const title = titleOf(frame.id)
      if (!isNarrow) return { frame, x: 0, y: edge + inset.title + place * inset.down, title }
      const y = bottom + inset.below
      if (!close) return { frame, x: edge + place * inset.beneath, y, title }
      const x = close.x + close.frame.width + inset.title * 2 + (place % 3) * inset.near
      return { frame, x, y: y + Math.floor(place / 3) * inset.nearDown, title }
    }),
    ...(close ? [close] : []),
  ]
  const plotsOf = (areas: readonly Area[]) =>
    areas.flatMap(({ code, name, frame, rings, at }): Plot[] => {
      const piece = pieces.find((one) => one.frame.id === frame)
      if (!piece) return []
      const part = contours.closer?.frame.id === frame ? piece.frame.k / contours.closer.frame.k : 1
      const drawn = rings.map((ring) => walked(contours.arcs, ring, grid * part, piece))
      const middle = { x: at[0] * part + piece.x, y: at[1] * part + piece.y }
      return [{ code, name, frame, rings: drawn, box: boxOf(drawn.flat()), at: middle }]
    })
  const plots = Object.fromEntries(
    Object.entries(contours.levels).map(([level, areas]) => [level, plotsOf(areas)]),
  ) as Ground['plots']
  const right = Math.max(...pieces.map(({ x, frame }) => x + frame.width + inset.pad))
  const lowest = Math.max(...pieces.map(({ y, frame }) => y + frame.height + inset.pad))
  return {
    box: {
      left: 0,
      top: 0,
      right: Math.max(right, left + main.width + (isNarrow || others.length === 0 ? edge : edge * 3)),
      bottom: Math.max(lowest, bottom + edge),
    },
    pieces,
    plots,
    byCode: new Map(Object.values(plots).flatMap((all) => all.map((plot) => [plot.code, plot]))),
    within: contours.within,
    rim: { left: left - across, top: top - down, right: left + main.width + across, bottom: bottom + down },
    isNarrow,
    closeUp: given && close ? closeUpOf(plotsOf(given.areas), given.codes, close, pieces[0]) : null,
  }
}

const larger = (frame: Frame, part: number): Frame => ({
  ...frame,
  k: frame.k * part,
  left: frame.left * part,
  top: frame.top * part,
  width: frame.width * part,
  height: frame.height * part,
})

function closeUpOf(
  plots: readonly Plot[],
  codes: readonly string[],
  piece: Piece,
  main: Piece | undefined,
): CloseUp {
  const told = new Map(plots.filter(({ code }) => codes.includes(code)).map((plot) => [plot.code, plot]))
  // Both have one projection, so that one is the other at another size.
  const { frame, x, y } = main ?? piece
  const part = frame.k / piece.frame.k
  const [left, top] = [x + frame.left - piece.frame.left * part, y + frame.top - piece.frame.top * part]
  const of = { left, top, right: left + piece.frame.width * part, bottom: top + piece.frame.height * part }
  return { piece, plots, told, of }
}

/** True when a point of the map lies in the frame of a piece. */
export const isInPiece = ({ frame, x, y }: Piece, at: Point): boolean =>
  at.x >= x && at.x <= x + frame.width && at.y >= y && at.y <= y + frame.height

/** Where a longitude and a latitude lie on the map, in the frame of this name or in the main one. */
export function onGround(ground: Ground, longitude: number, latitude: number, frame?: string): Point {
  const piece = ground.pieces.find((one) => one.frame.id === frame) ?? ground.pieces[0]
  if (!piece) return { x: 0, y: 0 }
  const { x, y } = inFrame(piece.frame, longitude, latitude)
  return { x: x + piece.x, y: y + piece.y }
}

/** Contours as absolute path data, `k` times as large. */
export const pathOf = (rings: Plot['rings'], k: number): string =>
  rings
    .map(
      (ring) =>
        `M${ring.map(({ x, y }) => `${Math.round(x * k * 10) / 10},${Math.round(y * k * 10) / 10}`).join('L')}Z`,
    )
    .join('')
