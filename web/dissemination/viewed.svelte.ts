import { today } from '../drawing/time.ts'
import { route } from '../route.svelte.ts'
import { fetched } from '../ui/fetched.svelte.ts'
import { addressOf } from './address.ts'
import { familyOf } from './family.ts'
import { foldsOf, foldsText } from './folds.ts'
import type { Explained } from './legend.ts'
import { presentOn, rowsOn } from './panels/present.ts'
import { threadsOf } from './picture/threads.ts'
import type { Answers } from './panels/query.ts'
import type { Dissemination } from './query.ts'
import { chosenOf, idsOf, shownOf } from './shown.ts'
import { familySentence } from './words.ts'

type Given = { id: string; answer: Dissemination; answers: Answers | undefined }

/** What the rows and the address make of a family. A choice changes the address too: what it leaves is not worked out again. */
export class Viewed {
  readonly #given: () => Given

  constructor(given: () => Given) {
    this.#given = given
  }

  id = $derived.by(() => this.#given().id)
  answer = $derived.by(() => this.#given().answer)
  address = $derived.by(() => addressOf(route.query))
  on = $derived.by(() => this.address.on)
  zoom = $derived.by(() => this.address.zoom)
  isTable = $derived.by(() => this.address.isTable)
  breaks = $derived.by(() => this.address.breaks)

  #hidden = $derived.by(() => [...this.address.without].toSorted().join(' '))
  #lineage = $derived.by(() => this.address.lineage)
  shown = $derived.by(() => {
    return shownOf(this.answer, this.#lineage, this.#hidden.split(' ').filter(Boolean), this.id)
  })
  rows = $derived.by(() => this.shown.rows)
  family = $derived.by(() => familyOf(this.rows))
  /** What there was on the date that is looked at, or all. */
  now = $derived.by(() => rowsOn(this.rows, this.on))
  sentence = $derived.by(() => familySentence(this.now, this.on))
  present = $derived.by(() => presentOn(this.rows, this.on))
  there = $derived.by(() => (this.on ? familyOf(this.now) : this.family))
  shownIds = $derived.by(() => idsOf(this.now))

  chosen = $derived.by(() => this.#chosen(0))
  second = $derived.by(() => this.#chosen(1))
  #ofBranches = fetched(
    () => import('./panels/branches.ts'),
    () => this.chosen !== undefined && this.second !== undefined,
  )
  branches = $derived.by(() => {
    const [one, other] = [this.chosen, this.second]
    return (one && other && this.#ofBranches.part?.branchesOf(this.answer, one.row.id, other.row.id)) ?? null
  })

  isNarrowed = $derived.by(() => route.query.has('levels') || route.query.has('territory'))
  until = $derived.by(() => this.on ?? today())
  from = $derived.by(() => this.address.from ?? this.family.years?.from.toString() ?? '')
  areDates = $derived.by(() => this.address.panel === 'dates' && this.from !== '')
  #ofDates = fetched(
    () => import('./panels/between.ts'),
    () => this.areDates,
  )
  changed = $derived.by(
    () => (this.areDates && this.#ofDates.part?.between(this.rows, this.from, this.until)) || null,
  )

  followed = $derived.by(() => {
    const { commons } = this.address
    return this.#given().answers?.commons.data?.commonsReuse?.commons.find(({ id }) => id === commons)
  })
  threads = $derived.by(() => (this.followed ? threadsOf(this.followed) : null))
  compared = $derived.by(
    () => this.changed?.marks ?? (this.address.panel ? null : this.branches?.marks) ?? null,
  )
  explained = $derived.by((): Explained => {
    const { threads, compared, areDates, on } = this
    const { rows: left, reduced: ever } = this.shown
    return { rows: left === ever ? this.now : rowsOn(ever, on), ever, threads, compared, areDates, on }
  })

  #foldsText = $derived.by(() => {
    const kept = [this.id, ...[this.chosen, this.second].flatMap((one) => one?.row.id ?? [])]
    return foldsText({ ...this.address, kept })
  })
  folds = $derived.by(() => foldsOf(this.#foldsText))

  hasPanel = $derived.by(() => {
    const { panel } = this.address
    return this.chosen !== undefined || (panel !== null && panel !== 'beside')
  })

  #chosen(place: number) {
    const { family } = this
    return chosenOf(this.answer, this.address.selected[place], (id) => family.members.get(id)?.link)
  }
}
