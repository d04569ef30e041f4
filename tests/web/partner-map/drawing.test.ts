import { render } from 'svelte/server'
import { expect, it } from 'vitest'
import MapDrawing from '../../../web/partner-map/MapDrawing.svelte'
import { arrange } from '../../../web/partner-map/map.ts'
import type { Mark } from '../../../web/partner-map/network.ts'
import { fitted } from '../../../web/partner-map/fit.ts'
import { chambery, mapOf, measure } from './answers.ts'

it('draws an initiative and its partners', async () => {
  const map = mapOf('an initiative')
  const size = { width: 900, height: 560 }
  const drawn = fitted(map, arrange(map, 'wide', measure), size, { shape: 'wide', measure })
  const { body } = render(MapDrawing, {
    props: {
      drawn,
      selected: chambery,
      entry: chambery,
      says: (mark: Mark) => mark.name,
      onselect: () => {},
      onopen: () => {},
      onpoint: () => {},
      onfocus: () => {},
    },
  })
  const { x, y, width, height } = drawn.box
  const marks = body.replaceAll(/<!--.*?-->/g, '').replaceAll(/ class="svelte-\w+"| svelte-\w+/g, '')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${[x, y, width, height].map(Math.round).join(' ')}">${marks}</svg>`
  await expect(svg.replaceAll(/></g, '>\n<')).toMatchFileSnapshot('accorderie-de-chambery.svg')
})
