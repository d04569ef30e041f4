import { beforeEach, describe, expect, test } from 'vitest'
import { nearest } from '../../api/exchange/nearest.ts'
import { writeRecords } from '../../api/exchange/writing/records.ts'
import type { Records } from '../../api/exchange/record.ts'
import { vocabulary } from '../../api/exchange/vocabulary.ts'
import { emptyGraph, testStore } from '../support/store.ts'
import { gardens, link, node, us } from './story.ts'

const store = testStore()
const { driver, database } = store
const write = (records: Records, options = {}) => writeRecords(driver, database, records, options)
const one = async (text: string) => (await driver.executeQuery(text, {}, { database })).records[0]
const total = async () => Number((await one('MATCH (node:Record) RETURN count(node) AS total'))?.get('total'))
const unchanged = { nodesCreated: 0, nodesChanged: 0, linksCreated: 0, linksChanged: 0 }

beforeEach(() => emptyGraph(store))

describe('records', () => {
  test('are written with their links, and the same ones again change nothing', async () => {
    expect(await write(gardens())).toEqual({
      nodesCreated: 11,
      nodesChanged: 0,
      nodesUnchanged: 0,
      linksCreated: 12,
      linksChanged: 0,
      linksUnchanged: 0,
    })
    expect(await write(gardens())).toEqual({ ...unchanged, nodesUnchanged: 11, linksUnchanged: 12 })
  })

  test('recorded again on another day keep the day they were first recorded', async () => {
    await write(gardens())
    const later = gardens()
    for (const row of [...later.nodes, ...later.links]) row.properties['recordedOn'] = '2026-09-09'
    expect(await write(later)).toMatchObject(unchanged)
    expect((await one("MATCH (i {id: 'garden'}) RETURN i.recordedOn AS day"))?.get('day')).toBe('2026-01-01')
  })

  test('that say something else are written anew, and lose what they no longer say', async () => {
    await write(gardens())
    const records = { nodes: [node('Initiative', 'orchard', { summary: 'Apples.' })], links: [] }
    expect(await write(records)).toMatchObject({ nodesChanged: 1, nodesCreated: 0 })
    const row = await one("MATCH (i {id: 'orchard'}) RETURN i.summary AS summary, i.status AS status")
    expect(row?.toObject()).toEqual({ summary: 'Apples.', status: null })
  })

  test('are labelled, found by folded names, and count in whole numbers', async () => {
    await write({
      nodes: [
        us,
        node('Initiative', 'a', { name: "L'Œuf à vélo", familyName: 'Vélos' }),
        node('Territory', 'iso:FR', {
          level: 'COUNTRY',
          population: 68,
          position: { latitude: 46, longitude: 2 },
        }),
      ],
      links: [],
    })
    const row = await one(`MATCH (i:Initiative:Record {id: 'a'}), (t:Territory:Record)
      RETURN i.searchText AS text, t.population IS :: INTEGER AS isWhole, t.position.latitude AS latitude`)
    expect(row?.toObject()).toEqual({ text: 'l oeuf a velo velos', isWhole: true, latitude: 46 })
  })

  test('of a dry run are counted and not written', async () => {
    expect(await write(gardens(), { dryRun: true })).toMatchObject({ nodesCreated: 11, linksCreated: 12 })
    expect(await total()).toBe(0)
  })

  test('given twice in the same words are one, in other words are refused', async () => {
    const twice = { nodes: [us, node('Theme', 'theme:a'), node('Theme', 'theme:a')], links: [] }
    expect(await write(twice)).toMatchObject({ nodesCreated: 2 })
    const differing = {
      nodes: [us, node('Theme', 'theme:b'), node('Theme', 'theme:b', { name: 'B' })],
      links: [],
    }
    await expect(write(differing)).rejects.toThrow('theme:b: given twice, not in the same words')
  })
})

describe('nothing is written', () => {
  const refusals: [why: string, records: Records, says: string][] = [
    ['an unknown label', { nodes: [node('Initative', 'x')], links: [] }, 'did you mean Initiative?'],
    [
      'an unknown property',
      { nodes: [node('Network', 'x', { webste: 'a' })], links: [] },
      'did you mean website?',
    ],
    [
      'an unknown word of an enum',
      { nodes: [node('Initiative', 'x', { status: 'RUNING' })], links: [] },
      'Initiative x: unknown status: RUNING (did you mean RUNNING?)',
    ],
    [
      'an unknown role',
      { nodes: [], links: [link('PARTNERS_IN', 'town', 'garden', { role: 'CARIER' })] },
      'did you mean CARRIER?',
    ],
    [
      'an unknown type of link',
      { nodes: [], links: [link('USE', 'garden', 'charter')] },
      'did you mean USES?',
    ],
    ['a missing property', { nodes: [node('Partner', 'x')], links: [] }, 'Partner x: kind is missing'],
    [
      'a missing source',
      { nodes: [node('Theme', 'x', { source: null })], links: [] },
      'Theme x: source is missing',
    ],
    [
      'a date that does not exist',
      { nodes: [node('Initiative', 'x', { startedOn: '2014-13' })], links: [] },
      'Initiative x: startedOn is no PartialDate: "2014-13"',
    ],
    [
      'half a person',
      { nodes: [node('Territory', 'iso:BE', { level: 'COUNTRY', population: 1.5 })], links: [] },
      'population is no Int: 1.5',
    ],
    [
      'an end that is not there',
      { nodes: [], links: [link('USES', 'garden', 'z')] },
      'ends at z, which is no record',
    ],
    [
      'ends of other kinds',
      { nodes: [], links: [link('USES', 'garden', 'town')] },
      'goes from Initiative to Partner, wants Initiative to Commons',
    ],
    [
      'an id that is of another kind',
      { nodes: [node('Theme', 'garden')], links: [] },
      'Theme garden: this id is already a Initiative',
    ],
    [
      'an end before the beginning',
      { nodes: [node('Initiative', 'x', { startedOn: '2014', endedOn: '2013-12' })], links: [] },
      'ends 2013-12, begins 2014',
    ],
    [
      'an e-mail address',
      { nodes: [node('Initiative', 'x', { summary: 'Write to jane@example.org.' })], links: [] },
      'summary holds an e-mail address',
    ],
    [
      'a circle of replications',
      { nodes: [], links: [link('REPLICATES', 'garden', 'orchard', { level: 'INSPIRED' })] },
      'garden, orchard: come from each other',
    ],
    [
      'a recorder that nobody knows',
      { nodes: [node('Theme', 'x', { recordedBy: 'ghost' })], links: [] },
      'recorded by ghost, which is no network here',
    ],
  ]
  test.each(refusals)('for %s', async (_why, records, says) => {
    await write(gardens())
    await expect(
      write({ ...records, nodes: [...records.nodes, node('Theme', 'theme:new')] }),
    ).rejects.toThrow(says)
    expect(await total()).toBe(11)
  })

  test('of anything when one record is wrong, and every problem is told', async () => {
    const records = gardens()
    records.nodes.push(node('Partner', 'nobody'), node('Partner', 'kin', { kind: 'FAMILLY' }))
    const refusal = write(records)
    await expect(refusal).rejects.toThrow('2 problem(s)')
    await expect(refusal).rejects.toThrow('nobody: kind is missing')
    expect(await total()).toBe(0)
  })
})

