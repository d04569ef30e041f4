import { describe, expect, it } from 'vitest'
import { network } from '../../../web/partner-map/network.ts'
import type { Start } from '../../../web/partner-map/query.ts'
import { mapTitle } from '../../../web/partner-map/title.ts'
import { link, node } from './rows.ts'

// La Ruche carries a garden that the town funds too; the town alone carries a kitchen, which a school funds.
const rows = {
  nodes: [node('Ruche', 'PARTNER'), node('garden', 'INITIATIVE'), node('town', 'PARTNER')],
  links: [link('Ruche', 'garden'), link('town', 'garden', { role: 'FUNDER' })],
}
const wider = {
  nodes: [...rows.nodes, node('kitchen', 'INITIATIVE'), node('school', 'PARTNER')],
  links: [...rows.links, link('town', 'kitchen'), link('school', 'kitchen', { role: 'FUNDER' })],
}
const titleOf = (of: 'Ruche' | 'garden', drawn: typeof rows) => {
  const start: Start = { id: of, name: of, kind: of === 'Ruche' ? 'PARTNER' : 'INITIATIVE' }
  return mapTitle(network(drawn, { of: [of] }), [start]).replaceAll(/\s/g, ' ')
}

describe('the title of a map', () => {
  it('says what stands around its start', () => {
    expect(titleOf('Ruche', rows)).toBe('Ruche porte ou soutient 1 initiative, avec 1 partenaire')
    expect(titleOf('garden', rows)).toBe('garden a 2 partenaires')
  })

  it('counts all that is drawn where it reaches farther', () => {
    const all = 'et son entourage : 2 initiatives, 3 partenaires'
    expect(titleOf('Ruche', wider)).toBe(`Ruche ${all}`)
    expect(titleOf('garden', wider)).toBe(`garden ${all}`)
  })
})
