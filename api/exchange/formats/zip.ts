import { inflateRawSync } from 'node:zlib'
import { limits } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'

type Entry = { method: number; flags: number; packed: number; size: number; offset: number }

/** The parts of a ZIP file by name, each unpacked when it is asked for, within bounds. @throws Unreadable */
export class Zip {
  private readonly entries = new Map<string, Entry>()
  private readonly bytes: Buffer
  private left: number = limits.unpacked

  constructor(
    private readonly file: string,
    bytes: Uint8Array,
  ) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    try {
      this.readDirectory()
    } catch (error) {
      throw error instanceof Unreadable ? error : this.broken(error)
    }
  }

  has(name: string): boolean {
    return this.entries.has(name)
  }

  names(): string[] {
    return [...this.entries.keys()]
  }

  part(name: string): Buffer | undefined {
    const entry = this.entries.get(name)
    if (!entry) return undefined
    const { offset, packed, method, flags } = entry
    if (flags & 1) throw this.refused(`${name} is locked with a password: save the file without one`)
    const header = this.bytes.subarray(offset, offset + 30)
    if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw this.broken()
    const from = offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
    const data = this.bytes.subarray(from, from + packed)
    if (data.length < packed) throw this.broken()
    const part = method === 0 ? data : method === 8 ? this.unpack(name, data) : undefined
    if (!part) throw this.refused(`${name} is packed in a way that is not known (${method})`)
    if (part.length > this.left) throw this.tooBig(name)
    this.left -= part.length
    return part
  }

  private unpack(name: string, data: Buffer): Buffer {
    const most = Math.min(this.left, Math.max(limits.small, data.length * limits.ratio))
    try {
      return inflateRawSync(data, { maxOutputLength: most })
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
        throw this.tooBig(name)
      throw this.broken(error)
    }
  }

  /** The directory stands at the end, after what was packed, before a comment of 64 KB at most. */
  private readDirectory(): void {
    const { bytes } = this
    const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    if (end < 0 || end < bytes.length - 22 - 65_535) throw this.broken()
    const count = bytes.readUInt16LE(end + 10)
    let at = bytes.readUInt32LE(end + 16)
    if (count > limits.parts) throw this.refused(`holds ${count} parts: ${limits.parts} at most`)
    for (let done = 0; done < count; done++) {
      if (bytes.readUInt32LE(at) !== 0x02014b50) throw this.broken()
      const length = bytes.readUInt16LE(at + 28)
      const name = bytes.toString('utf8', at + 46, at + 46 + length)
      this.entries.set(name, {
        flags: bytes.readUInt16LE(at + 8),
        method: bytes.readUInt16LE(at + 10),
        packed: bytes.readUInt32LE(at + 20),
        size: bytes.readUInt32LE(at + 24),
        offset: bytes.readUInt32LE(at + 42),
      })
      at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  }

  private tooBig(name: string): Unreadable {
    const most = limits.unpacked / 1024 / 1024
    return this.refused(
      `${name} would unpack to more than ${limits.ratio} times its size, or the file to more than ${most} MB: it is not unpacked`,
    )
  }

  private broken(cause?: unknown): Unreadable {
    return this.refused('is damaged, or no workbook: open it in a spreadsheet and save it again', cause)
  }

  private refused(rule: string, cause?: unknown): Unreadable {
    return new Unreadable({ file: this.file, rule }, cause)
  }
}
