import { describe, expect, test } from 'vitest'
import { problemLine } from '../../api/exchange/files/format.ts'
import { limits } from '../../api/exchange/files/limits.ts'
import { readInputs } from '../../api/exchange/importing/inputs.ts'
import { importDirect } from '../../api/exchange/importing/direct.ts'
import { parseMapping } from '../../api/exchange/mapping/mapping.ts'
import { tablesOf } from '../../api/exchange/files/tables.ts'
import { workbook } from './workbook.ts'
import { zip } from './zip.ts'

const read = (bytes: Uint8Array | string) =>
  tablesOf({ name: 'hostile', bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }, {})
/** What is refused, with how much memory was taken and kept meanwhile, in MB. */
const refused = (bytes: Uint8Array | string) => {
  const before = process.memoryUsage().rss
  let reason = 'was read'
  try {
    read(bytes)
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error)
  }
  return { reason, megabytes: (process.memoryUsage().rss - before) / 1024 / 1024 }
}

describe('a hostile file', () => {
  test('that unpacks to a thousand times its size is not unpacked', () => {
    const bomb = sheetsOf({
      'xl/worksheets/sheet1.xml': '<worksheet/>',
      'xl/sharedStrings.xml': Buffer.alloc(300 * 1024 * 1024, ' '),
    })
    expect(bomb.length).toBeLessThan(400_000)
    const book = refused(bomb)
    expect(book.reason).toMatch(/would unpack to more than 200 times its size/)
    expect(book.megabytes).toBeLessThan(150)
  })

  test('whose many parts together unpack to too much is not unpacked', () => {
    // A little noise among many spaces packs a hundred times at most, so each part alone is within the bounds.
    const noise = (place: number) =>
      Array.from({ length: 200 }, (_, at) => ((place * 200 + at) * 2_654_435_761) % 4_294_967_296).join(' ')
    const spaces = ' '.repeat(100_000)
    const many = Array.from({ length: 350 }, (_, place) => noise(place) + spaces).join('')
    const half = `<worksheet><sheetData>${many}</sheetData></worksheet>`
    const parts = Object.fromEntries(
      Array.from({ length: 8 }, (_, place) => [`xl/worksheets/sheet${place + 1}.xml`, half]),
    )
    expect(half.length * 8).toBeGreaterThan(limits.unpacked)
    expect(refused(sheetsOf(parts)).reason).toMatch(/or the file to more than 256 MB: it is not unpacked/)
  })

  test('that says it is smaller than it is, is damaged', () => {
    const book = workbook([{ name: 'A', rows: [['x'], ['y']] }])
    expect(refused(book.subarray(0, book.length - 40)).reason).toMatch(/is damaged, or no workbook/)
  })

  test('of more bytes than fit is refused before it is read', () => {
    const large = { name: 'large.csv', bytes: { byteLength: 1024 ** 3 } as Uint8Array }
    expect(() => tablesOf(large, {})).toThrow('large.csv: holds 1024 MB: 128 MB at most, split it')
  })

  test('that is one line without an end is refused', () => {
    const { reason } = refused(Buffer.alloc(limits.file / 8, 'x'))
    expect(reason).toMatch(/hostile, row 1: is longer than 1000000 characters/)
  })

  test('with a quote that is never closed is refused where it opens', () => {
    expect(refused(`a,b\n1,2\n3,"${'x\n'.repeat(600_000)}`).reason).toMatch(/row 3: is longer than/)
  })

  test('of a million columns is refused', () => {
    const names = Array.from({ length: 1_000_000 }, (_, place) => `c${place}`).join(',')
    expect(refused(`${names}\n`).reason).toMatch(/row 1: is longer than/)
    expect(refused(`${'c,'.repeat(5000)}\n`).reason).toMatch(/names 5001 columns: 2000 at most/)
    const keys = Array.from({ length: 100_000 }, (_, place) => `"c${place}":1`).join(',')
    expect(refused(`[{${keys}}]`).reason).toMatch(/more than 2000 different keys/)
    expect(refused(workbook([{ name: 'A', rows: [Array<string>(2500).fill('x')] }])).reason).toMatch(
      /more than 2000 columns/,
    )
  })

  test('with a key that JavaScript takes for its own is refused, and changes nothing', () => {
    expect(refused('a,__proto__\n1,2\n').reason).toMatch(/__proto__: is no name for a column/)
    const [table] = read('[{"id":"1","__proto__":{"isAdmin":true},"constructor":{"x":1}}]')
    expect(table?.problems.map(problemLine)).toEqual([
      'hostile, row 1, __proto__: "": a key may not be called __proto__',
      'hostile, row 1, constructor: "": a key may not be called constructor',
    ])
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
  })

  test('whose lists stand in each other without end is refused', () => {
    const deep = `[{"a":${'['.repeat(5000)}${']'.repeat(5000)}}]`
    expect(read(deep)[0]?.problems).toMatchObject([{ column: 'a', rule: 'stands more than 30 deep' }])
    const objects = `[${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}]`
    expect(read(objects)[0]?.problems).toMatchObject([{ rule: 'stands more than 30 deep' }])
  })

  test('of merged cells over merged cells is refused', () => {
    const merged = Array.from({ length: 3 }, () => 'A1:B1000000')
    expect(refused(workbook([{ name: 'A', rows: [['x']], merged }])).reason).toMatch(
      /merged cells over merged/,
    )
  })

  test.each([
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /old Excel workbook/],
    ['a PDF', Buffer.from('%PDF-1.4'), /is a PDF/],
    ['an OpenDocument sheet', zip({ 'content.xml': '<x/>' }), /OpenDocument/],
    ['any ZIP', zip({ 'a.txt': 'x' }), /without a workbook/],
    ['gzip', Buffer.from([0x1f, 0x8b, 8]), /unpack it first/],
    ['noise', Buffer.from([1, 0, 2, 0, 0, 0, 3]), /is not/],
  ])('that is %s says what it is', (_, bytes, reason) => {
    expect(refused(bytes).reason).toMatch(reason)
  })

  test('is told as one problem of its import, beside what is wrong with the others', () => {
    const mapping = parseMapping(
      "{title: T, source: S, inputs: {rows: {has: [Nom]}}, initiatives: {id: '{Nom}', name: '{Nom}'}}",
      'm.yaml',
    )
    const bytes = Buffer.from('%PDF-1.4')
    const { problems } = readInputs(mapping, [{ name: 'a.pdf', bytes }])
    expect(problems).toEqual([{ file: 'a.pdf', rule: 'is a PDF: it has no columns', severity: 'critical' }])
    expect(importDirect([{ name: 'a.pdf', bytes }], { recorder: 'us', today: '2026' }).problems).toHaveLength(
      1,
    )
  })
})

