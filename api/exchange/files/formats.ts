import type { Format } from './format.ts'
import { csv } from '../formats/csv.ts'
import { json } from '../formats/json.ts'
import { xlsx } from '../formats/xlsx.ts'

/** The forms that tables come in, by the name that a mapping gives them. */
export const formats = { csv, json, xlsx } as const satisfies Record<string, Format>
