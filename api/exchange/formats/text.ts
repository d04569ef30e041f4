import { isUtf8 } from 'node:buffer'
import type { Problem } from '../files/format.ts'
import { Unreadable } from '../files/unreadable.ts'

type Text = { text: string; isUtf8: boolean; problems: Problem[] }

/** The text of a file, and how it was told which encoding it is in. @throws Unreadable when it is not what it should be */
export function textOf(file: string, bytes: Uint8Array, encoding?: string): Text {
  if (encoding) {
    const text = decode(bytes, encoding)
    if (text !== undefined) return { text, isUtf8: /^utf-?8$/i.test(encoding), problems: [] }
    const rule = `is not ${encoding}: say its encoding in the mapping (windows-1252, utf-16le, …)`
    throw new Unreadable({ file, rule })
  }
  const wide = wideEncoding(bytes)
  const first = wide ?? 'utf-8'
  const text = decode(bytes, first)
  if (text !== undefined) return { text, isUtf8: !wide, problems: [] }
  const old = wide ? undefined : oldEncoding(bytes)
  const found = old === undefined ? undefined : decode(bytes, old)
  if (found === undefined) {
    const rule = `is not ${[first, old].filter(Boolean).join(' nor ')}: say its encoding in the mapping`
    throw new Unreadable({ file, rule })
  }
  const rule = `is not UTF-8: read as ${old}; say another encoding in the mapping when accents look wrong`
  return { text: found, isUtf8: false, problems: [{ file, rule, severity: 'note' }] }
}

/** The beginning of a file that is UTF-8 throughout, told without making a text of it all; nothing when it is not. */
export function startOfUtf8(bytes: Uint8Array, encoding = 'utf-8'): string | undefined {
  if (!/^utf-?8$/i.test(encoding) || bytes.includes(0) || !isUtf8(bytes)) return undefined
  return new TextDecoder().decode(bytes.subarray(0, 262_144))
}

const aliases: Record<string, string> = {
  macroman: 'macintosh',
  'mac-roman': 'macintosh',
  ansi: 'windows-1252',
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(aliases[encoding.toLowerCase()] ?? encoding, { fatal: true })
    const text = decoder.decode(bytes)
    if (text.includes('\0')) return undefined
    return decoder.encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, ofWindowsOnly) : text
  } catch {
    return undefined
  }
}

// Some versions of Node read Windows' own signs as the control characters of Latin 1.
const signs = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const ofWindowsOnly = (sign: string) => signs[sign.charCodeAt(0) - 0x80] ?? sign

/** UTF-16 by its mark, or by every other byte being zero as it is in Latin letters. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const start = bytes.subarray(0, 2000)
  const zeros = [0, 1].map((rest) => start.filter((byte, place) => byte === 0 && place % 2 === rest).length)
  const [even = 0, odd = 0] = zeros
  if (odd > start.length / 4 && even === 0) return 'utf-16le'
  if (even > start.length / 4 && odd === 0) return 'utf-16be'
  return undefined
}

// é è ê ë à â ç î ï ô û ù « » as the Mac of old writes them, and as Windows does.
const ofMac = new Set([0x8e, 0x8f, 0x90, 0x91, 0x88, 0x89, 0x8d, 0x94, 0x95, 0x99, 0x9e, 0x9d])
const ofWindows = new Set([0xe9, 0xe8, 0xea, 0xeb, 0xe0, 0xe2, 0xe7, 0xee, 0xef, 0xf4, 0xfb, 0xf9])

function oldEncoding(bytes: Uint8Array): string {
  let [mac, windows] = [0, 0]
  for (const byte of bytes) {
    if (byte < 0x80) continue
    if (ofMac.has(byte)) mac++
    if (ofWindows.has(byte)) windows++
  }
  return mac > windows ? 'macintosh' : 'windows-1252'
}
