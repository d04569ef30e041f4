import { describe, expect, test } from 'vitest'
import { problemLine } from '../../api/exchange/files/format.ts'
import { importDirect } from '../../api/exchange/importing/direct.ts'
import { listed } from '../support/listed.ts'

const bring = (name: string, text: string) =>
  listed(
    importDirect([{ name, bytes: Buffer.from(text) }], {
      recorder: 'us',
      networkName: 'Us',
      today: '2026-01-01',
    }),
  )
const linksOf = ({ records }: ReturnType<typeof bring>) =>
  records.links.map(({ type, start, end }) => `${start} ${type} ${end}`)
const node = ({ records }: ReturnType<typeof bring>, id: string) => records.nodes.find((one) => one.id === id)

describe('a graph of Gephi', () => {
  const gexf = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"><meta><creator>x</creator></meta>
<graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="type" type="string"/><attribute id="1" title="territoryCode" type="string"/></attributes>
<attributes class="edge"><attribute id="0" title="level" type="string"/><attribute id="1" title="role" type="string"/><attribute id="2" title="source" type="string"/></attributes>
<nodes>
<node id="a" label="A &amp; co" start="2016"><attvalues><attvalue for="0" value="Initiative"/><attvalue for="1" value="cog:29019"/></attvalues></node>
<node id="b" label="B"><attvalues><attvalue for="0" value="Initiative"/></attvalues></node>
<node id="c" label="C"><attvalues><attvalue for="0" value="Partner"/></attvalues></node>
</nodes>
<edges>
<edge id="0" source="a" target="b" kind="REPLICATES"><attvalues><attvalue for="0" value="REDONE"/></attvalues></edge>
<edge id="1" source="c" target="a" kind="PARTNERS_IN"><attvalues><attvalue for="1" value="CARRIER"/><attvalue for="2" value="https://example.org"/></attvalues></edge>
</edges></graph></gexf>`

  test('is read with its attributes, and replications the way they are said', () => {
    const read = bring('map.gexf', gexf)
    expect(read.problems).toEqual([])
    expect(linksOf(read)).toEqual(['us:a ACTS_IN cog:29019', 'us:b REPLICATES us:a', 'us:c PARTNERS_IN us:a'])
    expect(node(read, 'us:a')?.properties).toMatchObject({
      name: 'A & co',
      startedOn: '2016',
      source: 'map.gexf',
    })
    expect(node(read, 'us')?.properties).toMatchObject({ name: 'Us' })
  })

  test('that grows by its own entities is refused', () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><gexf>&b;</gexf>`
    expect(bring('bomb.gexf', bomb).problems.map(problemLine)).toEqual([
      expect.stringContaining('declares a document type: only plain XML is read'),
    ])
  })

  test('that is broken says in which line', () => {
    expect(bring('map.gexf', '<gexf>\n<graph>\n</gexf>').problems).toMatchObject([
      { row: 3, severity: 'critical' },
    ])
  })
})

describe('a blueprint of Kumu', () => {
  test('is read by its elements and connections', () => {
    const blueprint = {
      elements: [
        {
          id: 'e1',
          label: 'A',
          type: 'Initiative',
          description: 'Meals',
          tags: ['Food'],
          Location: '48.3905, -4.4860',
        },
        { id: 'e2', label: 'C', type: 'Organization' },
      ],
      connections: [{ id: 'c1', from: 'e2', to: 'e1', type: 'Funder', direction: 'directed', since: '2019' }],
    }
    const read = bring('blueprint.json', JSON.stringify(blueprint))
    expect(read.problems).toEqual([])
    expect(linksOf(read)).toEqual([
      'us:e1 ACTS_IN cog:29019',
      'us:e1 ABOUT us:theme-food',
      'us:e2 PARTNERS_IN us:e1',
    ])
    expect(read.records.links.at(-1)?.properties).toMatchObject({ role: 'FUNDER', since: '2019' })
  })
})

