/** What a file may be at most; whatever is larger is refused with the reason, before it fills the memory. */
export const limits = {
  /** Bytes of a file. */
  file: 128 * 1024 * 1024,
  /** Bytes that a workbook may unpack to, in all. */
  unpacked: 256 * 1024 * 1024,
  /** How many times its packed size a part of a workbook may unpack to; what is small is let through. */
  ratio: 200,
  small: 1024 * 1024,
  parts: 5000,
  /** Characters of a line of a text file, quoted line breaks included. */
  line: 1_000_000,
  columns: 2000,
  rows: 1_048_576,
  /** How deep lists and objects may stand in each other. */
  depth: 30,
} as const
