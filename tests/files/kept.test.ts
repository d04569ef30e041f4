import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nothingKept } from '../../api/exchange/kept/kept.ts'
import { LinkRows } from '../../api/exchange/kept/linkRows.ts'
import { Scratch } from '../../api/exchange/kept/scratch.ts'
import { linkId } from '../../api/exchange/record.ts'
import type { LinkRow } from '../../api/exchange/record.ts'
import { link, node } from '../exchange/story.ts'

describe('bytes kept outside the memory', () => {
  test('are read as they were written, whatever their size and the order of reading', () => {
    const sizes = fc.array(fc.oneof(fc.nat(300), fc.nat(90_000), fc.constant(1_200_000)), { maxLength: 30 })
    fc.assert(
      fc.property(sizes, fc.array(fc.nat(29)), (lengths, order) => {
        const scratch = new Scratch()
        const parts = lengths.map((size, place) => {
          const bytes = Buffer.alloc(size, place + 1)
          return { at: scratch.append(bytes), bytes }
        })
        for (const place of order) {
          const part = parts[place]
          if (part) expect(scratch.read(part.at, part.bytes.length).equals(part.bytes)).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })
})

describe('records that are kept', () => {
  test('are found by id, the last word counts, and the row that said them first is told', () => {
    const { nodes } = nothingKept()
    nodes.set(node('Theme', 'green', { name: 'Vert' }), { file: 'a.csv', row: 2 })
    nodes.set(node('Initiative', 'garden'), { file: 'a.csv', row: 3 })
    nodes.set(node('Theme', 'green', { name: 'Vert et bleu' }), { file: 'b.csv', row: 9 })
    expect([...nodes].map(({ id }) => id)).toEqual(['green', 'garden'])
    expect(nodes.get('green')?.properties['name']).toBe('Vert et bleu')
    expect(nodes.originOf('green')).toEqual({ file: 'a.csv', row: 2 })
    expect([nodes.count('Theme'), nodes.labelOf('garden'), nodes.has('gar')]).toEqual([
      1,
      'Initiative',
      false,
    ])
  })

  test('join by links that come back as they were given, each once', () => {
    const word = fc.constantFrom('a', 'b', 'c:d', 'é', 'ACTS_IN')
    const given: fc.Arbitrary<LinkRow> = fc
      .record({ type: word, start: word, end: word, rest: fc.option(word, { nil: undefined }), note: word })
      .map(({ type, start, end, rest, note }) => ({
        ...{ type, start, end, id: linkId(type, start, end, rest), properties: { note } },
      }))
    fc.assert(
      fc.property(fc.array(given, { maxLength: 600 }), (rows) => {
        const links = new LinkRows()
        const wanted = new Map<string, LinkRow>()
        for (const row of rows) {
          links.set(row)
          wanted.set(JSON.stringify([row.type, row.start, row.end, row.id]), row)
        }
        expect([...links]).toEqual([...wanted.values()])
        expect(rows.every((row) => links.has(row))).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  test('keep ids of links that say nothing of what they join', () => {
    const links = new LinkRows()
    links.set({ ...link('USES', 'garden', 'guide'), id: 'own' }, { file: 'a.csv', row: 4 })
    expect([...links].map(({ id }) => id)).toEqual(['own'])
    expect(links.originsOf(new Set(['own']))).toEqual(new Map([['own', { file: 'a.csv', row: 4 }]]))
  })
})
