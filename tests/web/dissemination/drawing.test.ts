import { expect, it } from 'vitest'
import { colours, type Colour, type Palette } from '../../../web/drawing/ink.ts'
import { svgText } from '../../../web/drawing/svg.ts'
import { costs } from '../../../web/dissemination/layout/arcCosts.ts'
import { arcOf } from '../../../web/dissemination/layout/arcs.ts'
import { otherLinks } from '../../../web/dissemination/layout/others.ts'
import { roughMeasure } from '../../../web/dissemination/layout/labels.ts'
import { plainLook, type TreeLook } from '../../../web/dissemination/picture/look.ts'
import { treeScene } from '../../../web/dissemination/picture/scene.ts'
import { entryText } from '../../../web/dissemination/words.ts'
import { answer, treeOf, unfolded } from './story.ts'

const light: Partial<Record<Colour, string>> = {
  paper: '#fbfaf7',
  ink: '#1b2130',
  soft: '#5a6270',
  line: '#d9d5cb',
  edge: '#8a8f99',
  accent: '#2f4bc7',
  danger: '#b3261e',
  relays: '#c2461e',
  inspired: '#5e9aa3',
  redone: '#1f7a88',
  scaled: '#0b4653',
}
const palette = Object.fromEntries(colours.map((one) => [one, light[one] ?? '#000'])) as Palette

function drawing(name: string, look: Partial<TreeLook>, options = {}, folds = unfolded): string {
  const rows = answer(name)
  const tree = treeOf(rows, { text: entryText, cameFor: look.cameFor ?? '', ...options }, folds)
  const cost = costs(tree)
  const arcs = otherLinks(tree).map((pair) => arcOf(tree, pair, cost))
  return svgText(treeScene(tree, { ...plainLook, arcs, ...look }, roughMeasure), palette)
}

it('draws the Repair Cafés, with what Montréal changed', async () => {
  const look = { cameFor: 'sample:platform21-repairing', selectedId: 'sample:repair-cafe-echofab' }
  await expect(drawing('repair-cafes', look)).toMatchFileSnapshot('repair-cafes.svg')
})

it('draws Housing First with its ended branches, and a commons as a thread', async () => {
  const look: Partial<TreeLook> = {
    cameFor: 'sample:pathways-to-housing-ny',
    threads: new Map([
      ['sample:pathways-to-housing-ny', 'enriches'],
      ['sample:at-home-chez-soi', 'uses'],
      ['sample:ucsd', 'uses'],
      ['sample:ucsd-bordeaux', 'uses'],
      ['sample:ucsd-paris', 'lacks'],
    ]),
  }
  await expect(drawing('housing-first', look)).toMatchFileSnapshot('housing-first.svg')
})

it('draws the youth cooperatives on a phone, one branch closed', async () => {
  const closed = { ...unfolded, open: new Set<string>(), closed: new Set(['sample:cjs-quebec']) }
  const phone = { width: 358, height: 560, isNarrow: true }
  await expect(drawing('youth-cooperatives', {}, phone, closed)).toMatchFileSnapshot(
    'youth-cooperatives-phone.svg',
  )
})
