import { render } from 'svelte/server'
import { expect, it } from 'vitest'
import { arcOf, costs, otherLinks } from '../../../web/dissemination/arcs.ts'
import { roughMeasure } from '../../../web/dissemination/labels.ts'
import TreeDrawing from '../../../web/dissemination/TreeDrawing.svelte'
import { entryText } from '../../../web/dissemination/words.ts'
import { answer, treeOf } from './story.ts'

it('draws the Repair Cafés, with what Montréal changed', async () => {
  const rows = answer('repair-cafes')
  const tree = treeOf(rows, { text: entryText })
  const cost = costs(tree)
  const nothing = () => {}
  const { body } = render(TreeDrawing, {
    props: {
      tree,
      reading: tree.placed.map(({ entry }) => entry),
      arcs: otherLinks(tree).map((pair) => arcOf(tree, pair, cost)),
      height: tree.height,
      lit: null,
      cameFor: 'sample:platform21-repairing',
      selectedId: 'sample:repair-cafe-echofab',
      measure: roughMeasure,
      onselect: nothing,
      onact: nothing,
      ontoggle: nothing,
      onpoint: nothing,
      onstand: nothing,
      onkeydown: nothing,
    },
  })
  const svg = body
    .replaceAll(/<!--.*?-->/g, '')
    .replaceAll(/ class="svelte-\w+"| svelte-\w+/g, '')
    .replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"')
  await expect(svg.replaceAll(/></g, '>\n<')).toMatchFileSnapshot('repair-cafes.svg')
})
