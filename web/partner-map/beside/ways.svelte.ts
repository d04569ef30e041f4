import { queryStore } from '@urql/svelte'
import { fromStore } from 'svelte/store'
import { client } from '../../client.ts'
import type { MapAddress } from '../address.ts'
import { wayOf } from './paths.ts'
import { pathQuery } from './queries.ts'

/** The shortest ways between the two that the address names. */
export class Ways {
  readonly #address: () => MapAddress

  constructor(address: () => MapAddress) {
    this.#address = address
  }

  #ends = $derived.by(() => {
    const path = this.#address().path
    return path && JSON.stringify({ from: path.from, to: path.to })
  })
  #store = $derived.by(() =>
    queryStore({
      client,
      query: pathQuery,
      variables: this.#ends ? JSON.parse(this.#ends) : { from: '', to: '' },
      pause: !this.#ends,
    }),
  )
  #asked = $derived.by(() => fromStore(this.#store))
  answer = $derived.by(() => this.#asked.current)
  emphasised = $derived.by(() => {
    const path = this.#address().path
    const way = path && this.answer.data?.pathBetween?.paths[path.way]
    return way ? wayOf(way) : null
  })
  retry = () => this.#store.reexecute({ requestPolicy: 'network-only' })
}
