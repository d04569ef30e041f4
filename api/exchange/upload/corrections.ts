import { isSeq, parseDocument } from 'yaml'
import type { Correction } from './answers.ts'

const because = 'corrected by hand'

/** A mapping with further corrections: wherever a cell of a column says this, it is read as that. */
export function withCorrections(text: string, corrections: readonly Correction[]): string {
  if (corrections.length === 0) return text
  const document = parseDocument(text)
  const rules = corrections.map(({ in: input, column, value, now }) => {
    const rule = document.createNode({
      in: input,
      where: { [column]: value },
      set: { [column]: now },
      because,
    })
    rule.flow = true
    return rule
  })
  const known = document.get('corrections')
  if (isSeq(known)) known.items.push(...rules)
  else document.set('corrections', rules)
  return document.toString({ lineWidth: 0 })
}
