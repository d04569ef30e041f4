import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { limits } from './limits.ts'
import { tooLarge, type GivenFile } from './tables.ts'

/**
 * A file of the disk, read anew each time its bytes are asked for, so that they are not in memory for as long as an import
 * takes. @throws Error when it can't be read or is too large; later, when it changed meanwhile
 */
export function onDisk(path: string, name = basename(path)): GivenFile {
  const { size, mtimeMs } = statSync(path)
  if (size > limits.file) throw new Error(tooLarge(size))
  return {
    name,
    get bytes() {
      if (statSync(path).mtimeMs !== mtimeMs)
        throw new Error(`${name}: changed while it was read: start again`)
      return readFileSync(path)
    },
  }
}
