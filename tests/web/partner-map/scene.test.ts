import { describe, expect, it } from 'vitest'
import type { Shape } from '../../../web/drawing/ink.ts'
import { svgText } from '../../../web/drawing/svg.ts'
import { aimAt, inSight } from '../../../web/partner-map/picture/aim.ts'
import type { DrawnMark } from '../../../web/partner-map/picture/drawn.ts'
import { fitted } from '../../../web/partner-map/picture/fit.ts'
import { arrange } from '../../../web/partner-map/layout/map.ts'
import { markShapes } from '../../../web/partner-map/picture/marks.ts'
import { neighbours } from '../../../web/partner-map/network.ts'
import { draggedShapes, lookedShapes, selectionShapes } from '../../../web/partner-map/picture/over.ts'
import { overlap } from '../../../web/partner-map/picture/rects.ts'
import { mapScene } from '../../../web/partner-map/picture/scene.ts'
import { tipPlace } from '../../../web/partner-map/picture/tips.ts'
import { light } from '../drawing/papers.ts'
import { chambery, macif, mapOf, measure, secours } from './answers.ts'

const size = { width: 900, height: 560 }
const map = mapOf('an initiative')
const drawn = fitted(map, arrange(map, 'wide', measure), size, { shape: 'wide', measure })
const nobody = new Set<string>()

function markOf(id: string): DrawnMark {
  const one = drawn.marks.find(({ mark }) => mark.id === id)
  if (!one) throw new Error(`no such mark: ${id}`)
  return one
}

/** A mark that differs from the one you came for. */
const like = (change: Partial<DrawnMark['mark']>): DrawnMark => {
  const one = markOf(chambery)
  return { ...one, at: { x: 0, y: 0 }, size: 8, mark: { ...one.mark, isFocus: false, ...change } }
}
const shapesOf = (change: Partial<DrawnMark['mark']>, isPinned = false): Shape[] =>
  markShapes(like(change), 'paper', isPinned)

describe('a mark', () => {
  it('is a disc for an initiative, a square for a partner', () => {
    expect(shapesOf({}).map(({ is }) => is)).toEqual(['disc'])
    expect(shapesOf({ isInitiative: false, families: ['funds'] }).map(({ is }) => is)).toEqual(['box', 'box'])
  })

  it('has a stripe for each family of roles', () => {
    const striped = shapesOf({ isInitiative: false, families: ['carries', 'funds', 'relays'] })
    expect(striped.flatMap((shape) => (shape.is === 'path' ? [shape.fill] : []))).toEqual([
      'carries',
      'funds',
      'relays',
    ])
  })

  it('is hollow and crossed once it is over', () => {
    const over = shapesOf({ isPast: true })
    expect(over.filter(({ is }) => is === 'line')).toHaveLength(2)
    expect(over.some((shape) => shape.is === 'disc' && shape.fill === 'ink')).toBe(false)
  })

  it('is hatched where nobody knows its state', () => {
    const node = { ...markOf(chambery).mark.node, status: null }
    expect(shapesOf({ node }).some((shape) => shape.is === 'disc' && shape.hatch === 'ink')).toBe(true)
  })

  it('wears a nail where a hand has put it', () => {
    expect(shapesOf({}, true)).toHaveLength(shapesOf({}).length + 1)
  })

  it('is one dot where it is too small for more', () => {
    expect(markShapes({ ...like({ isPast: true }), size: 2 }, 'paper', true)).toHaveLength(1)
  })
})

describe('a place on the map', () => {
  const aim = aimAt(drawn, 12)

  it('leads to the mark that is there', () => {
    for (const { mark, at } of drawn.marks) expect(aim.at(at)).toEqual({ id: mark.id, isBadge: false })
  })

  it('leads to a mark by its name', () => {
    for (const { mark, label } of drawn.marks) {
      if (!label) continue
      const { x, y, width, height } = label.box
      expect(aim.at({ x: x + width / 2, y: y + height / 2 })?.id).toBe(mark.id)
    }
  })

  it('leads to what is left to open by its badge', () => {
    const badges = drawn.marks.flatMap(({ mark, badge }) => (badge ? [{ id: mark.id, badge }] : []))
    expect(badges.length).toBeGreaterThan(0)
    for (const { id, badge } of badges)
      expect(aim.at({ x: badge.x + badge.width / 2, y: badge.y + 8 })).toEqual({ id, isBadge: true })
  })

  it('leads nowhere on the ground', () => {
    expect(aim.at({ x: drawn.box.x - 50, y: drawn.box.y - 50 })).toBeNull()
  })
})

describe('a lasso', () => {
  it('takes what it goes around, and nothing before it is closed', () => {
    const { at } = markOf(macif)
    const around = [
      { x: at.x - 3, y: at.y - 3 },
      { x: at.x + 3, y: at.y - 3 },
      { x: at.x, y: at.y + 4 },
    ]
    expect(aimAt(drawn, 12).within(around)).toEqual([macif])
    expect(aimAt(drawn, 12).within(around.slice(0, 2))).toEqual([])
    expect(inSight(drawn.marks, around)).toEqual([macif])
  })
})

describe('what is looked at', () => {
  const marks = new Set([macif, ...neighbours(map, macif)])
  const given = { pinned: nobody, measure, sight: drawn.box }
  const isStrong = ({ tie }: { tie: { partner: string } }) => tie.partner === macif

  it('stands out of a veil with its neighbours and their names', async () => {
    const over = lookedShapes(drawn, { marks, isStrong, veil: 0.55 }, given)
    const { box, shapes } = mapScene(drawn)
    const scene = { box, shapes: [...shapes, ...over, ...selectionShapes(drawn, [secours, macif])] }
    await expect(svgText(scene, light)).toMatchFileSnapshot('fondation-macif.svg')
  })

  it('is the only thing that is named there', () => {
    const over = lookedShapes(drawn, { marks, isStrong, veil: 0.55 }, given)
    const told = over.flatMap((shape) => (shape.is === 'text' && shape.size !== 11 ? [shape] : []))
    expect(told.length).toBe(marks.size)
    expect(told.every(({ colour }) => colour === 'ink')).toBe(true)
  })

  it('leaves all in sight without a veil', () => {
    const over = lookedShapes(drawn, { marks, isStrong, veil: 0 }, given)
    expect(over.some((shape) => shape.is === 'box' && shape.width > drawn.box.width)).toBe(false)
  })

  it('goes with its lines to where a hand moves it', () => {
    const moved = draggedShapes(drawn, macif, { x: 500, y: 500 }, nobody)
    const lines = moved.filter((shape) => shape.is === 'line')
    expect(lines).toHaveLength(neighbours(map, macif).size)
    expect(lines.every((line) => line.is === 'line' && line.x1 === 500 && line.y1 === 500)).toBe(true)
  })

  it('is told where it hides no neighbour', () => {
    const tip = { width: 150, height: 40 }
    const sight = { x: drawn.box.x - 200, y: drawn.box.y - 200, width: 1500, height: 1200 }
    const place = tipPlace(markOf(macif), tip, drawn, marks, sight)
    for (const id of marks) {
      const { at, size: half } = markOf(id)
      const box = { x: at.x - half, y: at.y - half, width: half * 2, height: half * 2 }
      expect(overlap({ ...place, ...tip }, box), id).toBe(false)
    }
  })
})
