import { kinRows, type KinRow } from '../drawing/small/kin.ts'
import type { ResultOf, VariablesOf } from '../graphql.ts'
import type { treesQuery } from './query.ts'

type Asked = VariablesOf<typeof treesQuery>
type Answer = ResultOf<typeof treesQuery>

const places = ['one', 'two', 'three', 'four', 'five', 'six', 'seven'] as const satisfies (keyof Asked)[]

/** How many families the home page draws. */
export const mostTrees = places.length

/** The families to draw, each at its place in the question; fewer leave the last places empty. */
export const asked = (ids: string[]): Asked =>
  Object.fromEntries(places.map((place, index) => [place, ids[index] ?? ''])) as Asked

/** The rows of each family's tree, in the order in which they were asked. */
export const answered = (answer: Answer): KinRow[][] =>
  places.map((place) => {
    const family = answer[place]
    return family ? kinRows(family.initiatives, family.links) : []
  })
