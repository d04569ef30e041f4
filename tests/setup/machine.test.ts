import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkFolder, folderError } from '../../api/neo4j/folder.ts'
import { fetchJars, mavenFailure } from '../../api/neo4j/jars.ts'
import { findJava, majorVersion } from '../../api/neo4j/java.ts'
import { silently } from '../../api/neo4j/report.ts'
import { folderWith, onlyCommandsOf, temporaryFolder } from '../support/folder.ts'

it('without Java, one reads what to install', async () => {
  onlyCommandsOf(temporaryFolder())
  await expect(findJava(undefined)).rejects.toThrow(/Java is missing: .*install Java 17.*docker compose up/)
})

it('a JAVA_HOME without Java is named', async () => {
  await expect(findJava('/nowhere')).rejects.toThrow('JAVA_HOME has no /nowhere/bin/java')
})

it('an old Java is named with what replaces it', async () => {
  onlyCommandsOf(folderWith('java', `echo 'openjdk version "11.0.22" 2024-01-16' >&2`))
  await expect(findJava(undefined)).rejects.toThrow(/Java 11 is too old .* needs Java 17/)
})

it('a Java is known by what it prints', () => {
  expect(majorVersion('java version "1.8.0_392"')).toBe(8)
  expect(majorVersion('openjdk version "17.0.15" 2025-04-15')).toBe(17)
  expect(majorVersion('openjdk version "21-ea" 2023-09-19')).toBe(21)
  expect(majorVersion('The operation could not be completed.')).toBeUndefined()
})

it('without Maven, one reads what to install, and nothing half done stays', async () => {
  const cache = temporaryFolder()
  onlyCommandsOf(temporaryFolder())
  await expect(fetchJars(cache, silently)).rejects.toThrow(/Maven is missing.*install.*docker compose up/)
  expect(readdirSync(cache)).toEqual(['maven.log'])
})

it('a Maven that fails is quoted, and nothing half done stays', async () => {
  const cache = temporaryFolder()
  onlyCommandsOf(
    folderWith(
      'mvn',
      `echo '[ERROR] Could not transfer artifact: repo.maven.apache.org: unknown host'; exit 1`,
    ),
  )
  await expect(fetchJars(cache, silently)).rejects.toThrow(/a way to Maven Central.*unknown host.*maven\.log/)
  expect(readdirSync(cache)).toEqual(['maven.log'])
})

it('jars that do not match their checksum are told from a missing network', () => {
  const said = '[ERROR] Checksum validation failed, expected 12 but is 34'
  expect(mavenFailure(said, 'maven.log')).toMatch(/does not match its checksum.*expected 12 but is 34/)
})

it('a full disk is told before anything is written, with what is needed', () => {
  const folder = temporaryFolder()
  expect(() => checkFolder(folder, 1e18)).toThrow(
    /too full: \d+ MB free, 1000000000000 MB needed.*ESSAIM_HOME/,
  )
  expect(folderError(folder, Object.assign(new Error(), { code: 'ENOSPC' })).message).toMatch(/is full: free/)
})

it('a folder that can not be written is named', () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(() => checkFolder(join(file, 'home'), 0)).toThrow(/file\/home can't be written.*ESSAIM_HOME/)
  const home = join(temporaryFolder(), 'home')
  mkdirSync(home)
  expect(() => checkFolder(home, 0)).not.toThrow()
})
