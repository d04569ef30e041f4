import { describe, expect, test } from 'vitest'
import { ImportRefused, prepareImport } from '../../api/exchange/importing/prepare.ts'
import { problemLine } from '../../api/exchange/files/format.ts'
import { reportRows, reportTable } from '../../api/exchange/importing/report.ts'
import type { Mapping } from '../../api/exchange/mapping/mapping.ts'
import { cantines, cantinesYaml, file, mapping } from './cantines.ts'
import { listed } from '../support/listed.ts'

const ready = (text = cantines, rules: Mapping = mapping()) => listed(prepareImport(rules, [file(text)]))
const errors = (text: string, rules: Mapping = mapping()): string[] => {
  try {
    ready(text, rules)
  } catch (error) {
    if (error instanceof ImportRefused) return error.problems.map(problemLine)
    throw error
  }
  return []
}
const withRow = (row: string) => `${cantines}${row}\n`

describe('an import', () => {
  const { records, report } = ready()
  const of = (label: string) => records.nodes.filter((node) => node.label === label)
  const links = (type: string) => records.links.filter((link) => link.type === type)

  test('makes one initiative a project and one a further site', () => {
    expect(report).toMatchObject({ projects: 2, sites: 2 })
    expect(of('Initiative').map(({ id, properties }) => [id, properties['name']])).toEqual([
      ['cantines:1', 'La Cantine commune'],
      ['cantines:1:45.7578,4.8320', 'La Cantine commune – Lyon'],
      ['cantines:1:-20.8817,55.4622', 'La Cantine commune – Saint-Denis'],
      ['cantines:2', 'Le Fournil'],
    ])
  })

  test('hangs further sites under the first by a replication', () => {
    expect(
      links('REPLICATES').map(({ start, end, properties }) => [start, end, properties['level']]),
    ).toEqual([
      ['cantines:1:45.7578,4.8320', 'cantines:1', 'REDONE'],
      ['cantines:1:-20.8817,55.4622', 'cantines:1', 'REDONE'],
    ])
  })

  test('takes a partner for the same one whatever the case and the accents, and says so', () => {
    expect(of('Partner').map(({ id }) => id)).toContain('cantines:les-tablees')
    expect(links('PARTNERS_IN').filter(({ start }) => start === 'cantines:les-tablees')).toHaveLength(2)
    expect(report.merged).toEqual([
      { id: 'cantines:les-tablees', spellings: ['Les Tablées', 'LES TABLEES'], projects: 2 },
    ])
  })

  test('splits several partners in a cell, each of its kind', () => {
    expect(of('Partner').map(({ properties }) => [properties['name'], properties['kind']])).toEqual(
      expect.arrayContaining([
        ['Ville de Brest', 'LOCAL_AUTHORITY'],
        ['Banque alimentaire', 'OTHER'],
      ]),
    )
  })

  test('gives a partner link its role, its date and its source', () => {
    expect(links('PARTNERS_IN')[0]).toMatchObject({
      id: 'PARTNERS_IN:cantines:les-tablees:cantines:1:CARRIER:2016',
      properties: {
        role: 'CARRIER',
        since: '2016',
        source: 'https://example.org/cantines.csv',
        recordedBy: 'cantines',
      },
    })
  })

  test('records its network, which its head heads', () => {
    expect(of('Network')).toMatchObject([{ id: 'cantines', properties: { name: 'Les cantines' } }])
    expect(links('HEADS')).toMatchObject([{ start: 'cantines:federation-des-cantines', end: 'cantines' }])
  })

  test('records under which licence others may use it, when its mapping says so', () => {
    const licensed = mapping(cantinesYaml.replace('{ id: cantines,', '{ id: cantines, licence: CC BY 4.0,'))
    const { nodes } = ready(cantines, licensed).records
    expect(nodes.find(({ label }) => label === 'Network')?.properties['licence']).toBe('CC BY 4.0')
    expect(of('Network')[0]?.properties['licence']).toBeUndefined()
  })

  test('records themes with what is broader', () => {
    expect(
      of('Theme')
        .map(({ properties }) => properties['name'])
        .sort(),
    ).toEqual(['Alimentation', 'Lien social', 'Solidarité'])
    expect(links('BROADER')).toHaveLength(2)
    expect(links('ABOUT')).toHaveLength(4)
  })

  test('places by the coordinates and brings the territories around', () => {
    expect(links('ACTS_IN').map(({ end }) => end)).toEqual([
      'cog:29019',
      'cog:69123',
      'cog:97411',
      'cog:29019',
    ])
    expect(of('Territory').map(({ id }) => id)).toEqual(
      expect.arrayContaining(['dep:29', 'reg:53', 'iso:FR']),
    )
  })

  test('tells a postal code that lies elsewhere, and does not believe it', () => {
    const [check] = report.checks
    expect(check).toMatchObject({ agree: 3, silent: 0 })
    expect(check?.conflicts.map(problemLine)).toEqual([
      'cantines.csv, row 3, CP: "75011": the coordinates lie in Lyon (69)',
    ])
  })

  test('tells once that a column stands a row too high', () => {
    const places = ['48.3905,-4.4860', '45.7578,4.8320', '-20.8817,55.4622']
    const codes = ['29200', '69002', '97400']
    const lines = Array.from({ length: 15 }, (_, at) => {
      const code = codes[(at + 1) % 3] ?? ''
      return `${at},Cantine ${at},Les Tablées,2016,,Alimentation,,${code},${places[at % 3]}`
    })
    const [head = ''] = cantines.split('\n')
    const [check] = prepareImport(mapping(), [file([head, ...lines].join('\n'))]).report.checks
    // The last row has none below it.
    expect(check?.conflicts.map(problemLine)).toEqual([
      'cantines.csv, row 2, CP: stands a row too high, it seems: of 15 cells that contradict their own row, 14 fit the row below',
      'cantines.csv, row 16, CP: "29200": the coordinates lie in Saint-Denis (974)',
    ])
  })

  test('records as another network when asked', () => {
    const { records: others } = listed(prepareImport(mapping(), [file(cantines)], { as: 'other' }))
    expect(others.nodes.some(({ label }) => label === 'Network')).toBe(false)
    expect(others.nodes.every(({ properties }) => properties['recordedBy'] === 'other')).toBe(true)
  })

  test('leaves a wrong address out when the mapping says so, and tells', () => {
    const { report: told, records: made } = ready(
      withRow('3,Le Verger,Les Tablées,2020,,Alimentation,htp:/x,,,'),
    )
    expect(told.leftOut.map(problemLine)).toEqual(['cantines.csv, row 6, Site: "htp:/x": is no web address'])
    expect(told.unplaced.map(problemLine)).toEqual(['cantines.csv, row 6: no coordinates: no territory'])
    expect(made.nodes.find(({ id }) => id === 'cantines:3')?.properties).not.toHaveProperty('website')
  })

  test('tells rows of a project that contradict its first', () => {
    const { report: told } = ready(withRow('2,Le Fournil,Autre,2018,,Lien social,,,43.2961,5.3699'))
    expect(told.leftOut.map(problemLine)).toEqual([
      'cantines.csv, row 6, Porteur: "Autre": row 5 of the same project says "LES TABLEES", which is taken',
    ])
  })
})

