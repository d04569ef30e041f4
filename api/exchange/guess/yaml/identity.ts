import { because } from './found.ts'
import type { Profile } from '../profile.ts'
import { addSaid } from './said.ts'
import { fillsDown } from '../sheets.ts'
import type { Sheet } from '../sheets.ts'
import type { Lines } from './lines.ts'
import { cell, flow, quoted } from './lines.ts'

/** Ids must stay the same in later versions of the file: a number of its own, else its name, else name and place. */
export function addIdentity(out: Lines, sheet: Sheet, name: Profile, isWalkedOften: boolean): boolean {
  const { id, meanings, table } = sheet
  const place = meanings.find(
    ({ target }) => target.is === 'place' && ['name', 'postalCode'].includes(target.clue),
  )
  let hasSites = false
  if (name.filled < table.rows.length && !fillsDown(sheet))
    out.add(1, `when: ${cell(name.column)}`, 'rows without a name are left out, and told')
  if (id) out.add(1, `id: ${cell(id.column)}`, because(meanings, 'id'))
  else
    out.add(
      1,
      `id: ${flow([
        ['value', cell(name.column).replace("'", "'projet-")],
        ['slug', 'true'],
      ])}`,
      'no column has a number of its own; the word before it keeps it apart from an organisation of one name',
    )
  if (!name.isUnique && !id) {
    out.add(
      1,
      `group: ${flow([
        ['value', cell(name.column)],
        ['slug', 'true'],
      ])}`,
      `names repeat: ${name.values.size} in ${name.filled} rows, so rows of one name are one initiative`,
    )
    hasSites = place !== undefined && !isWalkedOften && sitesOf(table, name, place.profile)
    if (hasSites && place) addSites(out, sheet, name, place.profile)
  } else if (isWalkedOften)
    out.add(1, `group: ${cell((id ?? name).column)}`, 'several rows of another sheet may join one')
  out.add(1, `name: ${cell(name.column)}`, because(meanings, 'name'))
  return hasSites
}

/** Whether rows of one name lie in different places, each once. */
function sitesOf(table: Sheet['table'], name: Profile, place?: Profile): boolean {
  if (!place) return false
  const pairs = table.rows.map(({ cells }) => `${cells.get(name.column)}\t${cells.get(place.column)}`)
  return new Set(pairs).size === pairs.length
}

function addSites(out: Lines, sheet: Sheet, name: Profile, place: Profile): void {
  out.add(
    1,
    'furtherSites:',
    'unsure: the first row of a name is taken as where it began, the others as further sites',
  )
  const template = quoted(`projet-{${name.column}}-{${place.column}}`)
  out.add(
    2,
    `id: ${flow([
      ['value', template],
      ['slug', 'true'],
    ])}`,
  )
  out.add(2, `name: ${quoted(`{${name.column}} – {${place.column}}`)}`)
  addSaid(out, 2, sheet)
  out.add(2, 'replicates: { level: REDONE }', 'unsure: INSPIRED, REDONE or SCALED')
}
