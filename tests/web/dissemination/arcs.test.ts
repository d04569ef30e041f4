import { expect, it } from 'vitest'
import { costs } from '../../../web/dissemination/layout/arcCosts.ts'
import { arcOf } from '../../../web/dissemination/layout/arcs.ts'
import { otherLinks } from '../../../web/dissemination/layout/others.ts'
import { answer, answers, armsOf, treeOf } from './story.ts'

it.each(answers)('draws every other parent of %s, from disc to disc', (name) => {
  const rows = answer(name)
  const tree = treeOf(rows)
  const drawn = otherLinks(tree).map((pair) => arcOf(tree, pair))
  expect(drawn).toHaveLength(rows.links.length - armsOf(tree).length)
  for (const { path, parent, child } of drawn) {
    const numbers = path
      .split(/[MC ,]/)
      .filter(Boolean)
      .map(Number)
    expect(numbers.every(Number.isFinite)).toBe(true)
    expect(numbers[0]).toBeCloseTo(parent.x, 0)
    expect(numbers.at(-1)).toBeCloseTo(child.y, 0)
  }
})

it.each(answers)('keeps the arcs of %s off labels and foreign discs wherever there is a way', (name) => {
  const tree = treeOf(answer(name))
  const cost = costs(tree)
  const hidden = otherLinks(tree).map((pair) => arcOf(tree, pair, cost).crossings)
  expect(hidden.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(4)
})

it('draws the same arc every time', () => {
  const tree = treeOf(answer('housing-first'))
  const paths = () => otherLinks(tree).map((pair) => arcOf(tree, pair).path)
  expect(paths()).toEqual(paths())
})
