import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
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
  const isSame = () => {
    if (statSync(path).mtimeMs !== mtimeMs) throw new Error(`${name}: changed while it was read: start again`)
  }
  return {
    name,
    get bytes() {
      isSame()
      return readFileSync(path)
    },
    hash: () => {
      isSame()
      return sha256(path)
    },
  }
}

function sha256(path: string): string {
  const [hash, part] = [createHash('sha256'), Buffer.allocUnsafe(1024 * 1024)]
  const file = openSync(path, 'r')
  try {
    for (let size = readSync(file, part); size > 0; size = readSync(file, part))
      hash.update(part.subarray(0, size))
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}
