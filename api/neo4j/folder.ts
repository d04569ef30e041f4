import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs'

/** Makes the folder; throws what to do when it can't be written or its disk has less than `bytes` free. */
export function checkFolder(folder: string, bytes: number): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    throw folderError(folder, error)
  }
  const disk = statfsSync(folder)
  const free = disk.bavail * disk.bsize
  if (free < bytes) {
    throw new Error(
      `the disk of ${folder} is too full: ${megabytes(free)} free, ${megabytes(bytes)} needed. Free some space, or move the folder with ESSAIM_HOME.`,
    )
  }
}

/** The error of a file operation in a folder of ours, as a sentence that says what to do. */
export function folderError(folder: string, error: unknown): Error {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new Error(`the disk of ${folder} is full: free about 1 GB, or move the folder with ESSAIM_HOME.`)
  }
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT'].includes(code)) {
    return new Error(
      `${folder} can't be written (${code}): make it a folder that belongs to you, or choose another one with ESSAIM_HOME.`,
    )
  }
  return error instanceof Error ? error : new Error(String(error))
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`
