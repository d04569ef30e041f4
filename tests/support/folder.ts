import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'essaim-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with a command of that name, which runs the shell lines given. */
export function folderWith(command: string, lines: string): string {
  const folder = temporaryFolder()
  writeFileSync(join(folder, command), `#!/bin/sh\n${lines}\n`)
  chmodSync(join(folder, command), 0o755)
  return folder
}

/** Only the commands of that folder are found until the test ends. */
export function onlyCommandsOf(folder: string): void {
  const path = process.env.PATH
  process.env.PATH = folder
  onTestFinished(() => {
    process.env.PATH = path
  })
}