describe('an import refuses, with the place and the value,', () => {
  test.each([
    [
      'a row without a key',
      ',Sans clé,X,2016,,,,,,',
      'cantines.csv, row 6, Projet: is empty, and group needs it',
    ],
    ['a row without a name', '3,,X,2016,,,,,,', 'cantines.csv, row 6, Nom: is empty, and name needs it'],
    [
      'a wrong date',
      '3,Y,X,en 2016,,,,,,',
      'cantines.csv, row 6, Depuis: "en 2016": is no date: a year, 2014-05 or 2014-05-12',
    ],
    [
      'a latitude beyond the pole',
      '3,Y,X,2016,,,,,95,2',
      'cantines.csv, row 6, Lat: "95": is no latitude: -90 to 90',
    ],
    [
      'a longitude in words',
      '3,Y,X,2016,,,,,45,est',
      'cantines.csv, row 6, Lon: "est": is no longitude: -180 to 180',
    ],
    [
      'an unknown word',
      '3,Y,X,2016,,Alimentaton,,,,',
      'cantines.csv, row 6, Thème: "Alimentaton": is no word of the mapping: did you mean Alimentation?',
    ],
    [
      'an e-mail address',
      '3,Y,tablees@example.org,2016,,,,,,',
      'cantines.csv, row 6, Porteur: "tablees@example.org": holds an e-mail address, which is never published',
    ],
    [
      'a telephone number',
      '3,Y : 02 98 00 00 00,X,2016,,,,,,',
      'cantines.csv, row 6, Nom: "Y : 02 98 00 00 00": holds a telephone number, which is never published',
    ],
    [
      'an id made twice',
      '1,La Cantine commune,Les Tablées,2016,,,,,45.7578,4.8320',
      'cantines.csv, row 6: "cantines:1:45.7578,4.8320": this id was made of row 3 of cantines.csv already',
    ],
    [
      'a row with too many cells',
      '3,Y,X,2016,,,,,,,,',
      'cantines.csv, row 6: has 12 cells, its first line names 10 columns',
    ],
  ])('%s', (_, row, message) => {
    expect(errors(withRow(row))).toEqual([message])
  })

  test('every bad row at once', () => {
    expect(errors(`${cantines}3,,X,2016,,,,,,\n4,Z,X,hier,,,,,,\n`)).toHaveLength(2)
  })

  test('a file that lacks what the mapping reads, and proposes the nearest column', () => {
    expect(errors(cantines.replace('Porteur', 'Porteurs'))).toEqual([
      'cantines.csv, row 1, Porteur: the mapping wants this column, the file has none of that name: did it mean Porteurs?',
    ])
  })

  test('a file that is none of its inputs', () => {
    expect(errors('a;b\n1;2\n')).toEqual([
      'cantines.csv: is not the input rows: its first line lacks Projet, Nom',
    ])
  })

  test('a file in another encoding than its mapping says', () => {
    const rules = mapping(cantinesYaml.replace('format: csv', 'format: csv\n    encoding: utf-8'))
    const latin = { name: 'cantines.csv', bytes: Buffer.from(cantines, 'latin1') }
    expect(() => prepareImport(rules, [latin])).toThrow(
      'cantines.csv: is not utf-8: say its encoding in the mapping',
    )
    const told = mapping(cantinesYaml.replace('format: csv', 'format: csv\n    encoding: windows-1252'))
    expect(prepareImport(told, [latin]).report.projects).toBe(2)
  })

  test('an unclosed quote, by the line it begins on', () => {
    expect(() => ready(withRow('3,"Y,X'))).toThrow('cantines.csv, row 6: opens a quote that is never closed')
  })
})

