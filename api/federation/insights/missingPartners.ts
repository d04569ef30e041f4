import { rows, type Read } from '../../read.ts'
import { givenStatement } from '../../statements.ts'

type Row = {
  sisters: number
  /** Role, in how many sisters it is filled. */
  missing: [string, number][]
  /** Role, partner, whether it takes part, territory, who knows it, in how many sisters it has the role, where it has it. */
  near: [string, string, boolean, string | null, string | null, number, string[]][]
}

const text = givenStatement('insights/missingPartners.cypher')

/** The answer to `Query.missingPartners`, or nothing when no initiative has this id. */
export async function missingPartners(read: Read, args: { of: string; first: number }) {
  const today = new Date().toISOString().slice(0, 10)
  const [found] = await rows<Row>(read, text, { ...args, today })
  if (!found) return null
  const partnersOf = (missing: string) =>
    found.near
      .filter(([role]) => role === missing)
      .map(([, partner, takesPart, territory, colleague, sisters, hasRoleIn]) => ({
        partner: { id: partner },
        takesPart,
        territory: territory && { code: territory },
        knownThrough: colleague && { id: colleague },
        sisters,
        hasRoleIn: hasRoleIn.map((id) => ({ id })),
      }))
  return {
    sisters: found.sisters,
    roles: found.missing.map(([role, sisters]) => ({ role, sisters, partners: partnersOf(role) })),
  }
}
