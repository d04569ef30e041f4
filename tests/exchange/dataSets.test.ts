import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkGraph } from '../../api/exchange/writing/check.ts'
import { problemLine } from '../../api/exchange/files/format.ts'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { readMapping } from '../../api/exchange/mapping/mapping.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { listed } from '../support/listed.ts'

// What each file holds was counted apart, with other tools, over the file itself.
const folder = new URL('../../../shared/data/', import.meta.url)
const files: Readonly<Record<string, readonly string[]>> = {
  'tiers-lieux-cget': ['tiers-lieux/CGET_TiersLieux_2019_codes.csv'],
  'tiers-lieux-pays-de-la-loire': ['tiers-lieux/tierslieux_pdl_211106a.csv'],
  'covid-initiatives': ['lists_all_combined', 'export_all_printers.geocoded', 'fablabs.geocoded'].map(
    (name) => `covid-initiatives/${name}.csv`,
  ),
  'cis-members': ['cis-members/members.csv'],
  'beta-gouv': ['startups.json', 'incubators.json', 'organisations.json', 'derivations_suggested.csv'].map(
    (name) => `beta-gouv/${name}`,
  ),
  'digital-public-goods': ['digital-public-goods/nominees.json', 'digital-public-goods/locations.json'],
}
const given = (paths: readonly string[]) =>
  paths.map((path) => ({ name: basename(path), bytes: readFileSync(new URL(path, folder)) }))
const ready = (name: string, paths = files[name] ?? []) => prepareImport(readMapping(name), given(paths))
const hidden = !existsSync(folder)
const of = (name: string) => {
  const { records, report } = listed(ready(name))
  const count = (of: (properties: Record<string, unknown>) => unknown, label: string) => {
    const totals: Record<string, number> = {}
    for (const node of records.nodes)
      if (node.label === label) {
        const word = String(of(node.properties))
        totals[word] = (totals[word] ?? 0) + 1
      }
    return totals
  }
  return { records, report, count }
}

describe.skipIf(hidden)('the tiers-lieux of the CGET (skipped without the file)', () => {
  test('are 1,512, of which 303 in districts of Paris, Lyon and Marseille and 5 between two communes', () => {
    const { report } = of('tiers-lieux-cget')
    expect(report.projects).toBe(1512)
    expect(report.links).toMatchObject({ ABOUT: 1118 + 345, ACTS_IN: 1512 })
    expect(report.places).toMatchObject({ district: 303, commune: 1204, department: 4, none: 0 })
    expect(report.territories).toHaveLength(669)
  })

  test('overseas are where their postal codes say, as the mapping corrects', () => {
    const { report, records } = of('tiers-lieux-cget')
    expect(report.corrections).toHaveLength(13)
    const place = records.links.find(
      ({ type, start }) => type === 'ACTS_IN' && start === 'tiers-lieux-cget:1291',
    )
    expect(place?.end).toBe('cog:97422')
  })

  test('whose columns contradict each other are told, with both', () => {
    const { report } = of('tiers-lieux-cget')
    expect(report.contradictions.map(problemLine)).toContain(
      'CGET_TiersLieux_2019_codes.csv, row 118, COMINIT: "Nantes": is Nantes (44): the code says Saint-Herblain (44)',
    )
    expect(report.unplaced.map(problemLine)).toContain(
      'CGET_TiersLieux_2019_codes.csv, row 101, INSEECOM: "93070": may be Saint-Ouen-sur-Seine (93) or Paris 18e Arrondissement (75): its columns contradict each other, correct the wrong one: taken as Métropole du Grand Paris',
    )
  })
})

