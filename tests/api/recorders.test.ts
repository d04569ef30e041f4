import { beforeAll, describe, expect, test } from 'vitest'
import { link, node } from '../exchange/story.ts'
import { testStore } from '../support/store.ts'
import { initiative, partner, tell, testApi } from './api.ts'
import { redone } from './families.ts'

const store = testStore()
const { ask } = testApi(store)
async function recorders(picture: string) {
  const { data, errors } = await ask(`{ ${picture} { recorders { network name licence records } } }`)
  expect(errors).toBeUndefined()
  return Object.values(data ?? {})[0]?.['recorders']
}
const them = { recordedBy: 'them' }
const us = (records: number) => ({ network: 'us', name: 'us', licence: null, records })
const theirs = (records: number) => ({ network: 'them', name: 'The others', licence: 'MIT', records })

describe('who recorded a café of ours, and what others recorded around it', () => {
  beforeAll(() =>
    tell(store, {
      nodes: [
        node('Network', 'them', { name: 'The others', licence: 'MIT' }),
        node('Network', 'nobody', { name: 'Nobody', licence: 'CC0' }),
        node('Network', 'elsewhere', { name: 'Elsewhere', licence: 'CC BY 4.0' }),
        initiative('café'),
        initiative('tearoom', them),
        initiative('library', { recordedBy: 'elsewhere' }),
        partner('friends'),
        partner('bank', them),
      ],
      links: [
        link('PARTNERS_IN', 'friends', 'café', { role: 'CARRIER' }),
        link('PARTNERS_IN', 'bank', 'café', { role: 'FUNDER', ...them }),
        link('PARTNERS_IN', 'bank', 'tearoom', { role: 'FUNDER', ...them }),
        // In a role that the maps below do not ask for.
        link('PARTNERS_IN', 'friends', 'tearoom', { role: 'RELAY', recordedBy: 'elsewhere', since: '1990' }),
        redone('tearoom', 'café', them),
        redone('library', 'tearoom', { recordedBy: 'elsewhere' }),
      ],
    }),
  )

  test('is told of the nodes and links of a map, who recorded most first', async () => {
    // Ours: café, friends, and their link. Theirs: the bank and its link; then the tearoom and the bank's link to it.
    expect(await recorders('partnerMap(of: ["café"], depth: 1, roles: [CARRIER, FUNDER])')).toEqual([
      us(3),
      theirs(2),
    ])
    expect(await recorders('partnerMap(of: ["café"], depth: 2, roles: [CARRIER, FUNDER])')).toEqual([
      theirs(4),
      us(3),
    ])
  })

  test('is told of what `first` leaves in a map, without links to what it leaves out', async () => {
    expect(await recorders('partnerMap(of: ["café"], first: 1)')).toEqual([us(1)])
  })

  test('is told of the initiatives and replications of a family', async () => {
    const elsewhere = { network: 'elsewhere', name: 'Elsewhere', licence: 'CC BY 4.0', records: 2 }
    expect(await recorders('dissemination(of: "café")')).toEqual([elsewhere, theirs(2), us(1)])
    expect(await recorders('dissemination(of: "café", depth: 1)')).toEqual([theirs(2), us(1)])
  })

  test('is nobody on a map of nothing', async () => {
    expect(await recorders('partnerMap(of: ["nothing"])')).toEqual([])
  })

  test('says of a network under which licence others may use what it records', async () => {
    const { data } = await ask('{ network(id: "them") { name licence } }')
    expect(data?.['network']).toEqual({ name: 'The others', licence: 'MIT' })
  })
})
