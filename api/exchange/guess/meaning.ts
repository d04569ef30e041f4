import { percent } from './profile.ts'
import type { Profile } from './profile.ts'
import { kindWords, roleWords, statusWords, wordIn } from './words.ts'

/** What a column is taken for, and why. */
export type Target =
  | {
      is:
        'id' | 'name' | 'summary' | 'status' | 'startedOn' | 'endedOn' | 'website' | 'theme' | 'kind' | 'role'
    }
  | { is: 'partner'; role: string }
  | { is: 'place'; clue: string }
  | { is: 'identifier'; scheme: string }
  | { is: 'amount' | 'awardedOn' | 'since' | 'until' }
  | { is: 'result'; unit: string }
  | { is: 'parent'; level: string }
  | { is: 'never' }
  | { is: 'unknown' }
export type Meaning = { profile: Profile; target: Target; because: string; isUnsure?: boolean }

type Rule = {
  target: Target | ((profile: Profile) => Target)
  /** Words that the name of the column holds; `only` when it holds nothing else. */
  words?: string
  only?: string
  /** What the values should look like, by share, and how that is said. */
  look?: readonly [test: (text: string) => boolean, most: string]
  fits?: (profile: Profile) => boolean
}

const isStatus = (text: string) => wordIn(statusWords, text) !== undefined
const isNumber = (text: string) => /^-?[\d\s\u202f\u00a0]+([.,]\d+)?\s*€?$/.test(text)
const isAddress = (text: string) =>
  /^(https?:\/\/|www\.)\S+$|^[\w-]+\.(fr|org|com|net|eu)(\/\S*)?$/i.test(text)
const isOfPictures = /\b(logo|image|photo|illustration)\b/
const inDegrees = (most: number) => (text: string) =>
  /^-?\d{1,3}[.,]\d+$/.test(text) && Math.abs(Number(text.replace(',', '.'))) <= most
const isDate = ({ dates }: Profile) => dates.share >= 0.6
const isNoYesNo = ({ isYesNo }: Profile) => !isYesNo
/** A figure says its unit itself: `Nb de paniers`, `Déchets évités (kg)`. */
const counted = /^(?:nb|nbre|nombre) (?:de |d )?(.+)$/
const measured = /\((kg|tonnes?|t|km|h|heures|litres|l|m2|m²)\)\s*$/i
const unitIn = ({ name, column }: Profile) => measured.exec(column)?.[1] ?? counted.exec(name)?.[1]
const isRole = (text: string) =>
  wordIn(roleWords, text) !== undefined && wordIn(kindWords, text) === undefined
const isNamedKind = ({ values }: Profile) => [...values.keys()].some((value) => wordIn(kindWords, value))

