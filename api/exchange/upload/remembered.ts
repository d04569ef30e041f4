import type { Driver } from 'neo4j-driver'
import { mappingNames, readMapping } from '../mapping/mapping.ts'
import type { Mapping } from '../mapping/mapping.ts'
import { statement } from '../../statements.ts'
import type { Before } from './answers.ts'

/** A mapping that the files of an earlier import were read by. */
export type Remembered = { name: string; text: string; before: Before }

/** Keeps the mapping of an import, for the next version of its files; one that comes with Essaim is there anyway. */
export async function keepMapping(
  driver: Driver,
  database: string,
  number: number,
  { name, text }: Mapping,
): Promise<void> {
  if (mappingNames().includes(name) && readMapping(name).text === text) return
  await driver.executeQuery(statement('exchange/imports.keepMapping.cypher'), { number, text }, { database })
}

/** The mapping that each network last used under each name, the latest first. */
export async function rememberedMappings(driver: Driver, database: string): Promise<Remembered[]> {
  const { records } = await driver.executeQuery(
    statement('exchange/imports.mappings.cypher'),
    {},
    { database, routing: 'READ' },
  )
  const last = new Map<string, Remembered>()
  for (const row of records) {
    const { name, text, ...before } = row.toObject() as Before & { name: string; text: string }
    const key = `${before.recordedBy}\t${name}`
    if (!last.has(key)) last.set(key, { name, text, before })
  }
  return [...last.values()]
}
