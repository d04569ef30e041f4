import { undoImport } from '../../api/exchange/history/undo.ts'
import { prepareImport } from '../../api/exchange/importing/prepare.ts'
import { writeImport } from '../../api/exchange/importing/write.ts'
import { parseMapping } from '../../api/exchange/mapping/mapping.ts'
import type { Access } from '../../api/neo4j/answer.ts'
import { connectTo } from '../../api/neo4j/store.ts'
import { manyRows, manyRowsYaml } from './manyRows.ts'

/** When a process that brings rows in, or takes them back, can be killed. */
export const stages = {
  import: ['while it reads', 'while it checks', 'between records and links', 'before its last word'],
  undo: ['while it compares', 'while it takes back', 'before its last word', 'before the sweep'],
}

// A process of its own, that kills itself when the stage is reached.
const [act = '', stage = '', rows = '0'] = process.argv.slice(2)
const given = process.env['BENCH_NEO4J']
if (given) await live(JSON.parse(given) as Access)

async function live(access: Access): Promise<void> {
  const driver = connectTo(access)
  const at = (name: string) => {
    if (stage === name) process.kill(process.pid, 'SIGKILL')
  }
  if (act === 'undo') {
    await undoImport(driver, access.database, 1, {
      progress: (done, of) => {
        if (done * 4 > of) at('while it compares')
        if (done * 4 > of * 3) at('while it takes back')
      },
      ending: () => at('before its last word'),
      ended: () => at('before the sweep'),
    })
  } else {
    const file = { name: 'many.csv', bytes: Buffer.from([...manyRows(Number(rows))].join('')) }
    const ready = prepareImport(parseMapping(manyRowsYaml, 'many.yaml'), [file], {
      progress: (done, of) => {
        if (done * 2 > of) at('while it reads')
      },
    })
    const records = ready.records.nodes.length
    await writeImport(driver, access.database, ready, {
      progress: (done, of) => {
        if (done * 4 > of) at('while it checks')
        if (done * 2 > of + records) at('between records and links')
      },
      ending: () => at('before its last word'),
    })
  }
  await driver.close()
}
