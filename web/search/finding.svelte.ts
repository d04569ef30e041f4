import { client } from '../client.ts'
import { reasonOf } from '../ui/reason.ts'
import { searchQuery, type Found } from './query.ts'

// Milliseconds: who types fast asks once for a few letters, who types slowly waits for nothing.
const pause = 30

/** What the words being typed find. A question that newer words overtake is taken back, also at the server. */
export class Finding {
  found = $state.raw<Found[]>([])
  /** The words that `found` answers. */
  answered = $state('')
  failure = $state<string | null>(null)
  #leave = () => {}

  ask(text: string, recordKinds: Found['kind'][], first: number): () => void {
    this.#leave()
    if (text === '') {
      this.#show('', [])
      return this.#leave
    }
    let unsubscribe = () => {}
    const timer = setTimeout(() => {
      const answers = client.query(searchQuery, { text, recordKinds, first }).subscribe(({ data, error }) => {
        this.#show(text, data?.search ?? this.found)
        this.failure = error ? reasonOf(error) : null
      })
      unsubscribe = () => answers.unsubscribe()
    }, pause)
    this.#leave = () => {
      clearTimeout(timer)
      unsubscribe()
    }
    return this.#leave
  }

  #show(text: string, found: Found[]) {
    this.answered = text
    this.found = found
    this.failure = null
  }
}
