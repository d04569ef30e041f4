import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** How much is written or read at once, in bytes. */
const page = 65_536
const mostPending = 1024 * 1024
const closing = new FinalizationRegistry<number>(closeSync)

/**
 * Bytes kept outside the memory, in a file of the temporary folder that has no name any more: nothing is left of it however
 * the process ends. What is little never leaves the memory.
 */
export class Scratch {
  private file?: number
  private pending = Buffer.allocUnsafe(4096)
  private filled = 0
  /** How many bytes stand in the file, before the pending ones. */
  private written = 0
  private window = Buffer.alloc(0)
  private windowFrom = 0

  /** Where the bytes stand from now on. */
  append(bytes: Uint8Array): number {
    const at = this.written + this.filled
    if (this.filled + bytes.length > this.pending.length) this.makeRoom(bytes.length)
    if (bytes.length > this.pending.length) this.written += this.write(bytes)
    else
      this.filled += Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).copy(this.pending, this.filled)
    return at
  }

  /** Bytes that were appended; they are good until the next call. */
  read(at: number, size: number): Buffer {
    if (at >= this.written) return this.pending.subarray(at - this.written, at - this.written + size)
    const from = at - this.windowFrom
    if (from >= 0 && from + size <= this.window.length) return this.window.subarray(from, from + size)
    this.fill(at, Math.min(Math.max(size, page), this.written - at))
    return this.window.subarray(0, size)
  }

  private makeRoom(size: number): void {
    if (this.filled + size <= mostPending) {
      const wider = Buffer.allocUnsafe(
        Math.min(mostPending, Math.max(this.pending.length * 2, this.filled + size)),
      )
      this.pending.copy(wider, 0, 0, this.filled)
      this.pending = wider
      return
    }
    this.written += this.write(this.pending.subarray(0, this.filled))
    this.filled = 0
  }

  private write(bytes: Uint8Array): number {
    this.file ??= this.open()
    let done = 0
    while (done < bytes.length) done += writeSync(this.file, bytes, done, bytes.length - done)
    return done
  }

  private fill(at: number, size: number): void {
    if (this.window.length < size) this.window = Buffer.allocUnsafe(size)
    const window = this.window.subarray(0, size)
    let done = 0
    while (this.file !== undefined && done < size) {
      const more = readSync(this.file, window, done, size - done, at + done)
      if (more === 0) throw new Error('a temporary file was cut short while it was in use')
      done += more
    }
    ;[this.window, this.windowFrom] = [window, at]
  }

  private open(): number {
    const folder = mkdtempSync(join(tmpdir(), 'essaim-'))
    const file = openSync(join(folder, 'rows'), 'wx+', 0o600)
    rmSync(folder, { recursive: true })
    closing.register(this, file)
    return file
  }
}
