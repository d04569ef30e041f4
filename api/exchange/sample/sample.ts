import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import neo4j from 'neo4j-driver'
import type { Driver } from 'neo4j-driver'
import { parse } from 'yaml'
import { statement } from '../../statements.ts'
import { familyRecords } from './families.ts'
import { readFamily } from './familyFile.ts'
import { readProgrammes } from './programmeFile.ts'
import { programmeRecords } from './programmes.ts'
import { writeRecords } from '../writing/records.ts'
import type { Records } from '../record.ts'
import type { Recorder } from './recording.ts'
import type { Written } from '../writing/records.ts'

const folder = fileURLToPath(new URL('../../../cypher/samples/', import.meta.url))
const notFamilies = new Set(['places.yaml', 'programmes.yaml', 'recorder.yaml', 'themes.yaml'])

/** The sample's files as records: families with their partners, commons, networks and places, and programmes. */
export function sampleRecords(from: string = folder): Records {
  const families = readdirSync(from)
    .filter((file) => file.endsWith('.yaml') && !notFamilies.has(file))
    .sort()
    .map((file) => readFamily(file, readFileSync(from + file, 'utf8')))
  const recorder = parse(readFileSync(`${from}recorder.yaml`, 'utf8')) as Recorder
  const { broader } = parse(readFileSync(`${from}themes.yaml`, 'utf8')) as { broader: Record<string, string> }
  const told = familyRecords(families, recorder, broader)
  const programmes = programmeRecords(
    readProgrammes('programmes.yaml', readFileSync(`${from}programmes.yaml`, 'utf8')),
    recorder,
  )
  return { nodes: [...told.nodes, ...programmes.nodes], links: [...told.links, ...programmes.links] }
}

/** Loads the sample in one transaction; what is already there and says the same stays as it is. */
export async function seed(driver: Driver, database: string): Promise<Written & { records: Records }> {
  const records = sampleRecords()
  return { ...(await writeRecords(driver, database, records)), records }
}

/** True when the graph holds no record at all. */
export async function isEmpty(driver: Driver, database: string): Promise<boolean> {
  const { records } = await driver.executeQuery(
    statement('exchange/graph.isEmpty.cypher'),
    {},
    { database, routing: neo4j.routing.READ },
  )
  return records[0]?.get('isEmpty') === true
}
