import { describe, expect, it } from 'vitest'
import { figureOf, graphOf, sheetOf } from '../../../web/dissemination/exports.ts'
import { familyOf } from '../../../web/dissemination/family.ts'
import { legendOf } from '../../../web/dissemination/legend.ts'
import { rowsOn } from '../../../web/dissemination/panels/present.ts'
import { familySentence } from '../../../web/dissemination/words.ts'
import { story } from './story.ts'

const rows = story({
  root: { startedOn: '1990', territoryCode: 'iso:CA', territory: 'Canada' },
  paris: {
    startedOn: '2012-06',
    endedOn: '2015',
    reason: 'Fin du bail',
    added: 2,
    territoryCode: 'cog:75056',
    territory: 'Paris',
    from: { root: { level: 'SCALED', mode: 'SOCIAL_FRANCHISE', since: '2012', kept: 3, adapted: 1 } },
  },
  undated: { from: { paris: {}, root: { level: 'INSPIRED' } } },
})
const family = familyOf(rows)
const nothing = { rows, threads: null, compared: null, areDates: false }

describe('the sheet', () => {
  const { columns, rows: lines } = sheetOf(family)

  it('has a line for each replication, with every column of the table and the ids', () => {
    expect(columns.slice(0, 2)).toEqual(['Initiative', 'Territoire'])
    expect(lines.map((line) => [line[0], line[6], line.at(-2), line.at(-1)])).toEqual([
      ['root', null, 'root', null],
      ['paris', 'root', 'paris', 'root'],
      ['undated', 'paris', 'undated', 'paris'],
      ['undated', 'root', 'undated', 'root'],
    ])
  })

  it('leaves a date as it is recorded, and empty what nobody recorded', () => {
    expect(lines[1]?.slice(3, 14)).toEqual([
      '2012-06',
      '2015',
      'Fin du bail',
      'root',
      'reprise avec des communs partagés',
      '2012',
      'franchise sociale',
      3,
      1,
      0,
      2,
    ])
    expect(lines[2]?.slice(3, 6)).toEqual([null, null, null])
  })
})

describe('the graph', () => {
  it('goes from parent to child, each initiative at the year it began', () => {
    const { nodes, edges } = graphOf(family)
    // 40 units a year from 1990; mid-year where only the year is known; before it where nothing is.
    expect(nodes.map(({ id, x, colour }) => [id, Math.round(x ?? 0), colour])).toEqual([
      ['root', 20, 'ink'],
      ['paris', 898, 'scaled'],
      ['undated', -40, 'redone'],
    ])
    expect(edges.map(({ source, target, attributes }) => [source, target, attributes?.level])).toEqual([
      ['root', 'paris', 'SCALED'],
      ['paris', 'undated', 'REDONE'],
      ['root', 'undated', 'INSPIRED'],
    ])
  })
})

describe('the legend', () => {
  it('explains every mark that is shown, and counts it', () => {
    expect(legendOf(nothing).map(({ text, count, filter }) => [text, count, filter])).toEqual([
      ['s’en inspire', 1, 'INSPIRED'],
      ['refaite à sa façon', 1, 'REDONE'],
      ['reprise avec des communs partagés', 1, 'SCALED'],
      ['franchise sociale', 1, 'SOCIAL_FRANCHISE'],
      ['terminée', 1, 'ended'],
      ['année inconnue', 1, 'undated'],
      ['autre parent', 1, 'others'],
      ['des éléments adaptés ou laissés', 1, null],
      ['celle dont vous avez ouvert l’arbre', undefined, null],
    ])
  })

  it('tells threads of a commons and sides of a comparison when they are drawn', () => {
    const threads = new Map([
      ['root', 'uses' as const],
      ['paris', 'lacks' as const],
    ])
    const compared = new Map([['paris', 'second' as const]])
    const told = (areDates: boolean) => legendOf({ rows, threads, compared, areDates }).slice(9)
    expect(told(false).map(({ text, count }) => [text, count])).toEqual([
      ['s’en sert', 1],
      ['sans, ou non noté', 1],
      ['branche B', 1],
    ])
    expect(told(true).at(-1)?.text).toBe('apparue entre les deux dates')
  })

  it('leaves out what had not ended on the date that is shown', () => {
    const ended = (on: string) => legendOf({ ...nothing, on }).some(({ key }) => key === 'ended')
    expect(ended('2014')).toBe(false)
    expect(ended('2015')).toBe(true)
  })

  it('on screen counts what there was on the date, and keeps the marks of what came later', () => {
    const on = '2011'
    const then = { ...nothing, rows: rowsOn(rows, on), ever: rows, on }
    const told = legendOf(then).map(({ key, count, most }) => [key, count, most])
    expect(told).toEqual([
      ['INSPIRED', 1, 1],
      ['REDONE', 0, 1],
      ['SCALED', 0, 1],
      ['SOCIAL_FRANCHISE', 0, 1],
      ['ended', 0, 1],
      ['undated', 1, 1],
      ['others', 0, 1],
      ['notch', 0, 1],
      ['ring', undefined, undefined],
    ])
  })

  it('of a figure says whose data it holds, and under which licence', () => {
    const scene = { box: { x: 0, y: 0, width: 1, height: 1 }, shapes: [] }
    const recorders = [{ network: 'cafés', name: 'Les cafés', licence: 'CC BY 4.0' }]
    const about = { title: 'root', note: '', date: null, address: 'https://example.org', recorders }
    expect(figureOf(scene, about, nothing).licence).toBe('Données\u00a0: «\u00a0Les cafés\u00a0» (CC BY 4.0)')
  })
})

describe('the sentence', () => {
  it('counts initiatives, countries and what has no date', () => {
    expect(familySentence(rows)).toBe('Trois initiatives dans deux pays depuis 1990, une sans date connue.')
  })

  it('says the date that it stands at', () => {
    expect(familySentence(rows, '2012-06')).toBe('Trois initiatives dans deux pays en juin 2012.')
  })
})
