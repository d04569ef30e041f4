import { client } from '../client.ts'
import { t } from '../messages.ts'
import { onceReady } from '../ui/onceReady.ts'
import { isAway, reasonOf } from '../ui/reason.ts'
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
    let stopWaiting = () => {}
    const send = (requestPolicy: 'cache-first' | 'network-only') => {
      unsubscribe()
      this.#askedAt = performance.now()
      const asked = client.query(searchQuery, { text, recordKinds, first }, { requestPolicy })
      const answers = asked.subscribe(({ data, error }) => {
        this.#show(text, data?.search ?? this.found)
        if (!error) return
        this.failure = reasonOf(error)
        if (!isAway(error)) return
        // What was typed stays, and is asked again once the server is back.
        this.failure += ` ${t('state.again')}`
        stopWaiting = onceReady(() => send('network-only'))
      })
      unsubscribe = () => answers.unsubscribe()
    }
    const timer = setTimeout(
      () => send('cache-first'),
      Math.max(0, this.#askedAt + apart - performance.now()),
    )
    this.#leave = () => {
      clearTimeout(timer)
      stopWaiting()
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
