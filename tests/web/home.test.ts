import { describe, expect, it } from 'vitest'
import { lately } from '../../web/home/lately.ts'
import type { Change } from '../../web/home/query.ts'
import { answered, asked } from '../../web/home/trees.ts'

const began = (initiative: string, date: string): Change => ({
  kind: 'INITIATIVE_STARTED',
  date,
  initiative,
  initiativeName: initiative.toUpperCase(),
  parent: null,
  parentName: null,
})
const tookUp = (initiative: string, parent: string, date: string): Change => ({
  ...began(initiative, date),
  kind: 'REPLICATION_BEGUN',
  parent,
  parentName: parent.toUpperCase(),
})

describe('what is new', () => {
  it('is told once of each initiative, the latest first, with what it took up', () => {
    const news = lately([began('a', '2019'), tookUp('a', 'root', '2019'), began('b', '2022-03')], 6)
    expect(news).toEqual([
      { id: 'b', name: 'B', date: '2022-03', parent: null },
      { id: 'a', name: 'A', date: '2019', parent: { id: 'root', name: 'ROOT' } },
    ])
  })

  it('keeps the date that says more of the same time, else the later one', () => {
    expect(lately([began('a', '2022-12-24'), tookUp('a', 'root', '2022')], 1)[0]?.date).toBe('2022-12-24')
    expect(lately([began('a', '2019-05'), tookUp('a', 'root', '2021')], 1)[0]?.date).toBe('2021')
    expect(lately([tookUp('a', 'root', '2021'), began('a', '2019-05')], 1)[0]?.date).toBe('2021')
  })

  it('leaves out what ended and who joined, and stops at so many', () => {
    const ended: Change = { ...began('c', '2023'), kind: 'INITIATIVE_ENDED' }
    const joined: Change = { ...began('d', '2023'), kind: 'PARTNERSHIP_BEGUN' }
    expect(lately([ended, joined, began('a', '2020'), began('b', '2021')], 1).map(({ id }) => id)).toEqual([
      'b',
    ])
  })
})

describe('the trees of the home page', () => {
  it('are asked in one question, with nothing at the places that no family has', () => {
    expect(asked(['x', 'y'])).toEqual({
      one: 'x',
      two: 'y',
      three: '',
      four: '',
      five: '',
      six: '',
      seven: '',
    })
  })

  it('are answered in the order in which they were asked', () => {
    const family = {
      initiatives: [{ id: 'x', name: 'X', startedOn: '2002', endedOn: null, status: null }],
      links: [],
    }
    const rows = answered({
      one: null,
      two: family,
      three: null,
      four: null,
      five: null,
      six: null,
      seven: null,
    })
    expect(rows.map((own) => own.map(({ id }) => id))).toEqual([[], ['x'], [], [], [], [], []])
  })
})