describe('a table', () => {
  test('may be joined to another by a column, whatever the case and the signs', () => {
    const rules = mapping(
      cantinesYaml
        .replace(
          'initiatives:',
          '  more: { format: csv, has: [Structure, Web], optional: true, join: { column: Porteur, with: Structure } }\ninitiatives:',
        )
        .replace("'{Site}'", "['{more.Web}', '{Site}']"),
    )
    const more = file(
      'Structure,Web\nles tablées,https://tablees.example.org\nNul,https://nul.example.org\n',
      'more.csv',
    )
    const { records, report } = listed(prepareImport(rules, [file(cantines), more]))
    expect(records.nodes.find(({ id }) => id === 'cantines:2')?.properties['website']).toBe(
      'https://tablees.example.org',
    )
    expect(report.joins).toMatchObject([{ input: 'more', joined: 1 }])
    expect(report.joins[0]?.alone.map(problemLine)).toEqual([
      'more.csv, row 3, Structure: "Nul": no row of rows joins it',
    ])
    expect(prepareImport(rules, [file(cantines)]).report.absent).toEqual(['more'])
  })

  test('may have semicolons, entities, spaces around and words for nothing', () => {
    const rules = mapping(
      cantinesYaml.replace('format: csv', "format: csv\n    delimiter: ';'\n    entities: true"),
    )
    const text =
      '\uFEFFProjet ;  Nom;Porteur;Depuis;Partenaires;Thème;Site;CP;Lat;Lon\n1;" Pain &amp;  sel ";X;inconnu;;;;;48,39;-4,486\n'
    const { records } = listed(prepareImport(rules, [file(text)]))
    expect(records.nodes[0]).toMatchObject({ id: 'cantines:1', properties: { name: 'Pain & sel' } })
    expect(records.links.find(({ type }) => type === 'PARTNERS_IN')?.properties).not.toHaveProperty('since')
    expect(records.links.find(({ type }) => type === 'ACTS_IN')?.end).toBe('cog:29019')
  })

  test('may be corrected, and each correction is told', () => {
    const rules = mapping(
      cantinesYaml.replace(
        'initiatives:',
        "corrections:\n  - where: { Projet: '2' }\n    set: { Porteur: Le Fournil }\n    because: a slip\ninitiatives:",
      ),
    )
    const { report, records } = ready(cantines, rules)
    expect(report.corrections).toEqual([
      {
        file: 'cantines.csv',
        row: 5,
        column: 'Porteur',
        value: 'LES TABLEES',
        now: 'Le Fournil',
        rule: 'a slip',
      },
    ])
    expect(records.nodes.some(({ id }) => id === 'cantines:le-fournil')).toBe(true)
  })

  test('may write dates its own way', () => {
    const rules = mapping(
      cantinesYaml.replace("since: '{Depuis}' }", "since: { value: '{Depuis}', date: DD/MM/YYYY } }"),
    )
    expect(errors(cantines.replaceAll('2016', '2016/9'), rules)[0]).toBe(
      'cantines.csv, row 2, Depuis: "2016/9": is no date like DD/MM/YYYY',
    )
    const { records } = ready(cantines.replaceAll('2016', '3/9/2016').replace('2018', '31/12/2018'), rules)
    expect(records.links.flatMap(({ properties }) => properties['since'] ?? [])).toEqual([
      '2016-09-03',
      '2018-12-31',
    ])
  })

  test('of a report never starts a formula', () => {
    const { report } = ready(withRow('3,Y,X,2020,,,=1+1,,,'))
    expect(reportTable(reportRows(report, []))).toContain(
      `warning,left out,cantines.csv,6,Site,'=1+1,is no web address\r\n`,
    )
  })
})
