import { describe, expect, test } from 'vitest'
import { guess } from '../../api/commands/guess.ts'
import { problemLine } from '../../api/exchange/files/format.ts'
import { importRecords } from '../../api/exchange/importing/importRecords.ts'
import { parseMapping } from '../../api/exchange/mapping/mapping.ts'
import { networkHead } from './networkHead.ts'
import { amaps, grantees, repairCafes } from './unseen.ts'
import { listed } from '../support/listed.ts'

const files = [{ name: 'Cantines 2024.xlsx', bytes: networkHead }]
const { yaml, outlook } = guess(files)
const bring = (text: string) =>
  listed(
    importRecords(parseMapping(text, 'guessed.yaml'), files, {
      recorder: 'cantines',
      ownsNetwork: true,
      today: '2026-01-01',
    }),
  )

describe('a mapping that is guessed', () => {
  test('gives a reason beside what it takes a column for', () => {
    expect(yaml).toContain(`id: '{N°}' # the name says "n"`)
    expect(yaml).toMatch(
      /startedOn: .*'\{Date de création\}', date: DD\/MM\/YYYY.* # .*day first, as in French/,
    )
    expect(yaml).toMatch(/status: .*Oui: RUNNING, Non: ENDED/)
    expect(yaml).toMatch(
      /join: \{ column: Intitulé du projet, with: Projet, each: true \} # 100 % of the values/,
    )
  })

  test('never reads persons, and says what it does not read', () => {
    expect(yaml).toMatch(/never: #.*\n\s+- Contact #/)
    expect(yaml).toMatch(/# {3}Courriel: its name says that it holds e-mail addresses/)
    expect(yaml).toMatch(/# {3}projets\.Remarques: /)
    expect(JSON.stringify(bring(yaml).records)).not.toMatch(/Petit|example\.org"?,"?0|jeanne/)
  })

  test('says what it would bring as it stands', () => {
    expect(outlook[0]).toMatch(/^as it stands it makes 4 initiatives, 8 partners and 3 themes; .* errors: 0$/)
  })

  test('brings a workbook nobody described with two corrections', () => {
    const corrected = yaml
      .replace(/network: .*/, 'network: { id: cantines, name: Les cantines }')
      .replace(/source: .*/, 'source: https://example.org/cantines')
    const { problems, records, report } = bring(corrected)
    expect(problems.map(problemLine)).toEqual([])
    const links = records.links.map(({ start, end, properties }) =>
      [start.replace('cantines:', ''), String(properties['role'] ?? ''), end.replace('cantines:', '')]
        .join(' ')
        .replace('  ', ' '),
    )
    expect(links.filter((link) => / [A-Z_]+ \d$/.test(link)).sort()).toEqual([
      'association-bressane CARRIER 2',
      'banque-alimentaire FUNDER 1',
      'fondation-du-ponant FUNDER 1',
      'fondation-du-ponant INSTITUTIONAL 3',
      'les-tablees CARRIER 1',
      'les-tablees CARRIER 3',
      'metropole-de-lyon INSTITUTIONAL 3',
      'scic-bonne-table CARRIER 4',
      'universite-de-lorraine EVALUATOR 4',
      'ville-de-brest FUNDER 1',
    ])
    expect(report.territories.toSorted()).toEqual(['cog:01053', 'cog:29019', 'cog:57463', 'cog:69387'])
    const initiatives = records.nodes.filter(({ label }) => label === 'Initiative')
    expect(initiatives.map(({ properties }) => [properties['startedOn'], properties['status']])).toEqual([
      ['2016-05-12', 'RUNNING'],
      ['2019-09-01', 'RUNNING'],
      ['2020-02-01', 'ENDED'],
      ['2021-11-15', 'RUNNING'],
    ])
    const results = records.nodes.filter(({ label }) => label === 'Result')
    expect(results.map(({ properties }) => properties['value'])).toEqual([1250, 830.5, 96])
    expect(report.leftOut.map(({ column, value }) => [column, value])).toEqual([])
  })

  test('of organisations alone makes them members', () => {
    const text =
      'Structure;Type;Ville;SIREN;Adhérent depuis\nLes Tablées;Association;Brest;552100554;2016\nBonne Table;SCIC;Metz;;2019\n'
    const members = [{ name: 'adherents.csv', bytes: Buffer.from(text) }]
    const { yaml: guessed, outlook: told } = guess(members)
    expect(guessed).toMatch(/members:\n {2}name: '\{Structure\}'/)
    expect(guessed).toMatch(/Association: ASSOCIATION, SCIC: COOPERATIVE/)
    expect(told[0]).toMatch(/2 partners .* errors: 0$/)
  })

  test('brings together rows of one name, and leaves out and tells rows without any', () => {
    const text =
      'Nom du projet;Porteur;Ville\nLe Fournil;Le Fournil;Metz\nLE FOURNIL;Le Fournil;Brest\n;Personne;Lyon\n'
    const { yaml: guessed, outlook: told } = guess([{ name: 'projets.csv', bytes: Buffer.from(text) }])
    expect(guessed).toContain('furtherSites: # unsure')
    expect(told[0]).toBe(
      'as it stands it makes 2 initiatives, 1 partners and 0 themes; left out: 1, errors: 0',
    )
  })

  test('gives further sites their own date and their own carrier', () => {
    const text = 'Action;Association porteuse;Ville;Date\nFrigo;A;Brest;03/09/2018\nFrigo;B;Metz;15/01/2019\n'
    const sites = [{ name: 'suivi.csv', bytes: Buffer.from(text) }]
    const rules = parseMapping(guess(sites).yaml, 'guessed.yaml')
    const { records, problems } = listed(
      importRecords(rules, sites, {
        ...{ recorder: 'us', ownsNetwork: true, today: '2026-01-01' },
      }),
    )
    expect(problems).toEqual([])
    const links = records.links.map(({ type, start, end }) => `${start} ${type} ${end}`)
    expect(links.filter((link) => !link.includes('ACTS_IN')).sort()).toEqual([
      'us:a PARTNERS_IN us:projet-frigo',
      'us:b PARTNERS_IN us:projet-frigo-metz',
      'us:projet-frigo-metz REPLICATES us:projet-frigo',
    ])
    const site = records.nodes.find(({ id }) => id === 'us:projet-frigo-metz')
    expect(site?.properties['startedOn']).toBe('2019-01-15')
  })
})

describe('two tables in English, one of who took up which', () => {
  const chapters = {
    name: 'chapters.csv',
    bytes: Buffer.from(`Chapter name,Description,City,Country,Start date,Host organisation
Repair Café Leeds,Repairs once a month,Leeds,United Kingdom,23/02/2014,Leeds Makerspace
Repair Café Paris,Repairs and sewing,Paris,Canada,14/06/2015,Timelab
Repair Café Lisbon,,Lisbon,Portugal,May 2019,Fablab Lisboa
`),
  }
  const lineage = {
    name: 'lineage.csv',
    bytes: Buffer.from(`Chapter,Inspired by,Year
Repair Café Paris,Repair Café Leeds,2015
Repair Café Lisbon,Repair Café Paris,2019
`),
  }
  const guessed = guess([chapters, lineage])
  const { records, report } = listed(
    importRecords(parseMapping(guessed.yaml, 'guessed.yaml'), [chapters, lineage], {
      ...{ recorder: 'repair', ownsNetwork: true, today: '2026-01-01' },
    }),
  )

  test('make a family, with the years', () => {
    const links = records.links.filter(({ type }) => type === 'REPLICATES')
    expect(
      links.map(({ start, end, properties }) => [start, end, properties['level'], properties['since']]),
    ).toEqual([
      ['repair:projet-repair-cafe-paris', 'repair:projet-repair-cafe-leeds', 'INSPIRED', '2015'],
      ['repair:projet-repair-cafe-lisbon', 'repair:projet-repair-cafe-paris', 'INSPIRED', '2019'],
    ])
  })

  test('are each in its country, whatever town of France has the name of its own', () => {
    const places = records.links.filter(({ type }) => type === 'ACTS_IN').map(({ end }) => end)
    expect(places).toEqual(['iso:GB', 'iso:CA', 'iso:PT'])
    expect(report.unplaced).toEqual([])
  })

  test('began on days that are written day first, or in a month that is named', () => {
    const began = records.nodes.flatMap(({ properties }) => properties['startedOn'] ?? [])
    expect(began).toEqual(['2014-02-23', '2015-06-14', '2019-05'])
  })
})

test('the number of an organisation beside an initiative is that of who carries it', () => {
  const bytes = Buffer.from(`Régie;SIRET;Statut juridique;Salariés (ETP);Ville
Régie du Chaudron;55210055400013;Association loi 1901;24,5;Saint-Denis (974)
Régie du Port;;SCIC;18;Le Port
`)
  const { yaml: mapping } = guess([{ name: 'regies.csv', bytes }])
  const { records } = listed(
    importRecords(parseMapping(mapping, 'guessed.yaml'), [{ name: 'regies.csv', bytes }], {
      ...{ recorder: 'regies', ownsNetwork: true, today: '2026-01-01' },
    }),
  )
  const kinds = records.nodes.flatMap(({ label, properties }) =>
    label === 'Partner' ? [`${String(properties['name'])}: ${String(properties['kind'])}`] : [],
  )
  expect(kinds).toEqual(['Régie du Chaudron: ASSOCIATION', 'Régie du Port: COOPERATIVE'])
  const figures = records.nodes.flatMap(({ label, properties }) =>
    label === 'Result' ? [properties['value']] : [],
  )
  expect(figures).toEqual([24.5, 18])
})

describe('a workbook of two sheets that nobody described', () => {
  /** What it brings once the network has its id and its name. */
  const brought = (bytes: Buffer) => {
    const given = [{ name: 'classeur.xlsx', bytes }]
    const text = guess(given).yaml.replace(
      /id: classeur, name: (&recorder )?classeur/,
      'id: us, name: $1Fondation du Grand Large',
    )
    const { records, report, problems } = listed(
      importRecords(parseMapping(text, 'guessed.yaml'), given, {
        ...{ recorder: 'us', ownsNetwork: true, today: '2026-01-01' },
      }),
    )
    const each = (label: string, property: string) =>
      records.nodes.flatMap((node) => (node.label === label ? [node.properties[property]] : []))
    const linked = (type: string) => records.links.filter((link) => link.type === type)
    return { text, report, problems, each, linked }
  }

  test('of AMAP takes the farms of the other sheet for their partners', () => {
    const { each, linked, report, problems } = brought(amaps)
    expect(problems).toEqual([])
    expect(each('Initiative', 'startedOn')).toEqual([
      ...['2009-09-03', '2011-04-12', '2013-10-02', '2015-03-20', undefined, '2019-05-04'],
    ])
    expect(linked('ACTS_IN').map(({ end }) => end)).toEqual([
      ...['cog:29195', 'cog:29019', 'cog:29019', 'cog:29232', 'cog:29103', 'cog:29042'],
    ])
    expect(each('Partner', 'name').toSorted()).toEqual([
      ...['Ferme de Kerlouan', 'Ferme de Trébéron', 'Fournil du Léon', 'GAEC du Vallon'],
      ...['Les Jardins de Toulven', 'Les Ruchers du Pays pagan'],
    ])
    expect(linked('PARTNERS_IN')).toHaveLength(9)
    expect(each('Result', 'value')).toEqual([45, 62, 38.5, 71, 27, 19])
    expect(report.leftOut).toEqual([])
  })

  test('of repair cafés makes a family, and gives each supporter its role', () => {
    const { each, linked, problems } = brought(repairCafes)
    expect(problems).toEqual([])
    const short = (id: string) => id.replace('us:projet-repair-cafe-', '')
    expect(linked('REPLICATES').map(({ start, end }) => `${short(start)} ${short(end)}`)).toEqual([
      ...['de-thionville de-metz', 'nancy-rives de-metz', 'de-toul nancy-rives'],
      ...['des-vosges nancy-rives', 'de-verdun de-metz'],
    ])
    expect(each('Initiative', 'startedOn')).toEqual([
      ...['2014-03', '2016-09', '2015-01', '2018', '2019-10-12', '2017-05'],
    ])
    const roles = linked('PARTNERS_IN').map(({ properties }) => properties['role'])
    const count = (role: string) => roles.filter((each) => each === role).length
    expect(['CARRIER', 'FUNDER', 'HOST', 'TECHNICAL'].map(count)).toEqual([6, 3, 2, 1])
    expect(each('Grant', 'amount')).toEqual([3000, 1500, 5250.5])
    expect(each('Result', 'value')).toEqual([2310.5, 702.25, 1650, 210.75, 540])
  })

  test('of grantees says who gave, and joins the figures by the number of the file', () => {
    const { text, each, linked, report, problems } = brought(grantees)
    expect(problems).toEqual([])
    expect(text).toMatch(/name: \*recorder # unsure: Montant accordé was given/)
    expect(text).toMatch(/laureats\.Source: says the same wherever it is filled/)
    expect(new Set(linked('AWARDED').map(({ start }) => start))).toEqual(
      new Set(['us:fondation-du-grand-large']),
    )
    expect(each('Grant', 'amount')).toEqual([12_500, 30_000, 8750.5, 45_000, 15_000, 22_000])
    expect(each('Grant', 'awardedOn')[0]).toBe('2021-03-15')
    expect(each('Result', 'value')).toHaveLength(3 + 2 + 3 + 3)
    expect(linked('ACTS_IN').map(({ end }) => end)).toEqual([
      ...['cog:13203', 'cog:38226', 'cog:97407', 'cog:37261', 'cog:78621', 'cog:59350'],
    ])
    expect(report.contradictions).toEqual([])
  })
})

test('what says the same in every row is no website, and what says yes or no is no place', () => {
  const rows = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq'].map(
    (name) => `${name};https://example.org/;OUI;Brest;https://example.org/${name}`,
  )
  const bytes = Buffer.from(`Nom du lieu;URL source;Fabrique de territoire;Ville;Page\n${rows.join('\n')}\n`)
  const { yaml: guessed } = guess([{ name: 'lieux.csv', bytes }])
  expect(guessed).toMatch(/website: .*\{Page\}/)
  expect(guessed).toMatch(/territory: \{ name: '\{Ville\}' \}/)
})
