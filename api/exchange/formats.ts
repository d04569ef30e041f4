import { csv } from './csv.ts'
import type { Format } from './format.ts'

/** The forms that files may come in, by the name that a mapping gives them. */
export const formats = { csv } as const satisfies Record<string, Format>
