import { describe, expect, test } from 'vitest'
import type { ReadOptions, Table } from '../../api/exchange/files/format.ts'
import { tablesOf } from '../../api/exchange/files/tables.ts'
import { workbook } from './workbook.ts'

const read = (bytes: Uint8Array | string, options: ReadOptions = {}, name = 'members.csv'): Table[] =>
  tablesOf({ name, bytes: typeof bytes === 'string' ? Buffer.from(bytes) : bytes }, options)
const rowsOf = (table?: Table) => table?.rows.map(({ cells }) => Object.fromEntries(cells))
const first = (...given: Parameters<typeof read>) => rowsOf(read(...given)[0])

const accents = 'Nom;Ville\nL’Épicerie;Orléans\nLa Fête;Besançon\n'
const known = [
  { Nom: 'L’Épicerie', Ville: 'Orléans' },
  { Nom: 'La Fête', Ville: 'Besançon' },
]
const encoded = (text: string, codes: Readonly<Record<string, number>>) =>
  Buffer.from([...text].map((letter) => codes[letter] ?? letter.charCodeAt(0)))
const wide = Buffer.from(accents, 'utf16le')

describe('a text file', () => {
  test.each([
    ['UTF-8', Buffer.from(accents)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${accents}`)],
    ['UTF-16 as Excel saves it', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])],
    ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(wide).swap16()])],
    ['UTF-16 without a mark', wide],
    ['Windows', encoded(accents, { É: 0xc9, é: 0xe9, ê: 0xea, ç: 0xe7, '’': 0x92 })],
    ['the old Mac', encoded(accents, { É: 0x83, é: 0x8e, ê: 0x90, ç: 0x8d, '’': 0xd5 })],
  ])('is read in the encoding of %s', (_, bytes) => {
    expect(first(bytes)).toEqual(known)
  })

  test('that is not UTF-8 is told', () => {
    const [table] = read(Buffer.from('Nom\nFête\n', 'latin1'))
    expect(table?.problems).toMatchObject([{ severity: 'note', rule: /read as windows-1252/ }])
  })

  test.each([
    ['commas', 'a,b\n"1, 5",x\n'],
    ['semicolons', 'a;b\n1, 5;x\n'],
    ['tabs', 'a\tb\n1, 5\tx\n'],
    ['bars', 'a|b\n1, 5|x\n'],
    ['what its first line says', 'sep=;\r\na;b\r\n1, 5;x\r\n'],
  ])('is cut at %s', (_, text) => {
    expect(first(text)).toEqual([{ a: '1, 5', b: 'x' }])
  })

  test('may have line breaks within quotes, and rows keep the numbers of a spreadsheet', () => {
    const [table] = read('a,b\n"one\ntwo",x\n\n3,y\n')
    expect(table?.rows.map(({ row, cells }) => [row, cells.get('a')])).toEqual([
      [2, 'one two'],
      [4, '3'],
    ])
  })

  test('may have titles above the line that names its columns', () => {
    const text = 'Members of 2024,,\n,,\nName,Town,Since\nA,Brest,2019\n'
    expect(first(text, { has: ['Town'] })).toEqual([{ Name: 'A', Town: 'Brest', Since: '2019' }])
  })

  test('whose columns are named for e-mails and telephones keeps none of them', () => {
    const [table] = read('Nom,E-mail,Tél. du contact,Mobile,Secteur\nA,a@example.org,0102030405,06,Santé\n')
    expect(rowsOf(table)).toEqual([{ Nom: 'A', Secteur: 'Santé' }])
    expect(table?.problems.map(({ column }) => column)).toEqual(['E-mail', 'Tél. du contact', 'Mobile'])
    expect(JSON.stringify(table?.rows)).not.toContain('0102030405')
  })

  test('keeps a column named for telephones when it is told to', () => {
    expect(first('Nom,Mobile\nA,oui\n', { read: ['Mobile'] })).toEqual([{ Nom: 'A', Mobile: 'oui' }])
  })

  test('is never run: what looks like a formula is a text, and told', () => {
    const [table] = read('a,b\n=1+1,-5\n"=HYPERLINK(""http://x"")",+33 is a prefix\n')
    expect(rowsOf(table)?.[0]).toEqual({ a: '=1+1', b: '-5' })
    expect(table?.problems.map(({ row, severity }) => [row, severity])).toEqual([
      [2, 'note'],
      [3, 'note'],
    ])
  })
})

describe('a workbook', () => {
  const network = workbook([
    {
      name: 'Projets',
      rows: [
        ['Les projets du réseau en 2024'],
        [],
        ['Nom', 'Localisation', null, 'Depuis', 'Budget', 'Actif'],
        [null, 'Commune', 'Code postal'],
        ['Cantine', 'Brest', { number: 1000, as: '00000' }, { date: '2019-05-12' }, 0.1 + 0.2, true],
        [null, 'Lyon', 69001, { number: 43_466, as: 'mm/yyyy' }, { formula: 'E5*2', result: 12 }, false],
        ['2024 : nouveaux venus'],
        ['Fournil', 'Metz', 57000.0, { number: 43_466, as: 'yyyy' }, { error: '#N/A' }, true],
      ],
      merged: ['A1:F1', 'A3:A4', 'B3:C3', 'D3:D4', 'E3:E4', 'F3:F4', 'A5:A6', 'A7:F7'],
    },
    { name: 'Notes', rows: [['Mot'], ['x']] },
    { name: 'Brouillon', rows: [['Mot'], ['secret']], hidden: true },
  ])

  test('has a table a sheet that is shown', () => {
    expect(read(network).map(({ sheet }) => sheet)).toEqual(['Projets', 'Notes'])
  })

  test('with merged cells and titles is read as it looks', () => {
    const rows = [
      ['Cantine', 'Brest', '01000', '2019-05-12', '0.3', 'true'],
      ['Cantine', 'Lyon', '69001', '2019-01', '12', 'false'],
      ['Fournil', 'Metz', '57000', '2019', '', 'true'],
    ]
    const [table] = read(network, { sheet: 'Projets' })
    expect(table?.columns).toEqual(['Nom', 'Commune', 'Code postal', 'Depuis', 'Budget', 'Actif'])
    expect(table?.rows.map(({ cells }) => [...cells.values()])).toEqual(rows)
    expect(table?.rows.map(({ row }) => row)).toEqual([5, 6, 8])
  })

  test('tells its formulas, its errors and its titles', () => {
    const [table] = read(network, { sheet: '1' })
    expect(table?.problems.map(({ row, column, severity }) => [row, column, severity])).toEqual([
      [6, 'Budget', 'note'],
      [8, 'Budget', 'warning'],
      [7, undefined, 'note'],
    ])
  })

  test('says which sheets it has when another is asked for', () => {
    expect(() => read(network, { sheet: 'Sites' })).toThrow('there are Projets, Notes, Brouillon')
  })
})

describe('a JSON file', () => {
  const story = [
    {
      id: 'a',
      place: { town: 'Brest', at: [48.4, -4.5] },
      phases: [{ name: 'idea', since: '2019' }, { name: 'running' }],
      partners: ['Ville', 'Banque'],
      isOpen: true,
      email: 'a@example.org',
    },
    { id: 'b', place: null, phases: [], partners: ['Ville'] },
  ]

  test('names nested keys by their path, and joins lists', () => {
    expect(first(JSON.stringify(story))?.[0]).toEqual({
      id: 'a',
      'place.town': 'Brest',
      'place.at': '48.4|-4.5',
      'phases.name': 'idea|running',
      'phases.since': '2019|',
      'phases.first.name': 'idea',
      'phases.first.since': '2019',
      'phases.last.name': 'running',
      partners: 'Ville|Banque',
      isOpen: 'true',
    })
  })

  test('gives a row for each item of a list within', () => {
    const names = first(JSON.stringify(story), { walk: 'phases' })?.map((row) => [
      row['id'],
      row['phases.name'],
    ])
    expect(names).toEqual([
      ['a', 'idea'],
      ['a', 'running'],
      ['b', undefined],
    ])
  })

  test('may hold its list under a key, or be a table of objects', () => {
    expect(first('{"total":1,"items":[{"a":1}]}')).toEqual([{ a: '1' }])
    expect(first('{"x":{"a":1},"y":{"a":2}}')).toEqual([
      { key: 'x', a: '1' },
      { key: 'y', a: '2' },
    ])
    expect(() => read('{"one":[{"a":1}],"two":[{"a":1}]}')).toThrow('several lists (one, two)')
  })

  test('that is broken says where', () => {
    expect(() => read('[\n{"a": 1},\n{"a" 2}]')).toThrow(/members.csv, row 3: is no JSON/)
  })
})
