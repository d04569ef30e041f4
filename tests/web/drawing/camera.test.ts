import { expect, it } from 'vitest'
import { zoomedAt } from '../../../web/drawing/camera.ts'

const extent: [number, number] = [0.5, 4]
const at = { x: 300, y: 200 }

it('what lies under the hand stays there while all grows', () => {
  const view = { x: 100, y: 50, k: 1 }
  // (300, 200) shows the point (200, 150); at twice the zoom it stands at (400, 300) + (x, y).
  expect(zoomedAt(view, 2, at, extent)).toEqual({ k: 2, x: -100, y: -100 })
})

it('zooming stops at its ends, and then moves nothing', () => {
  const view = { x: 7, y: 9, k: 4 }
  expect(zoomedAt(view, 2, at, extent)).toEqual(view)
  expect(zoomedAt({ ...view, k: 0.5 }, 0.1, at, extent)).toEqual({ ...view, k: 0.5 })
})
