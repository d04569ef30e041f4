import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { boundsOf, boundsOfPath } from '../../../web/drawing/bounds.ts'
import { colours } from '../../../web/drawing/ink.ts'
import { sans } from '../../../web/drawing/letters.ts'
import { dark, light } from './papers.ts'

it('files are set in the letters of the page', () => {
  expect(readFileSync('web/ui/tokens.css', 'utf8')).toContain(`--sans: ${sans};`)
})

it('every colour has a token on both papers', () => {
  for (const colour of colours) {
    expect(light[colour], colour).toMatch(/^#[0-9a-f]{6}$/)
    expect(dark[colour], colour).toMatch(/^#[0-9a-f]{6}$/)
  }
})

it('the box of a path holds its ends, its bends and its arcs', () => {
  expect(boundsOfPath('M0,0C10,-20 30,40 50,10')).toEqual({ left: 0, top: -20, right: 50, bottom: 40 })
  expect(boundsOfPath('M10,10h-20v5')).toEqual({ left: -10, top: 10, right: 10, bottom: 15 })
  const { left, top, right, bottom } = boundsOfPath('M0,0A5,5 0 0 1 10,0')
  expect([left <= 0, top <= -5, right >= 10, bottom >= 0]).toEqual([true, true, true, true])
})

it('the box of a mark holds its stroke', () => {
  const { left, right } = boundsOf({ is: 'disc', x: 0, y: 0, r: 5, stroke: { colour: 'ink', width: 4 } })
  expect([left, right].map(Math.abs).every((side) => side >= 7)).toBe(true)
})