describe('what another network recorded', () => {
  const them = node('Network', 'them', { recordedBy: 'them' })
  const theirs = { recordedBy: 'them', source: 'theirs' }

  test("is not another's to change", async () => {
    await write(gardens())
    const records = {
      nodes: [them, node('Initiative', 'garden', { ...theirs, summary: 'Ours!' })],
      links: [],
    }
    await expect(write(records)).rejects.toThrow("garden: recorded by us, them can't change it")
  })

  test('is completed, not changed, when it is a territory or a theme', async () => {
    await write(gardens())
    const position = { latitude: 44.7, longitude: 5.1 }
    const records = {
      nodes: [them, node('Territory', 'dep:26', { ...theirs, name: 'Drôme', level: 'DEPARTMENT', position })],
      links: [link('PART_OF', 'dep:26', 'iso:FR', theirs)],
    }
    expect(await write(records)).toMatchObject({ nodesCreated: 1, nodesChanged: 1, linksUnchanged: 1 })
    const row = await one(
      "MATCH (t {id: 'dep:26'}) RETURN t.name AS name, t.recordedBy AS by, t.position.x AS x",
    )
    expect(row?.toObject()).toEqual({ name: 'dep:26', by: 'us', x: 5.1 })
    expect(await write(records)).toMatchObject(unchanged)
  })
})

test('two writers at once wait for each other, so that no circle closes between them', async () => {
  await write({ nodes: [us, node('Initiative', 'a'), node('Initiative', 'b')], links: [] })
  const level = { level: 'INSPIRED' }
  const outcomes = await Promise.allSettled([
    write({ nodes: [], links: [link('REPLICATES', 'a', 'b', level)] }),
    write({ nodes: [], links: [link('REPLICATES', 'b', 'a', level)] }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('ten thousand rows around one partner are written, and a second time change nothing', async () => {
  const names = Array.from({ length: 2500 }, (_, row) => `i${row}`)
  const records: Records = {
    nodes: [
      us,
      node('Partner', 'town', { kind: 'LOCAL_AUTHORITY' }),
      ...names.map((name) => node('Initiative', name)),
      ...names.map((name) => node('Element', `e-${name}`, { core: false })),
    ],
    links: [
      ...names.map((name) => link('CONSISTS_OF', name, `e-${name}`)),
      ...names.map((name) => link('PARTNERS_IN', 'town', name, { role: 'FUNDER' })),
    ],
  }
  expect(await write(records)).toMatchObject({ nodesCreated: 5002, linksCreated: 5000 })
  expect(await write(records)).toMatchObject(unchanged)
})

describe('the vocabulary', () => {
  test('is read from the schema', () => {
    const { labels, links, enums } = vocabulary()
    const nouns = ['Initiative', 'Partner', 'Network', 'Territory', 'Commons', 'Element', 'Theme', 'Result']
    expect([...labels.keys()]).toEqual(expect.arrayContaining([...nouns, 'Grant', 'Identifier', 'Sheet']))
    expect(labels.has('Record')).toBe(false)
    expect(links.get('PARTNERS_IN')?.ends).toEqual([{ start: 'Partner', end: 'Initiative' }])
    expect(links.get('PARTNERS_IN')?.properties.get('role')).toMatchObject({ required: true })
    expect(labels.get('Territory')?.has('id')).toBe(true)
    expect(enums.get('PartnerRole')).toHaveLength(15)
  })

  test('knows lists, and which of them are always there', () => {
    const { labels } = vocabulary()
    expect(labels.get('Sheet')?.get('strengths')).toMatchObject({
      type: 'String',
      isList: true,
      required: true,
    })
    expect(labels.get('Sheet')?.get('context')).toMatchObject({ isList: false, required: false })
    expect(labels.get('SteeringCommittee')?.get('tiers')).toMatchObject({
      ...{ type: 'NetworkTier', isList: true, required: false },
      values: expect.arrayContaining(['LOCAL']),
    })
  })

  test('proposes the nearest word, or none', () => {
    expect(nearest('carier', ['CARRIER', 'FUNDER'])).toBe('CARRIER')
    expect(nearest('xyz', ['CARRIER', 'FUNDER'])).toBeUndefined()
  })
})
