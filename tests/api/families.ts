import type { Records } from '../../api/exchange/record.ts'
import { link, node } from '../exchange/story.ts'
import { initiative } from './api.ts'

export const redone = (child: string, parent: string, given = {}) =>
  link('REPLICATES', child, parent, { level: 'REDONE', ...given })

/**
 * Community cafés. Grandmother ← mother ← (daughter ← granddaughter, sister); the daughter took up the grandmother too,
 * and in 2015 a neighbour, whom an uncle had inspired; an aunt, of unknown date, took up the grandmother.
 */
export const cafés: Records = {
  nodes: [
    initiative('grandmother', { startedOn: '1990' }),
    initiative('mother', { startedOn: '2000' }),
    initiative('daughter', { startedOn: '2010' }),
    initiative('sister', { startedOn: '2011', endedOn: '2013', status: 'ENDED' }),
    initiative('granddaughter', { startedOn: '2020' }),
    initiative('neighbour', { startedOn: '2005' }),
    initiative('uncle', { startedOn: '1980' }),
    initiative('aunt'),
    ...['soup', 'piano', 'garden', 'terrace', 'stove'].map((id) =>
      node('Element', id, { core: id === 'soup' }),
    ),
    node('Territory', 'iso:FR', { level: 'COUNTRY', name: 'France' }),
    node('Territory', 'iso:CA', { level: 'COUNTRY', name: 'Canada' }),
    node('Territory', 'reg:11', { level: 'REGION', name: 'Île-de-France' }),
    node('Territory', 'dep:75', { level: 'DEPARTMENT', name: 'Paris' }),
    node('Territory', 'dep:69', { level: 'DEPARTMENT', name: 'Rhône' }),
    node('Territory', 'epci:200046977', { level: 'INTERCOMMUNALITY', name: 'Métropole de Lyon' }),
    node('Territory', 'cog:69123', { level: 'MUNICIPALITY', name: 'Lyon' }),
    node('Territory', 'cog:69387', { level: 'DISTRICT', name: 'Lyon 7e Arrondissement' }),
    node('Territory', 'cog:75056', { level: 'MUNICIPALITY', name: 'Paris' }),
    node('Territory', 'geonames:6325494', { level: 'MUNICIPALITY', name: 'Québec' }),
  ],
  links: [
    redone('mother', 'grandmother'),
    redone('daughter', 'mother', { since: '2010' }),
    redone('daughter', 'grandmother'),
    redone('daughter', 'neighbour', { since: '2015' }),
    link('REPLICATES', 'sister', 'mother', { level: 'INSPIRED' }),
    redone('granddaughter', 'daughter'),
    link('REPLICATES', 'neighbour', 'uncle', { level: 'INSPIRED' }),
    redone('aunt', 'grandmother'),
    link('CONSISTS_OF', 'mother', 'soup'),
    link('CONSISTS_OF', 'mother', 'piano'),
    link('CONSISTS_OF', 'neighbour', 'garden'),
    link('CONSISTS_OF', 'daughter', 'terrace'),
    link('CONSISTS_OF', 'uncle', 'stove'),
    link('KEEPS', 'daughter', 'soup'),
    link('DROPS', 'daughter', 'piano'),
    link('ADAPTS', 'daughter', 'garden'),
    link('ACTS_IN', 'mother', 'cog:69387'),
    link('ACTS_IN', 'daughter', 'cog:75056', { since: '2012' }),
    link('ACTS_IN', 'sister', 'dep:75'),
    link('ACTS_IN', 'granddaughter', 'cog:69123'),
    link('ACTS_IN', 'grandmother', 'geonames:6325494'),
    link('PART_OF', 'cog:69387', 'cog:69123'),
    link('PART_OF', 'cog:69123', 'dep:69'),
    link('PART_OF', 'cog:69123', 'epci:200046977'),
    link('PART_OF', 'epci:200046977', 'dep:69'),
    link('PART_OF', 'dep:69', 'iso:FR'),
    link('PART_OF', 'cog:75056', 'dep:75'),
    link('PART_OF', 'dep:75', 'reg:11'),
    link('PART_OF', 'reg:11', 'iso:FR'),
    link('PART_OF', 'geonames:6325494', 'iso:CA'),
  ],
}

/** Layers of ten, `0:0` to `19:9`, each initiative taking up all ten of the layer before: 10 to the power of the layers paths. */
export function lattice(depth: number): Records {
  const layers = Array.from({ length: depth }, (_, layer) =>
    Array.from({ length: 10 }, (_, place) => `${layer}:${place}`),
  )
  const links = layers.flatMap((layer, above) =>
    layer.flatMap((child) =>
      (layers[above - 1] ?? []).map((parent) => redone(child, parent, { since: '2010' })),
    ),
  )
  return { nodes: layers.flat().map((id) => initiative(id, { startedOn: '2010' })), links }
}
