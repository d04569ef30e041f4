import { SaxesParser } from 'saxes'
import type { SaxesAttributeNSIncomplete, SaxesTagNS } from 'saxes'
import { limits } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'

export type Tag = { name: string; attribute: (name: string) => string | undefined }
export type Events = {
  open?: (tag: Tag) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/**
 * Walks through XML, told as names without prefixes. Entities that a document declares itself are not known, so none can
 * grow. @throws Unreadable
 */
export function walkXml(file: string, bytes: Uint8Array, { open, close, text }: Events): void {
  const parser = new SaxesParser({ xmlns: true, position: true })
  let depth = 0
  const refuse = (rule: string, cause?: unknown) => new Unreadable({ file, row: parser.line, rule }, cause)
  parser.on('error', (error) => {
    throw refuse(`is no sound XML: ${error.message.replace(/^\d+:\d+: /, '')}`, error)
  })
  parser.on('doctype', () => {
    throw refuse('declares a document type: only plain XML is read')
  })
  parser.on('opentag', (tag) => {
    if (++depth > limits.depth * 4) throw refuse('stands too deep')
    open?.(plain(tag))
  })
  parser.on('closetag', ({ local }) => {
    depth--
    close?.(local)
  })
  if (text) parser.on('text', text)
  if (text) parser.on('cdata', text)
  const decoder = new TextDecoder('utf-8')
  for (let at = 0; at < bytes.length; at += 65_536)
    parser.write(decoder.decode(bytes.subarray(at, at + 65_536), { stream: true }))
  parser.write(decoder.decode()).close()
}

function plain({ local, attributes }: SaxesTagNS): Tag {
  const given = attributes as Record<string, SaxesAttributeNSIncomplete>
  return {
    name: local,
    attribute: (name) =>
      (given[name] ?? Object.values(given).find((one) => one.local === name && one.prefix !== 'xmlns'))
        ?.value,
  }
}
