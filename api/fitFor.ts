import { refusal } from './errors.ts'
import { rows, type Read } from './read.ts'
import { givenStatement } from './statements.ts'

type Row = {
  territory: string | null
  territoryName: string | null
  level: string | null
  leastPopulation: number | null
  /** Id, name, how many initiatives are about it. */
  themes: [string, string, number][]
  total: number
  models: Model[]
}
/** Id, name, summary, its example's id, name and territory, score, parts, sponsors, who is ready. */
type Model = [
  string,
  string,
  string | null,
  string,
  string,
  string | null,
  number,
  Part[],
  Sponsor[],
  Ready[],
]
type Part = [string, Proof[]]
/** Kind, id, name, points, territory, value. */
type Proof = [string, string, string, number, string | null, number | null]
/** Id, name, points, territory, role, its initiative's id and name. */
type Sponsor = [string, string, number, string | null, string, string, string]
/** Id, name, points, territory, effort, as of, until. */
type Ready = [string, string, number, string | null, number, string, string | null]
type Arguments = { territory?: string | null; partner?: string | null; theme?: string | null; first: number }

const fitting = givenStatement('queries/Query.fitFor.cypher')
const classes = new Map([
  [0, 'VILLAGE'],
  [2_000, 'SMALL_TOWN'],
  [10_000, 'TOWN'],
  [50_000, 'CITY'],
  [200_000, 'METROPOLIS'],
])
const withoutClass = ['DEPARTMENT', 'REGION', 'COUNTRY']

/** The rows of `Query.fitFor`, or nothing when no record has this id; throws unless exactly one id is given. */
export async function fitFor(_: unknown, args: Arguments, { read }: { read: Read }) {
  const { territory, partner, theme } = args
  if (!territory === !partner)
    throw refusal('INVALID', 'Say for whom: give a `territory` or a `partner`, one of the two.')
  const [answer] = await rows<Row>(read, fitting, { ...args, theme: theme || null })
  if (!answer) return null
  const { leastPopulation, themes, models, ...rest } = answer
  const hasClass = leastPopulation !== null && !withoutClass.includes(rest.level ?? '')
  return {
    ...rest,
    truncated: models.length < rest.total,
    populationClass: hasClass ? classes.get(leastPopulation) : null,
    themes: themes.map(([id, name, initiatives]) => ({ id, name, initiatives })),
    models: models.map(modelOf),
  }
}

function modelOf([id, name, summary, example, exampleName, place, score, parts, sponsors, ready]: Model) {
  return {
    ...{ id, name, summary, example, exampleName, exampleTerritory: place, score },
    parts: parts.map(([reason, proofs]) => ({
      reason,
      points: proofs.reduce((sum, [, , , points]) => sum + points, 0),
      evidence: proofs.map(([kind, id, name, points, territory, value]) => ({
        ...{ kind, id, name, points, territory, value },
      })),
    })),
    sponsors: sponsors.map(([id, name, , territory, role, initiative, initiativeName]) => ({
      ...{ id, name, territory, role, initiative, initiativeName },
    })),
    ready: ready.map(([id, name, points, territory, availableEffort, asOf, readyUntil]) => ({
      ...{ id, name, territory, availableEffort, asOf, readyUntil, isEnough: points > 0 ? true : null },
    })),
  }
}
