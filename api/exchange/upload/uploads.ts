import { randomUUID } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** A file that was handed over, and where it lies until its import is over. */
export type Upload = { id: string; name: string; bytes: number; path: string }

/** Why a file is not taken: it is larger than what is let in. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

export const uploadLimits = {
  /** Bytes of one file. */
  file: 64 * 1024 * 1024,
  /** Bytes of all that is kept; the oldest go first. */
  all: 192 * 1024 * 1024,
  /** Milliseconds that a file is kept unused. */
  rest: 3_600_000,
}

/** Keeps files in a folder of this process that nobody else reads, as long as somebody works on them. */
export class Uploads {
  readonly #limits: typeof uploadLimits
  readonly #kept = new Map<string, Upload & { usedAt: number }>()
  #folder: string | undefined

  constructor(limits = uploadLimits) {
    this.#limits = limits
  }

  /** Writes what arrives into a file. @throws TooLarge as soon as it is, and nothing stays */
  async take(name: string, from: Readable): Promise<Upload> {
    this.#tidy()
    const id = randomUUID()
    const path = join(this.#place(), id)
    let bytes = 0
    const counted = async function* (this: Uploads, source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        bytes += chunk.byteLength
        if (bytes > this.#limits.file) throw new TooLarge()
        yield chunk
      }
    }.bind(this)
    try {
      await pipeline(from, counted, createWriteStream(path, { mode: 0o600 }))
    } catch (error) {
      rmSync(path, { force: true })
      throw error
    }
    const upload = { id, name, bytes, path }
    this.#kept.set(id, { ...upload, usedAt: Date.now() })
    this.#tidy()
    return upload
  }

  /** The file of this id, unless it was let go. */
  find(id: string): Upload | undefined {
    const upload = this.#kept.get(id)
    if (!upload) return undefined
    upload.usedAt = Date.now()
    return upload
  }

  clear(): void {
    this.#kept.clear()
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = undefined
  }

  #place(): string {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'essaim-import-'))
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    return this.#folder
  }

  #tidy(): void {
    const byUse = [...this.#kept.values()].sort((one, other) => other.usedAt - one.usedAt)
    let sum = 0
    for (const { id, path, bytes, usedAt } of byUse) {
      sum += bytes
      if (sum <= this.#limits.all && Date.now() - usedAt < this.#limits.rest) continue
      this.#kept.delete(id)
      rmSync(path, { force: true })
    }
  }
}
