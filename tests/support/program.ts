import { spawn, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'

const root = resolve(import.meta.dirname, '..', '..')

export type Program = {
  child: ChildProcess
  /** Everything printed so far, both streams. */
  output(): string
  /** Resolves when the words were printed; fails with the output when the program ends before. */
  says(words: string): Promise<void>
  ended: Promise<number | null>
}

/** Runs a file of the project as a process of its own, in that home. */
export function run(file: string, args: string[], env: Record<string, string>): Program {
  const command = file.endsWith('.ts') ? ['--import', 'tsx', file] : [file]
  const child = spawn(process.execPath, [...command.with(-1, join(root, file)), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const watchers = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      for (const watch of watchers) watch()
    })
  }
  const ended = new Promise<number | null>((end) => child.once('close', end))
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const says = (words: string) =>
    new Promise<void>((found, failed) => {
      const watch = () => {
        if (said.includes(words)) found()
      }
      watchers.add(watch)
      watch()
      void ended.then(() => failed(new Error(`it ended without saying "${words}":\n${said}`)))
    })
  return { child, output: () => said, says, ended }
}
