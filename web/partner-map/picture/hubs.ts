import type { Mark } from '../network.ts'
import { balance, firstWords, labelText, type LabelText, type Measure } from './wording.ts'

const most = 12
/** Who has fewer links than this holds nothing together. */
const fewest = 3

/** The marks that hold a map together, whose names go before all others: what one came for, then who has most links. */
export function hubsOf<One extends Weighed>(marks: readonly One[]): One[] {
  const found: One[] = []
  // Of fifty thousand marks only a few are sorted.
  for (const one of marks) {
    if (!one.isFocus && one.shown < fewest) continue
    const last = found.at(-1)
    if (found.length === most && last && weight(one) <= weight(last)) continue
    const place = found.findIndex((other) => weight(other) < weight(one))
    found.splice(place < 0 ? found.length : place, 0, one)
    found.length = Math.min(found.length, most)
  }
  return found
}

type Weighed = Pick<Mark, 'isFocus' | 'shown' | 'isBridge'>
const weight = ({ isFocus, shown, isBridge }: Weighed) => (isFocus ? 1e6 : 0) + shown + (isBridge ? 0.5 : 0)

/** The narrow wordings that a hub accepts besides, where nothing longer finds room. */
export const narrowTexts = ({ name }: Mark, usual: LabelText, measure: Measure): LabelText[] =>
  textsOf(
    name,
    [12, 9].map((letters) => balance(name, letters, 3)),
    usual,
    measure,
  )

/** Its first words in one line, where no other wording found room. */
export const firstTexts = ({ name }: Mark, usual: LabelText, measure: Measure): LabelText[] =>
  textsOf(
    name,
    [18, 12].flatMap((letters) => firstWords(name, letters) ?? []).map((words) => [words]),
    usual,
    measure,
  )

const textsOf = (
  name: string,
  wordings: readonly string[][],
  { size, weight }: LabelText,
  measure: Measure,
): LabelText[] =>
  wordings.map((lines) => {
    const loss = Math.max(0, 1 - lines.join(' ').length / name.length)
    return labelText(lines, size, weight, measure, loss)
  })
