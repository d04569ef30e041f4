import { expect, it } from 'vitest'
import { groupSigns } from '../../../web/partner-map/legend.ts'
import { maps } from './answers.ts'

const [map] = Object.values(maps)

it('the legend explains the ground of groups where there is one, and nowhere else', () => {
  if (!map) throw new Error('no map to explain')
  expect(groupSigns(map, false, true)).toHaveLength(1)
  expect(groupSigns(map, false, false)).toEqual([])
})
