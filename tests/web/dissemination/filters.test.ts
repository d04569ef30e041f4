import { expect, it } from 'vitest'
import { without } from '../../../web/dissemination/filters.ts'
import { countsOf } from '../../../web/dissemination/kinds.ts'
import { story } from './story.ts'

const family = story({
  root: { startedOn: '1990', endedOn: '2001' },
  kept: { startedOn: '1995', from: { root: { level: 'SCALED', mode: 'BRANCH' } } },
  over: { startedOn: '1996', endedOn: '1999', from: { root: { level: 'REDONE' } } },
  child: { from: { over: { level: 'REDONE' }, kept: { level: 'INSPIRED' } } },
  undated: { from: { kept: { level: 'INSPIRED', mode: 'BRANCH' } } },
})
const left = (...hidden: string[]) => without(family, new Set(hidden), 'root').initiatives.map(({ id }) => id)

it('is the same rows when nothing is left out', () => {
  expect(without(family, new Set(), 'root')).toBe(family)
})

it('leaves out a level, with whoever then hangs on nothing, but never the one asked for', () => {
  expect(left('REDONE')).toEqual(['root', 'kept', 'child', 'undated'])
  expect(left('REDONE', 'SCALED', 'INSPIRED')).toEqual(['root'])
})

it('leaves out a mode', () => {
  expect(left('BRANCH')).toEqual(['root', 'kept', 'over', 'child'])
})

it('leaves out what ended unless something shown came from it', () => {
  expect(left('ended')).toEqual(['root', 'kept', 'over', 'child', 'undated'])
  expect(left('ended', 'undated')).toEqual(['root', 'kept'])
})

it('leaves out links to other parents and keeps the initiatives', () => {
  const rows = without(family, new Set(['others']), 'root')
  expect(rows.initiatives).toHaveLength(5)
  expect(rows.links.map(({ id }) => id)).not.toContain('child>kept')
})

it('offers only what there is, with its count', () => {
  expect(countsOf(family)).toEqual([
    { name: 'INSPIRED', count: 2 },
    { name: 'REDONE', count: 2 },
    { name: 'SCALED', count: 1 },
    { name: 'BRANCH', count: 2 },
    { name: 'ended', count: 2 },
    { name: 'undated', count: 2 },
    { name: 'others', count: 1 },
  ])
  expect(countsOf(story({ alone: { startedOn: '2000' } }))).toEqual([])
})

it('leaves the other levels when one is left out', () => {
  const rows = story({
    root: {},
    inspired: { from: { root: { level: 'INSPIRED' } } },
    redone: { from: { root: {}, inspired: { level: 'INSPIRED' } } },
    below: { from: { inspired: {} } },
  })
  const shown = without(rows, new Set(['INSPIRED']), 'root')
  expect(shown.initiatives.map(({ id }) => id)).toEqual(['root', 'inspired', 'redone', 'below'])
  const alone = without(rows, new Set(['REDONE', 'INSPIRED']), 'root')
  expect(alone.initiatives.map(({ id }) => id)).toEqual(['root'])
})
