import { client } from '../client.ts'
import { reasonOf } from '../ui/reason.ts'
import { searchQuery, type Found } from './query.ts'

// Milliseconds from one question to the next: a first letter waits for nothing, who types fast asks once for a few.
const apart = 60

/** What the words being typed find. A question that newer words overtake is taken back, also at the server. */
export class Finding {
  found = $state.raw<Found[]>([])
  /** The words that `found` answers. */
  answered = $state('')
  failure = $state<string | null>(null)
  #leave = () => {}
  #askedAt = -Infinity

  /** Asks for records of these kinds, of all that have a name when it is null. */
  ask(text: string, recordKinds: Found['kind'][] | null, first: number): () => void {
    this.#leave()
    if (text === '') {
      this.#show('', [])
      return this.#leave
    }
    let unsubscribe = () => {}
    const send = () => {
      this.#askedAt = performance.now()
      const answers = client.query(searchQuery, { text, recordKinds, first }).subscribe(({ data, error }) => {
        this.#show(text, data?.search ?? this.found)
        this.failure = error ? reasonOf(error) : null
      })
      unsubscribe = () => answers.unsubscribe()
    }
    const timer = setTimeout(send, Math.max(0, this.#askedAt + apart - performance.now()))
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
