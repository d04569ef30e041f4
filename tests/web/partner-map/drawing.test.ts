import { expect, it } from 'vitest'
import { svgText } from '../../../web/drawing/svg.ts'
import { arrange } from '../../../web/partner-map/layout/map.ts'
import { fitted } from '../../../web/partner-map/picture/fit.ts'
import { selectionShapes } from '../../../web/partner-map/picture/over.ts'
import { mapScene } from '../../../web/partner-map/picture/scene.ts'
import { light } from '../drawing/papers.ts'
import { chambery, mapOf, measure } from './answers.ts'

it('draws an initiative and its partners', async () => {
  const map = mapOf('an initiative')
  const size = { width: 900, height: 560 }
  const drawn = fitted(map, arrange(map, 'wide', measure), size, { shape: 'wide', measure })
  const { box, shapes } = mapScene(drawn)
  const scene = { box, shapes: [...shapes, ...selectionShapes(drawn, [chambery])] }
  await expect(svgText(scene, light)).toMatchFileSnapshot('accorderie-de-chambery.svg')
})
