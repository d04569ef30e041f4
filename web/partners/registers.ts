import type { EnumOf } from '../graphql.ts'

type Identifier = { id: string; scheme: EnumOf<'IdentifierScheme'>; value: string }

const pages: Partial<Record<Identifier['scheme'], (value: string) => string>> = {
  SIREN: (value) => `https://annuaire-entreprises.data.gouv.fr/entreprise/${value}`,
  SIRET: (value) => `https://annuaire-entreprises.data.gouv.fr/etablissement/${value}`,
  ROR: (value) => `https://ror.org/${value}`,
  WIKIDATA: (value) => `https://www.wikidata.org/wiki/${value}`,
}

/** The page of a register on what an identifier names, where it has one. */
export function registerHref({ scheme, value }: Pick<Identifier, 'scheme' | 'value'>): string | undefined {
  return pages[scheme]?.(encodeURIComponent(value))
}

/** What a register is called; one without a name of its own by the beginning of its ids. */
export function registerName({ id, scheme }: Pick<Identifier, 'id' | 'scheme'>): string {
  if (scheme === 'WIKIDATA') return 'Wikidata'
  return scheme === 'OTHER' ? (id.split(':')[0] ?? id) : scheme
}
