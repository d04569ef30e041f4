// A process of its own that opens the graph of ESSAIM_HOME, says so, and stays until it is killed.
import { config } from '../../api/config.ts'
import { silently } from '../../api/neo4j/report.ts'
import { openStore } from '../../api/neo4j/store.ts'

const { driver, database } = await openStore(config, silently)
await driver.executeQuery('CREATE (:Note {text: $text})', { text: 'acknowledged' }, { database })
console.info('ready')
setInterval(() => undefined, 60_000)
