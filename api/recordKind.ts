/** The word of `RecordKind` for a record with these labels: `SPREADING_PLAN` for a `SpreadingPlan`. */
export const kindOf = (labels: string[]): string | undefined =>
  labels
    .find((label) => label !== 'Record')
    ?.replace(/\B[A-Z]/g, '_$&')
    .toUpperCase()
