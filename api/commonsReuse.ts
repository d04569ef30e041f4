import { rows, type Read } from './read.ts'
import { givenStatement } from './statements.ts'

type Row = {
  total: number
  /** Id, name. */
  initiatives: [string, string][]
  commonsTotal: number
  /** Id, name, kind, licence, url, how many initiatives share it, and who does what with it. */
  commons: [string, string, string, string | null, string | null, number, Link[]][]
}
type Link = ['USES' | 'CONTRIBUTES_TO', string]

const reuse = givenStatement('queries/Query.commonsReuse.cypher')

/** The rows of `Query.commonsReuse`, or nothing when no initiative has this id. */
export async function commonsReuse(_: unknown, args: Record<string, unknown>, { read }: { read: Read }) {
  const [family] = await rows<Row>(read, reuse, args)
  if (!family) return null
  const { total, commonsTotal } = family
  const initiatives = family.initiatives.map(([id, name]) => ({ id, name }))
  const ids = initiatives.map(({ id }) => id)
  const commons = family.commons.map(([id, name, kind, licence, url, sharedBy, links]) => {
    const using = those(links, 'USES')
    const enriching = those(links, 'CONTRIBUTES_TO')
    return {
      id,
      name,
      kind,
      licence,
      url,
      usesCount: using.size,
      enrichesCount: enriching.size,
      lacksCount: total - sharedBy,
      uses: ids.filter((initiative) => using.has(initiative)),
      enriches: ids.filter((initiative) => enriching.has(initiative)),
      lacks: ids.filter((initiative) => !using.has(initiative) && !enriching.has(initiative)),
    }
  })
  const truncated = initiatives.length < total || commons.length < commonsTotal
  return { total, truncated, initiatives, commonsTotal, commons }
}

const those = (links: Link[], type: Link[0]) =>
  new Set(links.filter(([did]) => did === type).map(([, initiative]) => initiative))
