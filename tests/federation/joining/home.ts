import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

/** An empty folder that goes away with the test file. */
export function homeForFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'essaim-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
