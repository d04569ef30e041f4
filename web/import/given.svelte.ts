import type { GivenMapping } from '../../api/exchange/upload/answers.ts'
import { t } from '../messages.ts'
import { handOver, Refusal } from './ask.ts'
import type { Door } from './door.svelte.ts'

/** The files that the server keeps for this import, and the mapping that came with them. */
export class GivenFiles {
  all = $state.raw<{ id: string; file: File }[]>([])
  mapping = $state.raw<GivenMapping | null>(null)
  readonly #door: Door

  constructor(door: Door) {
    this.#door = door
  }

  ids = () => this.all.map(({ id }) => id)

  /** One of the same name replaces the former one, a YAML file is the mapping. @throws Refusal */
  async take(given: readonly File[]) {
    for (const file of given) {
      if (/\.ya?ml$/i.test(file.name)) {
        this.mapping = { name: file.name, text: await file.text() }
        continue
      }
      if (file.size > this.#door.mostBytes) throw new Refusal(413, t('import.tooLarge'))
      const { id } = await handOver(file, this.#door.asking())
      const others = this.all.filter((other) => other.file.name !== file.name)
      this.all = [...others, { id, file }]
    }
  }

  remove(name: string) {
    this.all = this.all.filter(({ file }) => file.name !== name)
  }

  clear() {
    this.all = []
    this.mapping = null
  }

  /** The server lets go of what lies for an hour, and of all when it restarts: hands the files over once more. */
  async again<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error
      this.all = await Promise.all(
        this.all.map(async ({ file }) => ({ file, ...(await handOver(file, this.#door.asking())) })),
      )
      return ask()
    }
  }
}
