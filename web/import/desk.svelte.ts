import type {
  Correction,
  GivenMapping,
  Listed,
  Progress,
  Recognised,
  SheetChoices,
  Target,
  Told,
} from '../../api/exchange/upload/answers.ts'
import { today } from '../drawing/time.ts'
import { t } from '../messages.ts'
import { bring, handOver, list, problems, reasons, recognise, Refusal, undo, wholeReport } from './ask.ts'
import {
  isComplete,
  namedIn,
  networkChosen,
  nobodyYet,
  recordedAs,
  waysOf,
  type Recorder,
} from './recorder.ts'
import type { Sentence } from './sentences.ts'
import { keepToken, keptToken } from './token.ts'

type Given = { id: string; file: File }
type Step = 'files' | 'whose' | 'check' | 'load'
export type Doing = 'handing' | 'recognising' | 'check' | 'load'

/** One import from its files to the graph: what was given, decided, found and done. */
export class Desk {
  access = $state<'asking' | 'closed' | 'locked' | 'open' | 'unreachable'>('asking')
  former = $state.raw<Listed['imports']>([])
  files = $state.raw<Given[]>([])
  recognised = $state.raw<Recognised | null>(null)
  recorder = $state.raw<Recorder>(nobodyYet)
  source = $state('')
  acceptsValid = $state(false)
  /** Whether what is no longer in the files ended today. */
  retires = $state(false)
  corrections = $state.raw<Correction[]>([])
  doing = $state<Doing | null>(null)
  progress = $state.raw<(Progress & { since: number }) | null>(null)
  checked = $state.raw<Told | null>(null)
  /** Whether something was changed since the check. */
  isStale = $state(false)
  loaded = $state.raw<Told | null>(null)
  trouble = $state.raw<{ at: Step; says: Sentence[] } | null>(null)
  #token = keptToken()
  #mapping = $state.raw<GivenMapping | null>(null)
  #isGuess = $state(false)
  #sheets: Record<string, SheetChoices> = {}
  #mostBytes = Infinity
  #latest = 0
  #looking: Promise<void> | undefined
  #stop: AbortController | undefined

