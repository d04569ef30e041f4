import type { Options } from './drawn.ts'
import type { Mark } from '../network.ts'
import { balance, labelText, type LabelText, type Measure } from './wording.ts'

const most: Record<Options['shape'], number> = { wide: 12, tall: 8 }

/** The marks that hold a map together, whose names go before all others: what one came for, then who has most links. */
export function hubsOf<One extends Weighed>(marks: readonly One[], shape: Options['shape']): One[] {
  const found: One[] = []
  // Of fifty thousand marks only a few are sorted.
  for (const one of marks) {
    const last = found.at(-1)
    if (found.length === most[shape] && last && weight(one) <= weight(last)) continue
    const place = found.findIndex((other) => weight(other) < weight(one))
    found.splice(place < 0 ? found.length : place, 0, one)
    found.length = Math.min(found.length, most[shape])
  }
  return found
}

type Weighed = Pick<Mark, 'isFocus' | 'shown' | 'isBridge'>
const weight = ({ isFocus, shown, isBridge }: Weighed) => (isFocus ? 1e6 : 0) + shown + (isBridge ? 0.5 : 0)

/** The narrow wordings that a hub accepts besides, where nothing longer finds room. */
export function narrowTexts({ name }: Mark, { size, weight }: LabelText, measure: Measure): LabelText[] {
  return [12, 9].map((letters) => {
    const lines = balance(name, letters, 3)
    const loss = Math.max(0, 1 - lines.join(' ').length / name.length)
    return labelText(lines, size, weight, measure, loss)
  })
}