/** By the name of the column and by its values, the surest first. */
const rules: readonly Rule[] = [
  {
    target: { is: 'never' },
    words:
      'contact|referent|referente|responsable|prenom|interlocuteur|interlocutrice|nom de famille|directeur|directrice|president|presidente|salarie|benevole|first name|last name|manager',
    // Of a list within JSON, `.first.name` is the name of its first item.
    fits: ({ name, column, share }) =>
      !/structure|organisme|site/.test(name) && !/\.(first|last)\./.test(column) && share(isNumber) < 0.5,
  },
  {
    target: { is: 'identifier', scheme: 'SIRET' },
    words: 'siret',
    look: [(text) => /^[\d\s]{13,18}$/.test(text), 'of fourteen digits'],
  },
  {
    target: { is: 'identifier', scheme: 'SIREN' },
    words: 'siren',
    look: [(text) => /^[\d\s]{8,11}$/.test(text), 'of nine digits'],
  },
  {
    target: { is: 'identifier', scheme: 'RNA' },
    words: 'rna',
    look: [(text) => /^W\w{9}$/i.test(text), 'W and nine signs'],
  },
  { target: { is: 'place', clue: 'latitude' }, words: 'lat|latitude', look: [inDegrees(90), 'degrees'] },
  {
    target: { is: 'place', clue: 'longitude' },
    words: 'lon|lng|long|longitude',
    look: [inDegrees(180), 'degrees'],
  },
  {
    target: { is: 'place', clue: 'postalCode' },
    words: 'cp|code postal|postal|postcode|zip',
    look: [(text) => /^\d{4,5}$/.test(text), 'of five digits'],
  },
  {
    target: { is: 'place', clue: 'code' },
    words: 'insee|code commune|cog|citycode|depcom|codgeo',
    fits: ({ name }) => !/\b(ze|epci|dep|reg|departement|region)\b/.test(name),
    look: [(text) => /^\d?[\dAB]\d{3}$/.test(text), 'codes of communes'],
  },
  {
    target: ({ name }) => ({ is: 'parent', level: /inspir/.test(name) ? 'INSPIRED' : 'REDONE' }),
    words:
      'inspire de|inspiree de|inspire par|issu de|issue de|essaime de|essaimee de|essaime depuis|replique de|modele d origine|projet d origine|initiative d origine|inspired by|replicates|replicated from|copied from|parent project',
  },
  { target: { is: 'place', clue: 'department' }, words: 'departement|dept|dep|dpt', fits: isNoYesNo },
  { target: { is: 'place', clue: 'region' }, words: 'region', fits: isNoYesNo },
  { target: { is: 'place', clue: 'country' }, words: 'pays|country', fits: isNoYesNo },
  {
    target: { is: 'place', clue: 'name' },
    words: 'commune|ville|localite|town|city|territoire|lieu d intervention|lieu d action',
    fits: isNoYesNo,
  },
  {
    target: { is: 'website' },
    words: 'site|site web|site internet|url|web|website|lien|page',
    look: [isAddress, 'addresses of pages'],
    fits: ({ isConstant, name }) => !isConstant && !isOfPictures.test(name),
  },
  {
    target: { is: 'until' },
    words: 'fin|end|until|jusqu',
    fits: (profile) => isDate(profile) && /partenariat|convention|adhesion/.test(profile.name),
  },
  {
    target: { is: 'awardedOn' },
    words: 'comite|attribution|octroi|jury|decision|versement|awarded|award date',
    fits: isDate,
  },
  { target: { is: 'endedOn' }, words: 'fin|cloture|fermeture|end|ended|closed|arret', fits: isDate },
  {
    target: { is: 'startedOn' },
    words:
      'date|debut|creation|lancement|ouverture|demarrage|inauguration|premiere|1ere|depuis|annee|start|since|started|opened|year',
    fits: (profile) =>
      isDate(profile) && !/maj|mise a jour|modif|update|horodat|timestamp|saisie/.test(profile.name),
  },
  {
    target: { is: 'status' },
    words: 'statut|etat|avancement|phase|stade|status|stage|maturite',
    fits: ({ values, name }) =>
      values.size <= 12 &&
      !/juridique/.test(name) &&
      [...values.keys()].filter(isStatus).length * 2 >= values.size,
  },
  {
    target: { is: 'status' },
    words: 'actif|active|ouvert|termine|en activite|en cours|open|ended',
    fits: ({ isYesNo }) => isYesNo,
  },
  {
    target: { is: 'role' },
    words: 'role|type de partenariat|type of partnership|qualite|fonction',
    fits: ({ values }) => values.size <= 20,
  },
  {
    target: { is: 'role' },
    words: 'nature|type',
    fits: ({ values, share }) => values.size <= 20 && share(isRole) >= 0.5,
  },
  {
    target: { is: 'kind' },
    words:
      'type de structure|statut juridique|forme juridique|modele juridique|forme|nature|type|categorie de structure|legal form|kind',
    fits: (profile) => profile.values.size <= Math.max(12, profile.filled / 3) && isNamedKind(profile),
  },
  {
    target: { is: 'amount' },
    words: 'montant|subvention|aide|financement|budget|amount|grant',
    look: [isNumber, 'sums'],
  },
  {
    target: ({ name }) => ({
      is: 'result',
      unit: /emploi|etp|job/.test(name) ? 'emplois' : /repas|meal/.test(name) ? 'repas' : 'personnes',
    }),
    words: 'beneficiaires|participants|personnes|emplois|etp|repas|beneficiaries|people',
    look: [isNumber, 'numbers'],
  },
  {
    target: (profile) => ({ is: 'result', unit: unitIn(profile) ?? '' }),
    words: 'nb|nbre|nombre|kg|tonne|t|km|h|heure|litre|l|m2|m',
    fits: (profile) => unitIn(profile) !== undefined,
    look: [isNumber, 'numbers'],
  },
  {
    target: { is: 'theme' },
    words:
      'theme|themes|thematique|thematiques|domaine|domaines|secteur|secteurs|odd|mots cles|tags|topic|topics|sector',
    fits: ({ values, filled, name, isConstant }) =>
      !isConstant && values.size <= Math.max(30, filled * 0.8) && !/\bcodes?$/.test(name),
  },
  {
    target: { is: 'summary' },
    words:
      'description|resume|objet|objectif|objectifs|presentation|descriptif|summary|about|mission|activite|activites',
    fits: ({ share }) => share(isNumber) < 0.5,
  },
  {
    target: { is: 'id' },
    only: 'id|identifiant|numero|n|no|code|ref|reference|id projet|code projet|numero projet|n projet|id structure|dossier|n dossier|n de dossier|numero dossier|numero de dossier|ref dossier|reference dossier',
    fits: ({ isUnique }) => isUnique,
  },
  {
    target: { is: 'name' },
    words:
      'nom|intitule|titre|denomination|name|title|projet|action|initiative|project|membre|adherent|member',
    // Names repeat for a few sites, not over and over.
    fits: ({ isYesNo, isConstant, name, values, filled }) =>
      !isYesNo &&
      !isConstant &&
      values.size >= filled / 4 &&
      !/porteur|porteuse|financeur|partenaire|depuis|date/.test(name),
  },
  {
    target: ({ name }) => ({ is: 'partner', role: roleIn(name) ?? 'TECHNICAL' }),
    words: roleWords.flatMap(([, ...words]) => words).join('|'),
    fits: ({ isYesNo, share, name }) =>
      !isYesNo && share(isNumber) < 0.5 && !/\b(tag|type|code|nombre|nb|niveau)\b/.test(name),
  },
]

