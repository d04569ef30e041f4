import { textWidth } from '../../drawing/letters.ts'
import type { Measure } from './wording.ts'

/** How wide a text stands on the map, in whole pixels. */
export const measure: Measure = (text, size, weight) => Math.ceil(textWidth(text, { size, weight }))
