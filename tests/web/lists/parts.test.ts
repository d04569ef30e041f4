import { CombinedError } from '@urql/core'
import { expect, it, vi } from 'vitest'
import { Parts } from '../../../web/lists/parts.svelte.ts'

type Part = { total: number; next: string | null; rows: number[] }

/** Parts of a list of so many rows, which breaks off once at `broken`. */
function partsOf(total: number, broken = Infinity) {
  const asked: [number, string | null][] = []
  let isBroken = false
  const parts = new Parts<Part, Part>(
    async ({ first, after }) => {
      asked.push([first, after])
      const from = Number(after ?? 0)
      if (!isBroken && from >= broken) {
        isBroken = true
        return { error: new CombinedError({ networkError: new Error('gone') }) }
      }
      const to = Math.min(total, from + first)
      const rows = Array.from({ length: to - from }, (_, at) => from + at)
      return { data: { total, rows, next: to - from === first ? String(to) : null } }
    },
    (data) => data,
  )
  return { parts, asked, here: () => parts.all.flatMap(({ rows }) => rows) }
}
const settled = (parts: Parts<Part, Part>) => vi.waitFor(() => expect(parts.fetching).toBe(false))

it('a list arrives in parts, few rows first, each row once', async () => {
  const { parts, asked, here } = partsOf(7000)
  parts.go()
  await settled(parts)
  expect(asked).toEqual([
    [100, null],
    [5000, '100'],
    [5000, '5100'],
  ])
  expect(here()).toEqual(Array.from({ length: 7000 }, (_, row) => row))
  expect(parts.isWhole).toBe(true)
  parts.go()
  expect(asked).toHaveLength(3)
})

it('a short list is one part', async () => {
  const { parts, asked } = partsOf(60)
  parts.go()
  await settled(parts)
  expect([asked.length, parts.isWhole]).toEqual([1, true])
})

it('a list stops at fifty thousand rows', async () => {
  const { parts, here } = partsOf(60_000)
  parts.go()
  await settled(parts)
  expect([here().length, parts.isWhole]).toEqual([50_000, true])
})

it('what broke off goes on from there', async () => {
  const { parts, asked, here } = partsOf(7000, 5000)
  parts.go()
  await settled(parts)
  expect([here().length, parts.isWhole, parts.error?.networkError?.message]).toEqual([5100, false, 'gone'])
  parts.go()
  await settled(parts)
  expect(asked.at(-1)).toEqual([5000, '5100'])
  expect([here().length, parts.isWhole, parts.error]).toEqual([7000, true, undefined])
})

it('whoever left is not asked for', async () => {
  const { parts, asked } = partsOf(7000)
  parts.go()()
  await Promise.resolve()
  await Promise.resolve()
  expect([asked.length, parts.all.length]).toEqual([1, 0])
})
