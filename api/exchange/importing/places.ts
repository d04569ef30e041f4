import type { Problem } from '../files/format.ts'
import { columnOf, tellOnce, type Draft } from './draft.ts'
import type { PlaceRule } from '../mapping/mapping.ts'
import { clueKinds, kindNames, placeByClues } from '../places/clues.ts'
import type { Clue, ClueKind, Found } from '../places/clues.ts'
import type { Place } from '../places/places.ts'
import type { Source, ValueRule } from '../mapping/valueRule.ts'

const words = clueKinds.filter((kind) => kind !== 'coordinates')

/** Where a row lies; what contradicts, what is in no list and what could not be told closely is reported. */
export function placesOfRow(draft: Draft, rules: readonly PlaceRule[], source: Source): Place[] {
  return rules.flatMap((rule) => placesByRule(draft, rule, source))
}

/** What a place is called in a row: its commune, else the nearest town as the mapping words it. */
export function placeName(near: string | undefined, { level, name = '', nearestTown }: Place): string {
  if (level === 'commune' || level === 'district' || !near || !nearestTown) return name
  return near.replace('{town}', nearestTown)
}

/** A column that lists several places gives them all, each with what the others say of the row. */
function placesByRule(draft: Draft, rule: PlaceRule, source: Source): Place[] {
  const { report } = draft
  const said = new Map<ClueKind, string[]>(
    words.map((kind) => [kind, rule[kind] ? draft.values(rule[kind], source) : []]),
  )
  const point = coordinates(draft, rule, source)
  if (point === 'wrong') return []
  const count = Math.max(1, ...[...said.values()].map((values) => values.length))
  const order = [...new Set([...(rule.believe ?? []), ...clueKinds])]
  const places: Place[] = []
  for (let index = 0; index < count; index++) {
    const clues = order.flatMap((kind): Clue[] => {
      if (kind === 'coordinates') return point && count === 1 ? [point] : []
      const values = said.get(kind) ?? []
      const word = values.length === 1 ? values[0] : values[index]
      return word === undefined ? [] : [{ kind, word }]
    })
    if (clues.length === 0) {
      const silent =
        rule.latitude && words.every((kind) => !rule[kind]) ? 'no coordinates' : 'nothing says where'
      report.places.none++
      report.unplaced.push({ ...at(source), rule: `${silent}: no territory`, severity: 'warning' })
      continue
    }
    const found = placeByClues(clues)
    tell(draft, rule, source, clues, found)
    places.push(found)
  }
  return places
}

function tell(draft: Draft, rule: PlaceRule, source: Source, clues: readonly Clue[], found: Found): void {
  const { report } = draft
  report.places[found.level ?? 'none']++
  const how = found.by.map((kind) => kindNames[kind]).join(' with ') || 'not at all'
  const resolved = (report.resolved[how] ??= { places: 0, confirmed: 0, contradicted: 0, doubtful: 0 })
  resolved.places++
  if (found.agreed.length) resolved.confirmed++
  if (found.against.length) resolved.contradicted++
  if (found.doubt) resolved.doubtful++
  if (found.territory) draft.liesIn(found.territory)
  const problem = ({ clue, rule: said }: { clue: Clue; rule: string }): Problem => ({
    ...at(source),
    ...columnOf(ruleOf(rule, clue.kind), source),
    value: clue.word,
    rule: said,
    severity: 'warning',
  })
  const taken = found.name ? `taken as ${found.name}` : 'no territory'
  for (const each of found.against)
    tellOnce(report.contradictions, { ...problem(each), severity: each.isNear ? 'note' : 'warning' })
  for (const each of found.unknown)
    if (found.territory) tellOnce(report.contradictions, { ...problem(each), severity: 'note' })
    else tellOnce(report.unplaced, problem(each))
  for (const each of found.misspelt) tellOnce(report.contradictions, { ...problem(each), severity: 'note' })
  const last = clues.find(({ kind }) => kind === found.by.at(-1)) ?? clues[0]
  if (found.doubt && last)
    tellOnce(report.unplaced, problem({ clue: last, rule: `${found.doubt}: ${taken}` }))
}

function ruleOf(rule: PlaceRule, kind: ClueKind): ValueRule | undefined {
  return kind === 'coordinates' ? undefined : rule[kind]
}

function coordinates(draft: Draft, rule: PlaceRule, source: Source): Clue | 'wrong' | undefined {
  const { latitude: north, longitude: east } = rule
  if (!north || !east) return undefined
  const [[northCell], [eastCell]] = [draft.values(north, source), draft.values(east, source)]
  if (northCell === undefined || eastCell === undefined) return undefined
  const [latitude, longitude] = [degrees(northCell), degrees(eastCell)]
  const wrong: Omit<Problem, 'file' | 'row'>[] = []
  if (!(Math.abs(latitude) <= 90))
    wrong.push({ ...columnOf(north, source), value: northCell, rule: 'is no latitude: -90 to 90' })
  if (!(Math.abs(longitude) <= 180))
    wrong.push({ ...columnOf(east, source), value: eastCell, rule: 'is no longitude: -180 to 180' })
  for (const problem of wrong) draft.complain(source, problem)
  return wrong.length
    ? 'wrong'
    : { kind: 'coordinates', word: `${northCell}, ${eastCell}`, point: { latitude, longitude } }
}

function at({ file, row }: Source): { file: string; row: number } {
  return { file, row }
}

function degrees(cell: string): number {
  return /^[+-]?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : NaN
}
