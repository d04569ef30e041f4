import type { EnumOf } from '../graphql.ts'
import type { Stroke } from './ink.ts'

export type Level = EnumOf<'ReplicationLevel'>

/** From the loosest to the closest. */
export const levels: readonly Level[] = ['INSPIRED', 'REDONE', 'SCALED']

/** How the line of a replication is drawn: its colour and its form both say the level. */
export const levelStrokes: Record<Level, Stroke> = {
  INSPIRED: { colour: 'inspired', width: 1.8, dash: [1.4, 4], cap: 'round' },
  REDONE: { colour: 'redone', width: 1.6 },
  SCALED: { colour: 'scaled', width: 3 },
}
