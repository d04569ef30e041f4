import type { Scene, Shape } from '../../drawing/ink.ts'
import { canvasMeasure } from '../layout/measure.ts'
import { cutInSheets, treeOnPaper, type Asked } from '../layout/onPaper.ts'
import type { Tree } from '../layout/tree.ts'
import { axisShapes, groundShapes } from './inkGround.ts'
import { plainLook, type TreeLook } from './look.ts'
import { axisHeight, treeScene, treeShapes } from './scene.ts'

export type Look = Pick<TreeLook, 'cameFor' | 'on'> & Partial<TreeLook>
export type Sheet = { top: number; height: number; shapes: Shape[] }

const wide = { width: 1392, height: 640, most: Infinity }
// Of an A4 page that lies, whose 261 mm then hold letters of 10 px; the title and the legend leave less of it.
const printed = { width: 1240, height: 560, most: 690, first: 690, next: 780 }

/** The tree on a sheet of its own, for when only its table is in sight. */
export function sceneOnPaper(asked: Asked, look: Look): Scene {
  const { tree, arcs } = treeOnPaper(asked, wide)
  return treeScene(tree, { ...plainLook, ...look, arcs }, canvasMeasure)
}

/** The tree on as many printed pages as it takes, each with the years under it; all `printedWidth` wide. */
export function sheetsOnPaper(asked: Asked, look: Look): Sheet[] {
  const { tree, arcs } = treeOnPaper(asked, printed)
  const drawn = { ...plainLook, ...look, arcs }
  return cutInSheets(tree, printed).map(({ top, bottom }) => ({
    top,
    height: bottom - top + axisHeight,
    shapes: sheetShapes(tree, drawn, top, bottom),
  }))
}

export const printedWidth = printed.width

function sheetShapes(tree: Tree, look: TreeLook, top: number, bottom: number): Shape[] {
  const shapes: Shape[] = [
    ...groundShapes(tree, top, bottom, look.on),
    ...treeShapes(tree, look, canvasMeasure, { top, bottom, lit: null }),
    // Rows near the cut are drawn beyond it.
    { is: 'box', x: 0, y: bottom, width: tree.width, height: axisHeight, fill: 'paper' },
    ...axisShapes(tree, bottom, axisHeight),
  ]
  return shapes.filter(({ opacity }) => opacity !== 0)
}
