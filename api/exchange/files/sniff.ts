import type { formats } from './formats.ts'
import { Unreadable } from './unreadable.ts'

const start = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, place) => bytes[place] === byte)

/** Which form a file has, by its first bytes. @throws Unreadable for forms that are known and not read */
export function sniffFormat(file: string, bytes: Uint8Array): keyof typeof formats {
  if (start(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const rule = 'is an old Excel workbook (.xls) or has a password: save it as .xlsx, without one'
    throw new Unreadable({ file, rule })
  }
  if (start(bytes, 0x1f, 0x8b)) throw new Unreadable({ file, rule: 'is packed (gzip): unpack it first' })
  if (start(bytes, 0x25, 0x50, 0x44, 0x46))
    throw new Unreadable({ file, rule: 'is a PDF: it has no columns' })
  if (start(bytes, 0x50, 0x4b)) return 'xlsx'
  const first = /[^\s\uFEFF\0]/.exec(Buffer.from(bytes.subarray(0, 1000)).toString('utf8'))?.[0]
  return first === '{' || first === '[' ? 'json' : 'csv'
}
