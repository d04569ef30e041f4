import { describe, expect, test } from 'vitest'
import { problemLine } from '../../api/exchange/files/format.ts'
import { ImportRefused, prepareImport } from '../../api/exchange/importing/prepare.ts'
import { parseMapping } from '../../api/exchange/mapping/mapping.ts'
import { file } from './cantines.ts'
import { listed } from '../support/listed.ts'

/** Orchards that take each other up, in a network's own spreadsheets: one of projects, of organisations, of links. */
const head = `title: Orchards
source: https://example.org/orchards
recordedOn: 2026-01-01
network: { id: orchards, name: Les vergers }
inputs:
  projects: { has: [Code, Projet], mayLack: [Aide] }
  organisations: { has: [Sigle, Nom], optional: true }
  links: { has: [Copie, Modèle], optional: true }
`
const initiatives = `initiatives:
  when: { value: '{Publié}', is: oui }
  id: '{Code}'
  name: '{Projet}'
  endedOn: { value: '{Fin}', when: { value: '{État}', is: [arrêté, abandonné] } }
`
const projects = `Code,Projet,Publié,État,Fin,Porteurs,Aide,Plants,Ville
1,Cidre,oui,arrêté,2020,ADV|MRV,"1 200,50 €",40,Brest
2,Miel,oui,en cours,2030,ADV,,,Saint-Denis
3,Secret,non,en cours,,MRV,,,Brest
`
const organisations = `Sigle,Nom,SIREN
ADV,Amis des vergers,775 666 704
MRV,Maison rurale,
`
const links = `Copie,Modèle,Comment,Phrase
2,1,repris,"le Miel reprend le Cidre"
2,9,repris,"le Miel reprend on ne sait quoi"
`
const partners = `partners:
  carrier:
    each: { value: '{Porteurs}', split: '|' }
    in: { input: organisations, column: Sigle }
    name: '{organisations.Nom}'
    acronym: '{organisations.Sigle}'
    kind: ASSOCIATION
    identifiers: { SIREN: '{organisations.SIREN}' }
    role: CARRIER
`
const replications = `replications:
  from: links
  when: { value: '{Modèle}', isNot: '9' }
  child: '{Copie}'
  parent: '{Modèle}'
  level: { value: '{Comment}', words: { repris: REDONE, imité: INSPIRED } }
  note: '{Phrase}'
`
const ready = (yaml: string, rows = projects) =>
  listed(
    prepareImport(parseMapping(head + initiatives + partners + replications + yaml, 'orchards.yaml'), [
      file(rows, 'projects.csv'),
      file(organisations, 'organisations.csv'),
      file(links, 'links.csv'),
    ]),
  )
const refused = (yaml: string, rows?: string): string[] => {
  try {
    ready(yaml, rows)
    return []
  } catch (error) {
    if (error instanceof ImportRefused) return error.problems.map(problemLine)
    throw error
  }
}

