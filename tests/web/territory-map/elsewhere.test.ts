import { expect, it } from 'vitest'
import { addressOf } from '../../../web/territory-map/address.ts'
import { familyHref, initiativesHref, partnersHref } from '../../../web/territory-map/elsewhere.ts'

const plain = addressOf(new URLSearchParams())
const narrowed = addressOf(
  new URLSearchParams('on=2012&role=FUNDER&replication=REDONE&theme=food&by=us&count=partners'),
)

it('leads to the other pictures of a territory', () => {
  expect(partnersHref('dep:26', plain)).toBe('/map?of=dep%3A26')
  expect(familyHref('sample:a', 'dep:26', plain)).toBe('/tree/sample%3Aa?territory=dep%3A26')
  expect(initiativesHref('dep:26', plain)).toBe('/initiatives?territory=dep%3A26')
})

it('takes along the date and the filters that the other picture has too', () => {
  expect(partnersHref('dep:26', narrowed)).toBe('/map?of=dep%3A26&on=2012&roles=FUNDER')
  expect(familyHref('sample:a', 'dep:26', narrowed)).toBe(
    '/tree/sample%3Aa?territory=dep%3A26&on=2012&levels=REDONE',
  )
  expect(initiativesHref('dep:26', narrowed)).toBe(
    '/initiatives?territory=dep%3A26&theme=food&role=FUNDER&level=REDONE&recorder=us',
  )
})