describe('JSON-LD', () => {
  const graph = {
    '@context': { schema: 'https://schema.org/', prov: 'http://www.w3.org/ns/prov#' },
    '@graph': [
      {
        '@id': 'https://example.org/brest',
        '@type': ['schema:Project', 'prov:Entity', 'pair:Project'],
        'schema:name': 'Brest',
        'schema:foundingDate': '2016-05',
        'schema:keywords': 'Food, Links',
        'schema:areaServed': {
          '@type': 'schema:AdministrativeArea',
          'schema:identifier': [{ 'schema:propertyID': 'COG', 'schema:value': '29019' }],
        },
        'schema:funder': { '@id': 'https://example.org/fund' },
        'prov:hadPrimarySource': { '@id': 'https://example.org/page' },
      },
      {
        '@id': 'https://example.org/lyon',
        '@type': 'Project',
        name: 'Lyon',
        'prov:wasDerivedFrom': { '@id': 'https://example.org/brest' },
        'prov:qualifiedDerivation': {
          '@type': 'prov:Derivation',
          'prov:entity': { '@id': 'https://example.org/brest' },
          'ess:level': 'REDONE',
        },
      },
      {
        '@id': 'https://example.org/fund',
        '@type': ['schema:Organization', 'org:Organization'],
        'schema:name': { '@value': 'The fund', '@language': 'en' },
        'schema:identifier': {
          '@type': 'schema:PropertyValue',
          'schema:propertyID': 'SIREN',
          'schema:value': '552100554',
        },
      },
      {
        '@type': 'ess:Partnership',
        'ess:partner': { '@id': 'https://example.org/fund' },
        'ess:initiative': { '@id': 'https://example.org/lyon' },
        'ess:role': 'EVALUATOR',
        'ess:since': '2020',
      },
    ],
  }

  test('of schema.org and PROV says the same graph', () => {
    const read = bring('graph.jsonld', JSON.stringify(graph))
    expect(read.problems).toEqual([])
    expect(linksOf(read).sort()).toEqual([
      'us:example.org/brest ABOUT us:theme-food',
      'us:example.org/brest ABOUT us:theme-links',
      'us:example.org/brest ACTS_IN cog:29019',
      'us:example.org/fund IDENTIFIED_BY siren:552100554',
      'us:example.org/fund PARTNERS_IN us:example.org/brest',
      'us:example.org/fund PARTNERS_IN us:example.org/lyon',
      'us:example.org/lyon REPLICATES us:example.org/brest',
    ])
    expect(node(read, 'us:example.org/brest')?.properties).toMatchObject({
      startedOn: '2016-05',
      source: 'https://example.org/page',
    })
  })
})

describe('grants', () => {
  const scdl = `nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,objet,montant,nature
Ville de Brest,21290019500018,2019-06-01,D12,Les Tablées,,Cantine,12500.50,aide en numéraire
Ville de Brest,21290019500018,2020-06-01,D13,Les Tablées,,Cantine,9000,aide en numéraire
`
  const same = [
    'us:org-21290019500018 AWARDED us:grant-D12',
    'us:org-21290019500018 AWARDED us:grant-D13',
    'us:org-21290019500018 IDENTIFIED_BY siret:21290019500018',
    'us:org-21290019500018 PARTNERS_IN us:for-les-tablees-cantine',
    'us:org-21290019500018 PARTNERS_IN us:for-les-tablees-cantine',
    'us:org-les-tablees PARTNERS_IN us:for-les-tablees-cantine',
  ]

  test('in the French schema are read with who gave what to whom', () => {
    const read = bring('subventions.csv', scdl)
    expect(read.problems).toEqual([])
    expect(
      linksOf(read)
        .filter((link) => !link.includes(' FOR '))
        .sort(),
    ).toEqual(same)
    expect(node(read, 'us:grant-D12')?.properties).toMatchObject({ amount: 12_500.5, currency: 'EUR' })
  })

  test('of 360Giving are read as JSON and as a table', () => {
    const grant = {
      id: '360G-a-1',
      title: 'Community kitchen',
      description: 'Meals for all',
      currency: 'GBP',
      amountAwarded: 1500,
      awardDate: '2019-06-01T00:00:00Z',
      fundingOrganization: [{ id: 'GB-CHC-210037', name: 'The Trust' }],
      recipientOrganization: [{ id: 'GB-CHC-1', name: 'The Kitchen' }],
    }
    const table = `Identifier,Title,Description,Currency,Amount Awarded,Award Date,Recipient Org:Identifier,Recipient Org:Name,Funding Org:Identifier,Funding Org:Name
360G-a-1,Community kitchen,Meals for all,GBP,1500,2019-06-01,GB-CHC-1,The Kitchen,GB-CHC-210037,The Trust
`
    const [one, other] = [
      bring('grants.json', JSON.stringify({ grants: [grant] })),
      bring('grants.csv', table),
    ]
    expect([...one.problems, ...other.problems]).toEqual([])
    expect(linksOf(one)).toEqual(linksOf(other))
    expect(node(one, 'us:grant-360G-a-1')?.properties).toMatchObject({
      amount: 1500,
      currency: 'GBP',
      awardedOn: '2019-06-01',
    })
    expect(node(other, 'gb-chc:210037')?.label).toBe('Identifier')
  })
})
