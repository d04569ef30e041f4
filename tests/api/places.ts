import type { Records } from '../../api/exchange/record.ts'
import { link, node } from '../exchange/story.ts'
import { initiative, partner } from './api.ts'

/**
 * France with one region of two départements: Drôme has the communes Die and Crest, both in one intercommunality, Isère
 * has Voiron. A garden in two communes, an orchard that redid it, a grove that scaled the orchard, and a kiosk, gone by
 * 2021, that another network recorded.
 */
export function valleys(): Records {
  const place = (code: string, level: string, name: string) => node('Territory', code, { level, name })
  const them = { recordedBy: 'them' }
  return {
    nodes: [
      node('Network', 'them'),
      place('iso:FR', 'COUNTRY', 'France'),
      place('reg:84', 'REGION', 'Auvergne-Rhône-Alpes'),
      place('dep:26', 'DEPARTMENT', 'Drôme'),
      place('dep:38', 'DEPARTMENT', 'Isère'),
      place('epci:242600534', 'INTERCOMMUNALITY', 'Vallée'),
      place('cog:26113', 'MUNICIPALITY', 'Die'),
      place('cog:26108', 'MUNICIPALITY', 'Crest'),
      place('cog:38563', 'MUNICIPALITY', 'Voiron'),
      place('iso:BE', 'COUNTRY', 'Belgique'),
      node('Theme', 'food'),
      node('Theme', 'gardening'),
      node('Theme', 'compost'),
      node('Commons', 'handbook', { kind: 'GUIDE' }),
      initiative('garden', { startedOn: '1997', status: 'RUNNING' }),
      initiative('orchard', { startedOn: '2003-05', status: 'SPREADING' }),
      initiative('grove', { startedOn: '2015', status: 'RUNNING' }),
      initiative('kiosk', { startedOn: '2020', endedOn: '2021', status: 'ENDED', ...them }),
      partner('town', { kind: 'LOCAL_AUTHORITY' }),
      partner('assoc'),
      partner('other', { kind: 'COOPERATIVE' }),
      partner('idle', them),
    ],
    links: [
      link('PART_OF', 'reg:84', 'iso:FR'),
      link('PART_OF', 'dep:26', 'reg:84'),
      link('PART_OF', 'dep:38', 'reg:84'),
      link('PART_OF', 'epci:242600534', 'iso:FR'),
      link('PART_OF', 'cog:26113', 'epci:242600534'),
      link('PART_OF', 'cog:26113', 'dep:26'),
      link('PART_OF', 'cog:26108', 'epci:242600534'),
      link('PART_OF', 'cog:26108', 'dep:26'),
      link('PART_OF', 'cog:38563', 'dep:38'),
      link('BROADER', 'gardening', 'food'),
      link('BROADER', 'compost', 'gardening'),
      link('ABOUT', 'garden', 'gardening'),
      link('ABOUT', 'orchard', 'compost'),
      link('ABOUT', 'kiosk', 'food'),
      link('ACTS_IN', 'garden', 'cog:26113'),
      link('ACTS_IN', 'garden', 'cog:26108', { since: '2010-06' }),
      link('ACTS_IN', 'orchard', 'cog:38563'),
      link('ACTS_IN', 'grove', 'dep:26'),
      link('ACTS_IN', 'kiosk', 'cog:26113'),
      link('REPLICATES', 'orchard', 'garden', { level: 'REDONE', since: '2003' }),
      link('REPLICATES', 'grove', 'garden', { level: 'INSPIRED' }),
      link('REPLICATES', 'grove', 'orchard', { level: 'SCALED', since: '2018' }),
      link('REPLICATES', 'kiosk', 'grove', { level: 'INSPIRED' }),
      link('USES', 'grove', 'handbook'),
      link('USES', 'orchard', 'handbook'),
      link('PARTNERS_IN', 'town', 'garden', { role: 'FUNDER', since: '1997' }),
      link('PARTNERS_IN', 'assoc', 'garden', { role: 'RELAY' }),
      link('PARTNERS_IN', 'assoc', 'orchard', { role: 'CARRIER', since: '2003', until: '2010-06' }),
      link('PARTNERS_IN', 'other', 'grove', { role: 'IMPLEMENTER' }),
      link('PARTNERS_IN', 'town', 'kiosk', { role: 'HOST', since: '2020' }),
      link('BASED_IN', 'town', 'cog:26113'),
      link('BASED_IN', 'assoc', 'cog:38563'),
      link('BASED_IN', 'other', 'cog:26108'),
      link('BASED_IN', 'idle', 'dep:38'),
      link('MEMBER_OF', 'assoc', 'them', { since: '2005', until: '2012' }),
      link('MEMBER_OF', 'idle', 'them'),
      link('HEADS', 'town', 'them'),
    ],
  }
}