const holds = (name: string, words: string) =>
  words.split('|').find((word) => ` ${name} `.includes(` ${word} `) || ` ${name} `.includes(` ${word}s `))

/** The role that a word means; several words together say more than one of them. */
export function roleIn(name: string): string | undefined {
  const has = (isPhrase: boolean) =>
    roleWords.find(([, ...words]) =>
      words.some((word) => word.includes(' ') === isPhrase && holds(name, word) !== undefined),
    )?.[0]
  return has(true) ?? has(false)
}

/** What a column most likely says. */
export function meaningOf(profile: Profile): Meaning {
  if (profile.filled === 0) return { profile, target: { is: 'unknown' }, because: 'is empty' }
  if (profile.persons >= 0.3)
    return {
      profile,
      target: { is: 'never' },
      because: `${percent(profile.persons)} hold e-mail addresses or telephone numbers`,
    }
  for (const rule of rules) {
    const word = rule.only
      ? rule.only.split('|').find((one) => one === profile.name)
      : holds(profile.name, rule.words ?? '')
    if (!word || rule.fits?.(profile) === false) continue
    const share = rule.look ? profile.share(rule.look[0]) : 1
    if (share < 0.5) continue
    const look = rule.look ? `, ${percent(share)} look like it: ${rule.look[1]}` : ''
    const target = typeof rule.target === 'function' ? rule.target(profile) : rule.target
    return { profile, target, because: `the name says "${word}"${look}`, isUnsure: share < 0.9 }
  }
  return byLook(profile)
}

/** What values alone let think, when the name says nothing. */
function byLook(profile: Profile): Meaning {
  const sure = (target: Target, because: string): Meaning => ({ profile, target, because, isUnsure: true })
  if (profile.share(isAddress) > 0.8 && !profile.isConstant && !isOfPictures.test(profile.name))
    return sure({ is: 'website' }, `${percent(profile.share(isAddress))} are addresses of pages`)
  if (profile.isYesNo) return sure({ is: 'unknown' }, 'says yes or no, and nothing here takes that')
  const repeated = profile.filled / Math.max(1, profile.values.size)
  if (profile.isConstant) return sure({ is: 'unknown' }, 'says the same wherever it is filled')
  const what = repeated > 2 ? `repeats few values (${profile.values.size})` : 'holds free text'
  return sure({ is: 'unknown' }, `${what}, and its name says nothing known`)
}
