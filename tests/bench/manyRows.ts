import { createRequire } from 'node:module'

type Commune = { code: string; nom: string; type: string; codesPostaux?: string[] }
const communes = (
  createRequire(import.meta.url)('@etalab/decoupage-administratif/data/communes.json') as Commune[]
).filter(({ type, codesPostaux }) => type === 'commune-actuelle' && codesPostaux?.length)

/** How a network would map the table of `manyRows`. */
export const manyRowsYaml = `title: Many initiatives
source: https://example.org/many.csv
recordedOn: 2026-01-01
network: { id: many, name: Many initiatives, licence: CC0-1.0, headedBy: head }
inputs:
  rows:
    format: csv
    has: [Numéro, Nom, Porteur]
    never: [Courriel]
initiatives:
  id: '{Numéro}'
  name: '{Nom}'
  summary: '{Présentation}'
  status: { value: '{État}', words: { en cours: RUNNING, projet: IDEA, terminé: ENDED } }
  startedOn: { value: '{Début}', date: DD/MM/YYYY }
  website: { value: '{Site}', ifWrong: leave out }
partners:
  carrier:
    name: '{Porteur}'
    kind: ASSOCIATION
    role: CARRIER
    identifiers: { SIREN: '{SIREN}' }
  funders: { name: { value: '{Financeurs}', split: ';' }, kind: FOUNDATION, role: FUNDER }
  head: { name: Fédération des initiatives, kind: FEDERATION, role: NETWORK_HEAD, when: '{Numéro}' }
themes:
  - name: { value: '{Thèmes}', split: ';' }
replications:
  - { parent: '{Reprend}', level: REDONE }
territory: { code: '{INSEE}', postalCode: '{CP}', name: '{Commune}' }
`

const what = ['Jardin', 'Recyclerie', 'Café', 'Atelier', 'Cantine', 'Ressourcerie', 'Épicerie', 'Garage']
const quality = ['solidaire', 'partagé', 'citoyen', 'associatif', 'populaire', 'éphémère', 'rural']
const themes = ['Alimentation', 'Mobilité', 'Emploi', 'Logement', 'Culture', 'Santé', 'Énergie', 'Réemploi']
const states = ['en cours', 'en cours', 'en cours', 'projet', 'terminé']

/** So many rows of a network's spreadsheet, the same ones each time: about two partners, two themes and a place a row. */
export function* manyRows(rows: number): Generator<string> {
  yield 'Numéro;Nom;Présentation;État;Début;Site;Porteur;SIREN;Financeurs;Thèmes;Reprend;INSEE;CP;Commune;Courriel\n'
  const carriers = Math.max(1, Math.round(rows * 0.3))
  for (let at = 0; at < rows; at++) {
    const commune = communes[(at * 7919) % communes.length]
    const carrier = (at * 31) % carriers
    const name = `${of(what, at)} ${of(quality, at * 3 + 1)} de ${commune?.nom ?? ''} ${at}`
    const day = `${two(1 + (at % 28))}/${two(1 + (at % 12))}/${2000 + (at % 25)}`
    yield `${[
      ...[at, name, `${name} réunit les habitants, "sur place" et autour; il ouvre ${1 + (at % 6)} jours.`],
      ...[of(states, at), day, at % 3 ? '' : `https://www.example.org/${at}`],
      ...[`${of(what, carrier)} et compagnie ${carrier}`, carrier % 2 ? '' : siren(carrier)],
      ...[at % 4 ? '' : `Fondation ${at % 150}; Fonds ${at % 90}`],
      ...[
        `${of(themes, at)}; ${of(themes, at * 5 + 2)}`,
        at > 100 && at % 5 === 0 ? Math.floor(at / 10) : '',
      ],
      ...[commune?.code ?? '', commune?.codesPostaux?.[0] ?? '', commune?.nom ?? '', `a${at}@example.org`],
    ]
      .map(cell)
      .join(';')}\n`
  }
}

const of = (list: readonly string[], at: number) => list[at % list.length] ?? ''
const two = (number: number) => String(number).padStart(2, '0')
const cell = (value: string | number) =>
  /[";\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value)

/** A number of nine digits whose last one checks the others by Luhn. */
function siren(at: number): string {
  const eight = String(30_000_000 + at)
  const sum = [...eight].reduce((all, digit, place) => {
    const twice = Number(digit) * (place % 2 ? 2 : 1)
    return all + (twice > 9 ? twice - 9 : twice)
  }, 0)
  return `${eight}${(10 - (sum % 10)) % 10}`
}
