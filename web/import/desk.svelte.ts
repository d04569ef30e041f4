import type {
  Correction,
  GivenMapping,
  Progress,
  Recognised,
  SheetChoices,
  Target,
  Told,
} from '../../api/exchange/upload/answers.ts'
import { today } from '../drawing/time.ts'
import { t } from '../messages.ts'
import { bring, isAway, reasons, recognise, Refusal } from './ask.ts'
import { correctionsWith, sheetsWith, wordMeaning, type Sheets } from './decisions.ts'
import { Door } from './door.svelte.ts'
import { GivenFiles } from './given.svelte.ts'
import { loadedAs, loadFound, type Load } from './load.ts'
import { heard, type Heard } from './progress.ts'
import {
  isComplete,
  namedIn,
  networkChosen,
  nobodyYet,
  recordedAs,
  waysOf,
  type Recorder,
} from './recorder.ts'
import { own, type Sentence } from './sentences.ts'

type Step = 'files' | 'whose' | 'check' | 'load'
export type Doing = 'handing' | 'recognising' | 'check' | 'load'
/** Why something was not done; `back` when the server was away and this is what came of it. */
type Trouble = { at: Step; says: Sentence[]; mood: 'failed' | 'away' | 'back' }

/** One import from its files to the graph: what was given, decided, found and done. */
export class Desk {
  readonly door = new Door()
  readonly given = new GivenFiles(this.door)
  recognised = $state.raw<Recognised | null>(null)
  recorder = $state.raw<Recorder>(nobodyYet)
  source = $state('')
  acceptsValid = $state(false)
  /** Whether what is no longer in the files ended today. */
  retires = $state(false)
  corrections = $state.raw<Correction[]>([])
  doing = $state<Doing | null>(null)
  progress = $state.raw<Heard | null>(null)
  checked = $state.raw<Told | null>(null)
  /** Whether something was changed since the check. */
  isStale = $state(false)
  loaded = $state.raw<Load | null>(null)
  trouble = $state.raw<Trouble | null>(null)
  #isGuess = $state(false)
  #sheets: Sheets = {}
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

  async give(files: readonly File[]) {
    await this.#try('files', 'handing', () => this.given.take(files))
    if (!this.trouble) await this.look()
  }

  remove(name: string) {
    this.given.remove(name)
    return this.look()
  }

  /** Reads the columns anew instead of by the mapping that was found or given. */
  guess() {
    this.#isGuess = true
    return this.forgetMapping()
  }

  forgetMapping() {
    this.given.mapping = null
    return this.look()
  }

  /** Asks what the files are, with all that was decided; the last question counts. */
  look() {
    return (this.#looking = this.#look())
  }

  async #look() {
    const number = ++this.#latest
    this.isStale = this.checked !== null
    this.loaded = null
    if (this.given.all.length === 0) {
      this.recognised = null
      this.checked = null
      return
    }
    await this.#try('files', 'recognising', async () => {
      const { mapping } = this.given
      const source = this.source.trim()
      const choices = {
        ...(source && { source }),
        ...(mapping === null && { network: networkChosen(this.recorder) }),
        sheets: this.#sheets,
      }
      const how = {
        ...(mapping && { mapping }),
        ...{ guess: this.#isGuess, choices, corrections: this.corrections },
      }
      const recognised = await this.given.again(() => recognise(this.given.ids(), how, this.door.asking()))
      if (number === this.#latest) this.#know(recognised)
    })
  }

  /** Takes what the files are, and who usually records such ones. */
  #know(recognised: Recognised) {
    const isNew = this.recognised?.form !== recognised.form
    this.recognised = recognised
    const ways = waysOf(recognised)
    const [by = 'new'] = ways
    if (isNew && (namedIn(recognised) !== null || !ways.includes(this.recorder.by)))
      this.recorder = {
        ...this.recorder,
        by,
        ...(by === 'known' && { id: recorderBefore(recognised) }),
      }
  }

  decide(input: string, decided: SheetChoices) {
    this.#sheets = sheetsWith(this.#sheets, input, decided)
    return this.look()
  }

  takeFor = (input: string, column: string, target: Target) =>
    this.decide(input, { columns: { [column]: target } })

  means = (input: string, column: string, word: string, term: string) =>
    this.decide(input, wordMeaning(this.#sheets, input, column, word, term))

  /** Reads a cell of a column as something else wherever it says this; as what it says when nothing is given. */
  correct(input: string, column: string, value: string, now: string) {
    this.corrections = correctionsWith(this.corrections, { in: input, column, value, now })
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
    else this.loaded = loadedAs(loaded, this.recognised?.form !== 'direct')
    await this.door.enter()
  }

  /** Stops a check; nothing is written by one. */
  stop() {
    this.#stop?.abort()
  }

  startOver() {
    this.given.clear()
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
      const asking = this.door.asking(this.#stop.signal)
      const hear = (said: Progress) => (this.progress = heard(this.progress, said))
      told = await this.given.again(() => bring(how, this.given.ids(), what, asking, hear))
    })
    return told
  }

  async #try(at: Step, doing: Doing, work: () => Promise<void>) {
    this.trouble = null
    this.progress = null
    this.doing = doing
    try {
      await work()
    } catch (error) {
      if (error instanceof Refusal && error.status === 401) this.door.access = 'locked'
      const trouble: Trouble = { at, says: reasons(error), mood: isAway(error) ? 'away' : 'failed' }
      this.trouble = trouble
      if (trouble.mood === 'away') void this.#followUp(trouble, doing)
    } finally {
      this.doing = null
    }
  }

  /** Goes on, or says what is safe, once the server answers again; unless something else was done meanwhile. */
  async #followUp(trouble: Trouble, doing: Doing) {
    const [latest] = this.door.former
    await this.door.untilBack()
    if (this.trouble !== trouble || this.door.access !== 'open') return
    if (doing === 'recognising') return this.look()
    const names = this.given.all.map(({ file }) => file.name)
    this.loaded = doing === 'load' ? loadFound(this.door.former, names, latest?.number ?? 0) : null
    this.trouble = this.loaded ? null : { ...trouble, says: [own(t(`import.back.${doing}`))], mood: 'back' }
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