  isReady = $derived(
    this.recognised !== null &&
      this.recognised.form !== 'unreadable' &&
      !(this.recognised.form === 'guessed' && this.recognised.lacksName) &&
      !(this.recognised.form === 'mapped' && this.recognised.problems.some(refuses)) &&
      isComplete(this.recorder),
  )
  ownMapping = $derived(this.#mapping && 'name' in this.#mapping ? this.#mapping.name : null)

  /** Whether this server lets anybody import, and whether the token is known. */
  async enter(token = this.#token): Promise<boolean> {
    try {
      const { imports, mostBytes } = await list({ token })
      this.#token = token
      this.#mostBytes = mostBytes
      keepToken(token)
      this.former = imports
      this.access = 'open'
      return true
    } catch (error) {
      const status = error instanceof Refusal ? error.status : 0
      this.access = status === 404 ? 'closed' : status === 401 ? 'locked' : 'unreachable'
      if (status === 401) keepToken('')
      return false
    }
  }

  /** Takes files; one of the same name replaces the former one, a YAML file is the mapping. */
  async give(given: readonly File[]) {
    await this.#try('files', 'handing', async () => {
      for (const file of given) {
        if (/\.ya?ml$/i.test(file.name)) {
          this.#mapping = { name: file.name, text: await file.text() }
          continue
        }
        if (file.size > this.#mostBytes) throw new Refusal(413, t('import.tooLarge'))
        const { id } = await handOver(file, { token: this.#token })
        this.files = [...this.files.filter((other) => other.file.name !== file.name), { id, file }]
      }
    })
    if (!this.trouble) await this.look()
  }

  async remove(name: string) {
    this.files = this.files.filter(({ file }) => file.name !== name)
    await this.look()
  }

  /** Reads the columns anew instead of by the mapping that was found or given. */
  async guess() {
    this.#mapping = null
    this.#isGuess = true
    await this.look()
  }

  async forgetMapping() {
    this.#mapping = null
    await this.look()
  }

  /** Asks what the files are, with all that was decided; the last question counts. */
  look() {
    return (this.#looking = this.#look())
  }

  async #look() {
    const number = ++this.#latest
    this.isStale = this.checked !== null
    this.loaded = null
    if (this.files.length === 0) {
      this.recognised = null
      this.checked = null
      return
    }
    await this.#try('files', 'recognising', async () => {
      const { source } = this
      const choices = {
        ...(source.trim() && { source: source.trim() }),
        ...(this.#mapping === null && { network: networkChosen(this.recorder) }),
        sheets: this.#sheets,
      }
      const { corrections } = this
      const mapping = this.#mapping
      const how = { ...(mapping && { mapping }), guess: this.#isGuess, choices, corrections }
      const recognised = await this.#again(() => recognise(this.#ids(), how, { token: this.#token }))
      if (number !== this.#latest) return
      const isNew = this.recognised?.form !== recognised.form
      this.recognised = recognised
      const [usual = 'new'] = waysOf(recognised)
      if (isNew && (namedIn(recognised) !== null || !waysOf(recognised).includes(this.recorder.by)))
        this.recorder = {
          ...this.recorder,
          by: usual,
          ...(usual === 'known' && { id: recorderBefore(recognised) }),
        }
    })
  }

  decide(input: string, decided: SheetChoices) {
    const before = this.#sheets[input] ?? {}
    this.#sheets = {
      ...this.#sheets,
      [input]: {
        ...before,
        ...decided,
        columns: { ...before.columns, ...decided.columns },
        words: { ...before.words, ...decided.words },
      },
    }
    return this.look()
  }

  takeFor = (input: string, column: string, target: Target) =>
    this.decide(input, { columns: { [column]: target } })

  means = (input: string, column: string, word: string, term: string) =>
    this.decide(input, {
      words: { [column]: { ...this.#sheets[input]?.words?.[column], [word]: term } },
    })

  /** Reads a cell of a column as something else wherever it says this; as what it says when nothing is given. */
  correct(input: string, column: string, value: string, now: string) {
    const others = this.corrections.filter(
      (one) => one.in !== input || one.column !== column || one.value !== value,
    )
    this.corrections = now === '' || now === value ? others : [...others, { in: input, column, value, now }]
    return this.look()
  }

  say(recorder: Recorder) {
    this.recorder = recorder
    return this.look()
  }

  async check({ acceptsValid = false } = {}) {
    this.acceptsValid = acceptsValid
    await this.#looking
    const number = this.#latest
    const checked = await this.#bring('check')
    if (!checked) return
    this.checked = checked
    this.retires = false
    this.isStale = number !== this.#latest
  }

  async load() {
    const loaded = await this.#bring('load')
    if (!loaded) return
    if (loaded.isRefused) this.checked = loaded
    else this.loaded = loaded
    await this.enter()
  }

  /** Stops a check; nothing is written by one. */
  stop() {
    this.#stop?.abort()
  }

  undo = (number: number, isDryRun: boolean) => undo(number, isDryRun, { token: this.#token })

  problems = (report: string, group: number, from: number) =>
    problems(report, group, from, { token: this.#token })

  wholeReport = (report: string) => wholeReport(report, { token: this.#token })

  startOver() {
    this.files = []
    this.#mapping = null
    this.#isGuess = false
    this.#sheets = {}
    this.source = ''
    this.acceptsValid = false
    this.retires = false
    this.corrections = []
    this.loaded = null
    this.trouble = null
    return this.look()
  }

  async #bring(how: 'check' | 'load'): Promise<Told | undefined> {
    let told: Told | undefined
    await this.#try(how, how, async () => {
      const { recognised, recorder, acceptsValid: acceptValid } = this
      if (!recognised) return
      const mapping = mappingFor(recognised)
      const what = {
        ...(mapping && { mapping }),
        ...recordedAs(recorder, recognised.form),
        ...(how === 'load' && this.retires && { retire: today() }),
        acceptValid,
      }
      this.#stop = new AbortController()
      const asking = { token: this.#token, signal: this.#stop.signal }
      told = await this.#again(() => bring(how, this.#ids(), what, asking, (said) => this.#hear(said)))
    })
    return told
  }

  #hear(said: Progress) {
    const since = this.progress?.step === said.step ? this.progress.since : Date.now()
    this.progress = { ...said, since }
  }

  #ids = () => this.files.map(({ id }) => id)

  /** The server lets go of what lies for an hour, and of all when it restarts: hands the files over once more. */
  async #again<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof Refusal) || error.status !== 404) throw error
      this.files = await Promise.all(
        this.files.map(async ({ file }) => ({ file, ...(await handOver(file, { token: this.#token })) })),
      )
      return ask()
    }
  }

  async #try(at: Step, doing: Doing, work: () => Promise<void>) {
    this.trouble = null
    this.progress = null
    this.doing = doing
    try {
      await work()
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) this.access = 'locked'
      this.trouble = { at, says: reasons(error) }
    } finally {
      this.doing = null
    }
  }
}

const refuses = ({ severity = 'error' }: { severity?: string }) =>
  severity === 'error' || severity === 'critical'

function mappingFor(recognised: Recognised): GivenMapping | undefined {
  if (recognised.form !== 'guessed' && recognised.form !== 'mapped') return undefined
  return { name: recognised.mapping, text: recognised.text }
}

/** Who recorded these files the last time. */
const recorderBefore = (recognised: Recognised) =>
  recognised.form === 'mapped' ? (recognised.before?.recordedBy ?? '') : ''
