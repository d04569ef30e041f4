import { undoImport } from '../../api/exchange/history/undo.ts'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import type { Access } from '../../api/neo4j/answer.ts'
import { cantines, file, mapping } from './cantines.ts'

// A process of its own that brings an import in, or takes it back, and is killed midway, before its last word or after it.
const [act = '', when = ''] = process.argv.slice(2)
const access = JSON.parse(process.env['TEST_NEO4J'] ?? '{}') as Access
const die = () => process.kill(process.pid, 'SIGKILL')
const how = {
  stageFrom: 1,
  progress: (done: number, of: number) => {
    if (when === 'midway' && done * 2 > of) die()
  },
  ending: () => {
    if (when === 'at the end') die()
  },
  ended: () => {
    if (when === 'before the sweep') die()
  },
}
const { driver, database } = { driver: connectTo(access), database: access.database }
if (act === 'import') await writeImport(driver, database, prepareImport(mapping(), [file(cantines)]), how)
else await undoImport(driver, database, 1, how)
