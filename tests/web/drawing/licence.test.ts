import { describe, expect, it } from 'vitest'
import { licenceOf } from '../../../web/drawing/licence.ts'

const cafés = { network: 'cafés', name: 'Les cafés', licence: 'MIT' }
const us = { network: 'us', name: 'Nous', licence: null }

describe('the sentence about the data of a picture', () => {
  it('names who recorded them, each once, with the licence that it states', () => {
    expect(licenceOf([cafés, us, { ...cafés }])).toBe(
      'Données\u00a0: «\u00a0Les cafés\u00a0» (MIT), «\u00a0Nous\u00a0» (licence non précisée)',
    )
  })

  it('is empty when nobody recorded any', () => {
    expect(licenceOf([])).toBe('')
  })
})
