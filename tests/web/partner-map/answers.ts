import { readFileSync } from 'node:fs'
import { network, type Network } from '../../../web/partner-map/network.ts'
import type { Measure } from '../../../web/partner-map/picture/wording.ts'
import type { PartnerMapAnswer } from '../../../web/partner-map/query.ts'

const read = (name: string): PartnerMapAnswer =>
  JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'))

export const date = '2026-11-22'
export const secours = 'sample:secours-catholique'
export const chambery = 'sample:accorderie-chambery'
export const macif = 'sample:fondation-macif'

const secoursAnswer = read('secours-catholique')
const chamberyAnswer = read('accorderie-de-chambery')
const deepAnswer = read('deep')

export const maps: Record<string, Network> = {
  'a partner': network(secoursAnswer.partnerMap, { of: [secours], on: date }),
  'a partner and one opened': network(
    secoursAnswer.partnerMap,
    { of: [secours], opened: [{ id: macif, isAlone: false }], on: date },
    secoursAnswer.opened,
  ),
  'an initiative': network(chamberyAnswer.partnerMap, { of: [chambery], on: date }),
  'two partners, four links deep': network(deepAnswer.partnerMap, {
    of: ['sample:emmaus-france', 'sample:ville-de-paris'],
    on: date,
  }),
}

/** The map of a name above; an unknown one ends the test. */
export function mapOf(name: string): Network {
  const found = maps[name]
  if (!found) throw new Error(`no such map: ${name}`)
  return found
}

// About the widths of a sans serif; the pictures must not depend on one machine's fonts.
export const measure: Measure = (text, size, weight) =>
  Math.ceil(text.length * size * (weight >= 600 ? 0.6 : 0.55))
