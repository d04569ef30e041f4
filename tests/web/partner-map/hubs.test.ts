import { expect, it } from 'vitest'
import { hubsOf } from '../../../web/partner-map/picture/hubs.ts'

const mark = (id: string, shown: number, more = {}) => ({
  id,
  shown,
  isFocus: false,
  isBridge: false,
  ...more,
})

it('what one came for goes first, then who has most links, at equal number who joins groups', () => {
  const marks = [mark('three', 3), mark('nine', 9), mark('start', 1, { isFocus: true })]
  const joining = mark('joining', 3, { isBridge: true })
  expect(hubsOf([...marks, joining]).map(({ id }) => id)).toEqual(['start', 'nine', 'joining', 'three'])
})

it('nobody holds a map together by two links, and twelve at most do', () => {
  expect(hubsOf([mark('two', 2), mark('three', 3)]).map(({ id }) => id)).toEqual(['three'])
  const many = Array.from({ length: 30 }, (_, index) => mark(`${index}`, index))
  expect(hubsOf(many).map(({ shown }) => shown)).toEqual([29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18])
})
