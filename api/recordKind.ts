const kinds = ['Initiative', 'Partner', 'Network', 'Territory', 'Commons', 'Theme']

/** The word of `RecordKind` for a record with these labels. */
export const kindOf = (labels: string[]): string | undefined =>
  kinds.find((kind) => labels.includes(kind))?.toUpperCase()
