import { queryStore } from '@urql/svelte'
import { untrack } from 'svelte'
import { fromStore } from 'svelte/store'
import { client } from '../client.ts'
import { route } from '../route.svelte.ts'
import { askingAgain } from './askingAgain.svelte.ts'
import { filterNames, filterOf, type MapAddress } from './address.ts'
import { figuresById } from './figures.ts'
import { counts, filtered } from './filter.ts'
import { grouped, usualGrouping } from './grouping.ts'
import { membersOf, network, type Opening } from './network.ts'
import { figuresQuery, type PartnerMapAnswer } from './query.ts'
import { sized } from './sizes.ts'
import { mapTitle } from './title.ts'

// More than this are placed by the picture of the whole graph.
const crowd = 300

/** What the rows and the address make of a map. Places follow from `whole`: it changes only when they must. */
export class Shown {
  readonly #data: () => PartnerMapAnswer
  readonly #address: () => MapAddress

  constructor(data: () => PartnerMapAnswer, address: () => MapAddress) {
    this.#data = data
    this.#address = address
  }

  starts = $derived.by(() => this.#data().partnerMap.starts)
  compared = $derived.by(() => this.starts.filter(({ kind }) => kind === 'NETWORK'))
  grouping = $derived.by(
    () => this.#address().grouping ?? (this.compared.length > 1 ? 'network' : usualGrouping(this.#plain)),
  )
  areCompared = $derived.by(() => this.grouping === 'network' && this.compared.length > 1)
  sizing = $derived.by(() => this.#address().sizing)
  memberships = $derived.by(() => [
    ...this.#data().partnerMap.memberships,
    ...(this.#data().opened?.memberships ?? []),
  ])

  recorders = $derived.by(() => [
    ...this.#data().partnerMap.recorders,
    ...(this.#data().opened?.recorders ?? []),
  ])

  #openedKey = $derived.by(() => JSON.stringify(this.#address().opened))
  #plain = $derived.by(() => {
    const { partnerMap, opened: besides } = this.#data()
    const opened: Opening[] = JSON.parse(this.#openedKey)
    const members = membersOf(this.starts, partnerMap.memberships)
    return network(partnerMap, { of: this.starts.map(({ id }) => id), opened, members }, besides)
  })

  isCrowd = $derived.by(() => this.#plain.marks.length > crowd)
  #needsFigures = $derived.by(() => this.isCrowd || this.grouping === 'community' || this.sizing !== 'links')
  #figuresKey = $derived.by(() => {
    const { depth, first } = this.#address()
    return JSON.stringify({ of: this.starts.map(({ id }) => id), depth, first })
  })
  #store = $derived.by(() =>
    queryStore({
      client,
      query: figuresQuery,
      variables: JSON.parse(this.#figuresKey),
      pause: !this.#needsFigures,
    }),
  )
  #asked = $derived.by(() => fromStore(this.#store))
  #again = askingAgain(
    () => ({
      isMissing: this.#needsFigures && !this.#asked.current.fetching && !this.figures,
      key: this.#figuresKey,
    }),
    () => this.#store.reexecute({ requestPolicy: 'network-only' }),
  )
  // What is asked again by itself keeps nobody waiting.
  isFetchingFigures = $derived.by(
    () => this.#needsFigures && this.#asked.current.fetching && this.#again.times === 0,
  )
  figures = $derived.by(() => {
    const rows = this.#needsFigures ? this.#asked.current.data?.mapFigures : null
    return rows ? figuresById(rows) : null
  })
  /** What is wrong with the figures that are needed; null when nothing is. */
  trouble = $derived.by((): 'missing' | 'late' | 'stale' | null => {
    if (!this.#needsFigures || this.isFetchingFigures) return null
    if (!this.figures) return this.#again.isOver ? 'late' : 'missing'
    return this.#asked.current.data?.insights?.isStale ? 'stale' : null
  })
  askFigures = () => this.#again.restart()

  whole = $derived.by(() => {
    const { memberships, compared, figures } = this
    const facts = { memberships, compared, communities: figures?.communities ?? null }
    return sized(grouped(this.#plain, this.grouping, facts), this.sizing, figures?.byId ?? null)
  })

  #filterKey = $derived.by(() => filterNames.map((name) => route.query.getAll(name).join(' ')).join('&'))
  #filter = $derived.by(() => {
    void this.#filterKey
    return untrack(() => filterOf(this.#address()))
  })
  visible = $derived.by(() => filtered(this.whole, this.#filter))
  tallies = $derived.by(() => counts(this.whole, this.#filter, this.visible))
  title = $derived.by(() => mapTitle(this.visible, this.starts))
}
