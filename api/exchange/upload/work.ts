import type { MessagePort } from 'node:worker_threads'
import { Neo4jError, type Driver } from 'neo4j-driver'
import { clientError, type Code } from '../../errors.ts'
import type { Access } from '../../neo4j/answer.ts'
import { connectTo } from '../../neo4j/store.ts'
import { onDisk } from '../files/onDisk.ts'
import type { GivenFile } from '../files/tables.ts'
import { undoImport } from '../history/undo.ts'
import { ImportRefused, prepareImport } from '../importing/prepare.ts'
import { writeImport } from '../importing/write.ts'
import { busy, sweepUnlessBusy } from '../writing/lock.ts'
import type { Failure, Progress, Undone } from './answers.ts'
import { familiesIn } from './families.ts'
import { KeptReports, reportGone } from './keptReports.ts'
import { outcome } from './outcome.ts'
import { mappingOf, recognise } from './recognise.ts'
import { keepMapping, rememberedMappings } from './remembered.ts'
import { sayings } from './saying.ts'
import type { Lying, Task } from './task.ts'

type Asked = { id: number; task: Task }
type Tell = (progress: Progress) => void
const reports = new KeptReports()

/** Nobody waits for the task any more. */
class Stopped extends Error {}

/** Does tasks, one after the other, and answers each by its number; `stopped` holds the last number that is not waited for. */
export function work(port: MessagePort, access: Access, stopped: Int32Array): void {
  const driver = connectTo(access)
  let last = Promise.resolve()
  port.on('message', ({ id, task }: Asked) => {
    last = last.then(async () => {
      try {
        const tell = rarely((said) => port.postMessage({ id, progress: said }))
        const progress: Tell = (said) => {
          if (Atomics.load(stopped, 0) >= id) throw new Stopped()
          tell(said)
        }
        port.postMessage({ id, answer: await done(task, driver, access.database, progress) })
      } catch (error) {
        if (!(error instanceof Stopped)) port.postMessage({ id, failure: failureOf(error) })
      }
    })
  })
}

async function done(task: Task, driver: Driver, database: string, progress: Tell) {
  switch (task.do) {
    case 'recognise':
      return recognise(given(task.files), task, await rememberedMappings(driver, database))
    case 'check':
    case 'load':
      return bring(task, driver, database, progress)
    case 'problems':
      return reports.page(task.report, task.group, task.from)
    case 'report':
      return reports.whole(task.report)
    case 'undo':
      return undo(task, driver, database, progress)
  }
}

async function bring(
  task: Extract<Task, { do: 'check' | 'load' }>,
  driver: Driver,
  database: string,
  progress: Tell,
) {
  const { as, networkName, acceptValid, retire } = task
  const isCheck = task.do === 'check'
  const files = given(task.files)
  const mapping = task.mapping && mappingOf(task.mapping)
  const step = stepOf(progress)
  try {
    const ready = prepareImport(mapping, files, { as, networkName, acceptValid, progress: step('reading') })
    if (!isCheck) await sweepUnlessBusy(driver, database)
    const how = { dryRun: isCheck, progress: step('writing'), ...(retire !== undefined && { retire }) }
    const brought = await writeImport(driver, database, ready, how)
    if (!isCheck && brought.number !== undefined && mapping)
      await keepMapping(driver, database, brought.number, mapping)
    const { report, records } = ready
    const families = isCheck ? [] : await familiesIn(records, driver, database)
    return outcome({ report, refused: brought.refused, brought, isCheck, files, mapping, families }, reports)
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error
    return outcome({ report: error.report, refused: error.problems, isCheck, files, mapping }, reports)
  }
}

async function undo(
  { number, isDryRun: dryRun }: Extract<Task, { do: 'undo' }>,
  driver: Driver,
  database: string,
  progress: Tell,
): Promise<Undone> {
  const how = { dryRun, progress: stepOf(progress)('undoing') }
  const { removed, restored, kept } = await undoImport(driver, database, number, how)
  return { removed, restored, kept }
}

const stepOf = (progress: Tell) => (step: Progress['step']) => (done: number, of: number) =>
  progress({ step, done, of })

const given = (files: readonly Lying[]): GivenFile[] => files.map(({ name, path }) => onDisk(path, name))

/** Errors that we throw are sentences for people; what others throw is for the log. */
function failureOf(error: unknown): Failure {
  const isOurs = error instanceof Error && !(error instanceof Neo4jError) && !isSlip(error)
  if (isOurs) return failure(codes[error.message] ?? 'INVALID', error.message)
  const { message, extensions } = clientError({ message: '' }, error)
  return failure(String(extensions?.code) as Code, message)
}

const codes: Readonly<Record<string, Code>> = { [busy]: 'CONFLICT', [reportGone]: 'NOT_FOUND' }
const failure = (code: Code, message: string): Failure => ({ code, message, says: sayings(message) })

const isSlip = (error: Error) =>
  'code' in error ||
  [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind)

/** Ten times a second is enough for people. */
function rarely(tell: Tell): Tell {
  let last = 0
  return (progress) => {
    const now = Date.now()
    if (now - last < 100 && progress.done < progress.of) return
    last = now
    tell(progress)
  }
}