describe('what is said of persons', () => {
  const told = (text: string) =>
    importDirect(
      [{ name: 'nodes.csv', bytes: Buffer.from(`id,type,name,summary\na,Initiative,A,"${text}"\n`) }],
      {
        recorder: 'us',
        today: '2026',
      },
    ).problems.map(({ row, column }) => [row, column])

  test.each([
    ['ask jeanne@example.org'],
    ['jeanne.petit [at] example.org'],
    ['jeanne (arobase) example.org'],
    ['Tél : 02 98 00 00 00'],
    ['0298000000'],
    ['+33 (0)2.98.00.00.00'],
    ['0033 2 98 00 00 00'],
    ['+44 20 7946 0958'],
    ['call 212-555-0123'],
  ])('is refused with its place: %s', (text) => {
    expect(told(text)).toEqual([[2, 'summary']])
  })

  test.each([
    ['SIRET 552 100 554 00013, founded in 2019'],
    ['48.3905, -4.4860'],
    ['12 500 000 euros in 2019'],
    ['from 01/02/2019 to 03/04/2020'],
    ['https://example.org/@us/0298000000'],
    ['2016-2019, 35 places, 1 000 000 meals'],
  ])('is not seen where it is not: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

function sheetsOf(parts: Record<string, string | Buffer>): Buffer {
  const names = Object.keys(parts)
  const relation = (name: string, place: number) =>
    `<Relationship Id="r${place}" Target="${name.replace('xl/', '')}"/>`
  const sheet = (_: string, place: number) => `<sheet name="S${place}" r:id="r${place}"/>`
  return zip({
    'xl/workbook.xml': `<workbook xmlns:r="x"><sheets>${names.map(sheet).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names.map(relation).join('')}</Relationships>`,
    ...parts,
  })
}
