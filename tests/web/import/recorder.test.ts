import { describe, expect, test } from 'vitest'
import type { Recognised } from '../../../api/exchange/upload/answers.ts'
import {
  idOf,
  isComplete,
  networkChosen,
  nobodyYet,
  recordedAs,
  waysOf,
} from '../../../web/import/recorder.ts'

const guessed: Recognised = { form: 'guessed', mapping: 'm', text: '', lacksName: false, sheets: [] }
const direct = (owner: string | null): Recognised => ({ form: 'direct', read: [], owner })
const mapped = (network: { id: string; name: string } | null): Recognised => ({
  ...{ form: 'mapped', mapping: 'm', text: '', isShipped: true, title: 'M' },
  ...{ network, read: [], problems: [] },
})
const ours = { ...nobodyYet, id: 'cantines', name: 'Les cantines ', licence: '' }

describe('whose data it is', () => {
  test('is asked of a spreadsheet, and known of files that say it', () => {
    expect(waysOf(guessed)).toEqual(['new', 'known'])
    expect(waysOf(direct('us'))).toEqual(['files', 'new', 'known'])
    expect(waysOf(direct(null))).toEqual(['new', 'known'])
    expect(waysOf(mapped({ id: 'us', name: 'Us' }))).toEqual(['files', 'known'])
    expect(waysOf(mapped(null))).toEqual(['known'])
  })

  test('is known once a new network has a name and an id without spaces', () => {
    expect(isComplete(nobodyYet)).toBe(false)
    expect(isComplete(ours)).toBe(true)
    expect(isComplete({ ...ours, id: 'les cantines' })).toBe(false)
    expect(isComplete({ ...ours, by: 'known' })).toBe(true)
    expect(isComplete({ ...nobodyYet, by: 'files' })).toBe(true)
  })

  test('becomes the network of the mapping when it is new, only its id when it is here already', () => {
    expect(networkChosen(ours)).toEqual({ id: 'cantines', name: 'Les cantines' })
    expect(networkChosen({ ...ours, by: 'known' })).toEqual({ id: 'cantines' })
    expect(networkChosen({ ...ours, by: 'files' })).toBeUndefined()
    expect(recordedAs(ours, 'guessed')).toEqual({})
    expect(recordedAs({ ...ours, by: 'known' }, 'guessed')).toEqual({ as: 'cantines' })
    expect(recordedAs(ours, 'direct')).toEqual({ as: 'cantines', networkName: 'Les cantines' })
  })

  test('has an id made of its name', () => {
    expect(idOf('Les Cantines de l’Ouest (œuvres)')).toBe('les-cantines-de-l-ouest-oeuvres')
    expect(idOf(' — ')).toBe('')
  })
})