describe.skipIf(hidden)('the tiers-lieux of Pays de la Loire (skipped without the files)', () => {
  test('are 124, each with who carries it and in its commune', () => {
    const { report } = of('tiers-lieux-pays-de-la-loire')
    expect(report).toMatchObject({ projects: 124, partners: 125, themes: 4 })
    expect(report.links).toMatchObject({ ABOUT: 265, ACTS_IN: 124, BASED_IN: 124, PARTNERS_IN: 124 })
    expect(report.contradictions.map(problemLine)).toContain(
      'tierslieux_pdl_211106a.csv, row 119, DEPARTEMENT: "85": is the département Vendée: the code says Saint-Georges-du-Bois (72)',
    )
  })

  test('keep their ids from the version of 2020 to that of 2021: 74 of 83 names are the same', () => {
    const name = 'tiers-lieux-pays-de-la-loire'
    const ids = (made: ReturnType<typeof ready>) =>
      [...made.records.nodes].filter(({ label }) => label === 'Initiative').map(({ id }) => id)
    const before = ids(ready(name, ['tiers-lieux/tierslieux_pdl_200419a.csv']))
    const after = new Set(ids(ready(name)))
    expect(before).toHaveLength(83)
    expect(before.filter((id) => after.has(id)).length).toBeGreaterThanOrEqual(74)
  })
})

describe.skipIf(hidden)('the initiatives against COVID-19 (skipped without the files)', () => {
  test('are 605 of the 813 rows that may be published, a fablab of two lists once', () => {
    const { report } = of('covid-initiatives')
    expect(report.read.map(({ rows }) => rows)).toEqual([754, 417, 211])
    expect(report.projects).toBe(605)
  })

  test('that are not to be published stay out, and are told', () => {
    const { report, records } = of('covid-initiatives')
    expect(report.leftOut.map(problemLine)).toContain(
      'lists_all_combined.csv, row 7, a_publier: "NON": Liste matériels DIY is left out, as the mapping says',
    )
    expect(records.nodes.some(({ properties }) => properties['name'] === 'Liste matériels DIY')).toBe(false)
  })

  test('tell a country that nobody knows, a sentence where a name should stand, a typed place elsewhere', () => {
    const { report } = of('covid-initiatives')
    const told = [...report.unplaced, ...report.leftOut, ...report.contradictions].map(problemLine)
    expect(told).toEqual(
      expect.arrayContaining([
        'lists_all_combined.csv, row 189, pays: "ITALIIE": is no country',
        'fablabs.geocoded.csv, row 15, ville: "Roanne": is Roanne (42): the code says Saint-Cyr-de-Favières (42)',
        'fablabs.geocoded.csv, row 81, result_citycode: "37261": may be Tours (37) or Blois (41): its columns contradict each other, correct the wrong one: taken as Centre-Val de Loire',
        expect.stringMatching(
          /row 588, nom_structure: .* is no name of a partner: it has more than 150 signs$/,
        ),
      ]),
    )
  })
})

describe.skipIf(hidden)(
  'the members of the Carrefour des innovations sociales (skipped without the file)',
  () => {
    test('are 53 of 61, eight wait to be published', () => {
      const { report } = of('cis-members')
      expect(report).toMatchObject({ projects: 0, partners: 53, links: { MEMBER_OF: 53 } })
      expect(report.leftOut).toHaveLength(8)
    })

    test('are of three tiers, and none has the account of a person', () => {
      const { records } = of('cis-members')
      const tiers = records.links.map(({ properties }) => properties['tier'])
      expect(tiers.filter((tier) => tier === 'NATIONAL')).toHaveLength(38 + 1)
      expect(tiers.filter((tier) => tier === 'REGIONAL')).toHaveLength(7 + 1)
      expect(tiers.filter((tier) => tier === 'LOCAL')).toHaveLength(2)
      expect(JSON.stringify(records)).not.toContain('@')
    })
  },
)

