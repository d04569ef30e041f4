import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { archiveFlags } from '../../api/neo4j/archive.ts'
import { temporaryFolder } from '../support/folder.ts'

test('what a killed process left of a class-data archive is deleted, what another still makes is not', () => {
  const jars = temporaryFolder()
  // Linux gives no process a number beyond four million.
  const [abandoned, made] = [`classes-old.jsa.99999999-1`, `classes-old.jsa.${process.pid}-1`]
  for (const name of [abandoned, made, 'classes-old.jsa']) writeFileSync(join(jars, name), '')
  archiveFlags(jars, { command: 'java', major: 17, build: 'new' })
  expect(readdirSync(jars).sort()).toEqual(['classes-old.jsa', made])
})
