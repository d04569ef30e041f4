import { because, find } from './found.ts'
import { addOrganisation } from './organisation.ts'
import { placeFlow } from './places.ts'
import { fillsDown } from '../sheets.ts'
import type { Plan } from '../sheets.ts'
import { dateValue } from '../values.ts'
import type { Lines } from './lines.ts'
import { cell } from './lines.ts'

/** The rows as members of the network. */
export function addMembers(out: Lines, { main }: Plan): void {
  const { name, meanings } = main
  if (!name) return
  out.note(0, 'Each row is an organisation of the network; nothing says that it is an initiative.')
  out.add(0, 'members:')
  if (name.filled < main.table.rows.length && !fillsDown(main))
    out.add(1, `when: ${cell(name.column)}`, 'rows without a name are left out, and told')
  out.add(1, `name: ${cell(name.column)}`, because(meanings, 'name'))
  addOrganisation(out, 1, main, { name: cell(name.column), named: name })
  const since = find(meanings, 'startedOn')
  if (since)
    out.add(1, `since: ${dateValue(since.profile).text}`, dateValue(since.profile).because ?? since.because)
  const place = placeFlow(main)
  if (place) out.add(1, `territory: ${place.text}`, place.because)
}
