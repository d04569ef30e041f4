import { describe, expect, test } from 'vitest'
import { distance, nearest, NearWords } from '../../api/exchange/nearest.ts'

describe('the nearest word', () => {
  test('is the one of fewest changes, whatever its case, the first of several', () => {
    expect(nearest('hoste', ['relay', 'Host', 'hosts'])).toBe('Host')
    expect(nearest('Fundr', ['finder', 'FUNDER', 'host'])).toBe('FUNDER')
  })

  test('is none when a third of its letters would have to change', () => {
    expect([nearest('host', ['relay']), nearest('abcdef', ['abcxyz'])]).toEqual([undefined, undefined])
  })

  test('is as far as letters are put in, left out or changed, and is not counted further than is asked', () => {
    // k → s, e → i, and a g at the end.
    expect([distance('kitten', 'sitting'), distance('kitten', 'sitting', 2), distance('', 'abc')]).toEqual([
      3, 3, 3,
    ])
    expect(distance('abcdefgh', 'zyxwvuts', 2)).toBe(3)
  })

  test('is proposed for a hundred unknown words, for each as often as it comes', () => {
    const near = new NearWords()
    let looks = 0
    const known = () => (looks++, ['garden-1'])
    const unknown = Array.from({ length: 101 }, (_, at) => `garden-${at}x`)
    const proposed = [...unknown, ...unknown].map((word) => near.of(word, known))
    expect(looks).toBe(100)
    expect(proposed.filter((word) => word === 'garden-1')).toHaveLength(200)
    expect(proposed[100]).toBeUndefined()
  })
})