describe.skipIf(hidden)("the startups d'État (skipped without their files)", () => {
  test('are 662, with 135 organisations and 23 incubators', () => {
    const { report, count } = of('beta-gouv')
    expect(report).toMatchObject({ projects: 662, partners: 135 + 23, themes: 91 })
    // 826 sponsors but a person, 664 incubators, 640 owners of them, 46 grants of one fund.
    expect(report.links).toMatchObject({
      ...{ PARTNERS_IN: 825 + 664 + 640 + 46, ABOUT: 807, AWARDED: 46, FOR: 46, MEMBER_OF: 23, HEADS: 1 },
    })
    expect(count(({ status }) => status, 'Initiative')).toEqual({
      ...{ ABANDONED: 325, RUNNING: 182, EMERGING: 108, IDEA: 25, CONSOLIDATING: 22 },
    })
  })

  test('were granted 8,627,000 euros', () => {
    const grants = of('beta-gouv').records.nodes.filter(({ label }) => label === 'Grant')
    expect(grants.reduce((sum, { properties }) => sum + Number(properties['amount']), 0)).toBe(8_627_000)
  })

  test('took each other up eleven times, with the sentence that says so; the twelfth was no taking up', () => {
    const { records, report } = of('beta-gouv')
    const levels = records.links
      .filter(({ type }) => type === 'REPLICATES')
      .map(({ properties }) => properties['level'])
    expect(levels.sort()).toEqual([
      ...Array<string>(3).fill('INSPIRED'),
      ...Array<string>(4 + 2 + 1).fill('REDONE'),
      'SCALED',
    ])
    expect(
      records.links.find(({ id }) => id === 'REPLICATES:beta-gouv:visam:beta-gouv:zam')?.properties,
    ).toMatchObject({
      note: expect.stringContaining('la mécanique de [Zam]') as string,
      source: expect.stringMatching(/content\/_startups\/visam\.md$/) as string,
    })
    expect(report.leftOut.map(problemLine)).toContainEqual(expect.stringContaining('"absorbed"'))
  })

  test('say when they began and when they were given up', () => {
    const { records } = of('beta-gouv')
    expect(records.nodes.find(({ id }) => id === 'beta-gouv:1-jeune-1-arbre')?.properties).toMatchObject({
      ...{ startedOn: '2024-05-14', endedOn: '2025-02-28', status: 'ABANDONED' },
    })
    expect(records.nodes.find(({ id }) => id === 'beta-gouv:1-eleve-1-stage')?.properties).not.toHaveProperty(
      'endedOn',
    )
  })

  test('name no person as a sponsor', () => {
    expect(JSON.stringify(of('beta-gouv').records.nodes)).not.toMatch(/chiocchia/i)
  })
})

describe.skipIf(hidden)('the digital public goods (skipped without their files)', () => {
  test('are 228 initiatives, each enriching its commons', () => {
    const { report, count } = of('digital-public-goods')
    expect(report.projects).toBe(228)
    expect(count(({ kind }) => kind, 'Commons')).toEqual({
      SOFTWARE: 194 + 1,
      GUIDE: 18,
      DATA: 13,
      METHOD: 2,
    })
    expect(report.links).toMatchObject({ CONTRIBUTES_TO: 228, STEWARDS: 227, ABOUT: 574 + 158 })
  })

  test('have 211 organisations in 267 roles, and the Alliance behind 165', () => {
    const { report } = of('digital-public-goods')
    expect(report.partners).toBe(211 + 1)
    expect(report.links['PARTNERS_IN']).toBe(267 + 165)
  })

  test('are at work in 2,325 places, countries named as the registry names them', () => {
    expect(of('digital-public-goods').report.links['ACTS_IN']).toBe(2325)
  })
})

const store = testStore()

describe.skipIf(hidden)('all of them together (skipped without the files)', () => {
  beforeAll(() => emptyGraph(store), 600_000)

  test('break no rule, and brought again change nothing', { timeout: 900_000 }, async () => {
    for (const name of Object.keys(files)) await writeImport(store.driver, store.database, ready(name))
    const session = store.driver.session({ database: store.database })
    expect((await checkGraph(session)).breaches).toEqual([])
    await session.close()
    for (const name of Object.keys(files))
      expect(await writeImport(store.driver, store.database, ready(name))).toMatchObject({
        ...{ nodesCreated: 0, nodesChanged: 0, linksCreated: 0, linksChanged: 0 },
      })
  })
})
