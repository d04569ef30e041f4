import type { GivenFile } from '../../api/exchange/importing/inputs.ts'
import { parseMapping } from '../../api/exchange/mapping/mapping.ts'
import type { Mapping } from '../../api/exchange/mapping/mapping.ts'

/** Shared canteens: two projects, one of them with two further sites, in the words of a network's own spreadsheet. */
export const cantines = `Projet,Nom,Porteur,Depuis,Partenaires,Thème,Site,CP,Lat,Lon
1,La Cantine commune,Les Tablées,2016,Ville de Brest; Banque alimentaire,Alimentation,https://cantine.example.org,29200,48.3905,-4.4860
1,La Cantine commune,Les Tablées,2016,,Alimentation,,75011,45.7578,4.8320
1,La Cantine commune,Les Tablées,2016,,Alimentation,,97400,-20.8817,55.4622
2,Le Fournil,LES TABLEES,2018,,Lien social,,29200,48.3905,-4.4860
`

export const cantinesYaml = `title: Shared canteens
source: https://example.org/cantines.csv
recordedOn: 2026-01-01
network: { id: cantines, name: Les cantines, headedBy: head }
inputs:
  rows:
    format: csv
    has: [Projet, Nom]
    empty: [inconnu]
initiatives:
  group: '{Projet}'
  same: [Porteur]
  id: '{Projet}'
  name: '{Nom}'
  website: { value: '{Site}', ifWrong: leave out }
  furtherSites:
    id: '{Projet}:{Lat},{Lon}'
    name: ['{project} – {place}', '{project}']
    replicates: { level: REDONE }
partners:
  carrier: { name: '{Porteur}', kind: ASSOCIATION, role: CARRIER, since: '{Depuis}' }
  others:
    name: { value: '{Partenaires}', split: ';' }
    kind: { value: '{value}', wordsWithin: { ville: LOCAL_AUTHORITY }, otherwise: OTHER }
    role: TECHNICAL
  head: { name: Fédération des cantines, kind: FEDERATION, role: NETWORK_HEAD, when: '{Depuis}', on: all }
themes:
  - name: { value: '{Thème}', words: { Alimentation: Alimentation, Lien social: Lien social } }
    broader: { Alimentation: Solidarité, Lien social: Solidarité }
    on: all
territory: { latitude: '{Lat}', longitude: '{Lon}' }
checks:
  - { what: postal code, says: '{CP}', department: of the place }
`

export const mapping = (yaml = cantinesYaml): Mapping => parseMapping(yaml, 'cantines.yaml')

export const file = (text: string, name = 'cantines.csv'): GivenFile => ({ name, bytes: Buffer.from(text) })
