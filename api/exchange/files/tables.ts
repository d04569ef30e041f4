import type { Format, ReadOptions, Table } from './format.ts'
import { formats } from './formats.ts'
import { limits } from './limits.ts'
import { sniffFormat } from './sniff.ts'
import { Unreadable } from './unreadable.ts'

/** `hash` is its SHA-256, for a file whose bytes are better not all in memory. */
export type GivenFile = { name: string; bytes: Uint8Array; hash?: () => string }

/** The tables of a file, read as its mapping says, or as its bytes look. @throws Unreadable */
export function tablesOf(
  { name, bytes }: GivenFile,
  { format, ...options }: ReadOptions & { format?: keyof typeof formats },
): Table[] {
  if (bytes.byteLength > limits.file) throw new Unreadable({ file: name, rule: tooLarge(bytes.byteLength) })
  const looks = sniffFormat(name, bytes)
  if (format && format !== looks)
    throw new Unreadable({ file: name, rule: `looks like ${looks}, and the mapping says ${format}` })
  const reader: Format = formats[looks]
  return reader.tables(name, bytes, options)
}

/** Why a file of so many bytes is not read. */
export function tooLarge(bytes: number): string {
  const megabytes = (size: number) => Math.round(size / 1024 / 1024)
  return `holds ${megabytes(bytes)} MB: ${megabytes(limits.file)} MB at most, split it`
}