describe('a mapping', () => {
  const { records, report } = ready('')
  const links = (type: string) => records.links.filter((link) => link.type === type)
  const node = (id: string) => records.nodes.find((each) => each.id === id)?.properties

  test('leaves rows out by a condition, and tells them', () => {
    expect(report.projects).toBe(2)
    expect(report.leftOut.map(problemLine)).toEqual([
      'projects.csv, row 4, Publié: "non": Secret is left out, as the mapping says',
    ])
  })

  test('gives a value only when another column says so', () => {
    expect(node('orchards:1')).toMatchObject({ endedOn: '2020' })
    expect(node('orchards:2')).not.toHaveProperty('endedOn')
  })

  test('finds each organisation that a cell names in another file', () => {
    expect(links('PARTNERS_IN').map(({ start, end }) => [start, end])).toEqual([
      ['orchards:amis-des-vergers', 'orchards:1'],
      ['orchards:maison-rurale', 'orchards:1'],
      ['orchards:amis-des-vergers', 'orchards:2'],
    ])
    expect(node('siren:775666704')).toMatchObject({ scheme: 'SIREN', value: '775666704' })
  })

  test('tells an organisation that the other file has not', () => {
    const { report: told } = ready('', projects.replace('ADV|MRV', 'ADV|XYZ'))
    expect(told.leftOut.map(problemLine)).toContain(
      'projects.csv, row 2, Porteurs: "XYZ": names no row of organisations: its column Sigle has no such word',
    )
  })

  test('reads replications from rows of their own, with the sentence that says so', () => {
    expect(links('REPLICATES')).toMatchObject([
      {
        start: 'orchards:2',
        end: 'orchards:1',
        properties: { level: 'REDONE', note: 'le Miel reprend le Cidre' },
      },
    ])
  })

  test('refuses a replication of what is not there', () => {
    expect(refused('', projects.replace('1,Cidre', '7,Cidre'))).toEqual([
      'links.csv, row 2: "1": is no initiative of these files: did you mean orchards:7?',
    ])
  })

  test('reads money and figures as people write them', () => {
    const { records: made } = ready(`grants:
  by: carrier
  amount: '{Aide}'
  currency: EUR
  programme: Aide aux vergers
results:
  indicator: Arbres plantés
  value: '{Plants}'
  unit: arbres
`)
    expect(made.nodes.filter(({ label }) => label === 'Grant' || label === 'Result')).toMatchObject([
      {
        id: 'orchards:1:grant:orchards-amis-des-vergers:aide-aux-vergers',
        properties: { amount: 1200.5, currency: 'EUR' },
      },
      { id: 'orchards:1:result:arbres-plantes', properties: { value: 40, unit: 'arbres' } },
    ])
    expect(made.links.map(({ type }) => type)).toEqual(expect.arrayContaining(['AWARDED', 'FOR', 'ACHIEVED']))
  })

  test('makes a commons, with who uses, enriches and looks after it', () => {
    const { records: made } = ready(`commons:
  - id: 'guide-{Code}'
    name: 'Guide : {Projet}'
    kind: GUIDE
    enrichedBy: '{initiative}'
    stewardedBy: { partner: carrier, when: { value: '{Code}', is: '2' } }
  - from: links
    when: { value: '{Modèle}', isNot: '9' }
    id: 'guide-{Modèle}'
    name: 'Guide du modèle'
    kind: GUIDE
    usedBy: ['{Copie}', '{Modèle}']
`)
    const ends = (type: string) =>
      made.links.filter((link) => link.type === type).map(({ start, end }) => [start, end])
    expect(ends('CONTRIBUTES_TO')).toEqual([
      ['orchards:1', 'orchards:guide-1'],
      ['orchards:2', 'orchards:guide-2'],
    ])
    expect(ends('USES')).toEqual([
      ['orchards:2', 'orchards:guide-1'],
      ['orchards:1', 'orchards:guide-1'],
    ])
    expect(ends('STEWARDS')).toEqual([['orchards:amis-des-vergers', 'orchards:guide-2']])
  })

  test('reads members of its network, one a row', () => {
    const { records: made } = ready(`members:
  from: organisations
  name: '{Nom}'
  kind: ASSOCIATION
  tier: { value: '{Sigle}', words: { ADV: NATIONAL, MRV: LOCAL } }
`)
    const members = made.links.filter(({ type }) => type === 'MEMBER_OF')
    expect(members.map(({ start, end, properties }) => [start, end, properties['tier']])).toEqual([
      ['orchards:amis-des-vergers', 'orchards', 'NATIONAL'],
      ['orchards:maison-rurale', 'orchards', 'LOCAL'],
    ])
  })

  test('tells how places were found', () => {
    const { report: told } = ready("territory: { name: '{Ville}' }\n")
    expect(told.resolved).toEqual({
      name: { places: 2, confirmed: 0, contradicted: 0, doubtful: 1 },
    })
    expect(told.unplaced.map(problemLine)).toEqual([
      'projects.csv, row 3, Ville: "Saint-Denis": may be Saint-Denis (11) or Saint-Denis (30) or Saint-Denis (93) or Saint-Denis (974): say which by a code, a postal code or a département: taken as France',
    ])
  })

  test('refuses a number of a register that does not add up', () => {
    const yaml = head + initiatives + replications + partners.replace('{organisations.SIREN}', '{Plants}')
    expect(() =>
      prepareImport(parseMapping(yaml, 'orchards.yaml'), [
        file(projects, 'projects.csv'),
        file(organisations, 'organisations.csv'),
      ]),
    ).toThrow('projects.csv, row 2, Plants: "40": is no SIREN: nine digits, the last one checks the others')
  })

  test('refuses an id that is a partner and an initiative', () => {
    const same = partners.replace(
      "    name: '{organisations.Nom}'",
      "    id: '{Code}'\n    name: '{organisations.Nom}'",
    )
    const yaml = head + initiatives + replications + same
    expect(() =>
      prepareImport(parseMapping(yaml, 'orchards.yaml'), [
        file(projects, 'projects.csv'),
        file(organisations, 'organisations.csv'),
      ]),
    ).toThrow('"orchards:1": this id is also that of the Initiative Cidre: give partners ids of their own')
  })
})

describe('a mapping is refused', () => {
  test.each([
    [
      'that walks an input it has not',
      'members: { from: organisation, name: x, kind: OTHER }\n',
      'organisation is no input of this mapping: did you mean organisations?',
    ],
    [
      'that looks up without saying where',
      'commons: { each: x, id: x, name: x, kind: GUIDE }\n',
      'should have both each and in, or neither',
    ],
    [
      'whose money comes from nobody it names',
      "grants: { by: carier, amount: '{Aide}', currency: EUR }\n",
      'carier is no partner of this mapping: did you mean carrier?',
    ],
    [
      'that believes a clue nobody knows',
      "territory: { name: '{Ville}', believe: [postcode] }\n",
      'should be some of code, postalCode,',
    ],
  ])('%s', (_, yaml, message) => {
    expect(() => ready(yaml)).toThrow(message)
  })
})
