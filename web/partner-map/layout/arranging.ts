import type { Report, Task } from './arrange.worker.ts'
import type { Positions } from '../picture/drawn.ts'
import type { Network } from '../network.ts'
import type { Shape } from '../picture/rects.ts'
import { largestTried } from './spacing.ts'
import { widths } from './widths.ts'
import type { Measure } from '../picture/wording.ts'

type Listeners = {
  onDone: (positions: Positions) => void
  /** Part of the work that is done, 0 to 1. */
  onProgress: (part: number) => void
  /** Places of a crowd that is still moving. */
  onSoFar: (positions: Positions) => void
  onFailure: (reason: string) => void
}

/** Arranges a network beside the page, so that it never freezes; returns how to give up. */
export function arranging(
  network: Network,
  shape: Shape,
  measure: Measure,
  listeners: Listeners,
): () => void {
  const worker = new Worker(new URL('./arrange.worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<Report>) => {
    if ('done' in data) return listeners.onProgress(data.done)
    if ('soFar' in data) return listeners.onSoFar(data.soFar)
    worker.terminate()
    listeners.onDone(data.positions)
  })
  worker.addEventListener('error', (event) => listeners.onFailure(event.message))
  worker.postMessage(taskOf(network, shape, measure))
  return () => worker.terminate()
}

/** True for a network that is arranged as a crowd from its first marks on. */
export const isCrowd = ({ marks }: Network) =>
  marks.reduce((count, { stage }) => count + (stage === 0 ? 1 : 0), 0) > largestTried

function taskOf(network: Network, shape: Shape, measure: Measure): Task {
  if (!isCrowd(network)) return { network, shape, widths: widths(network, shape, measure) }
  return {
    crowd: {
      marks: network.marks.map(({ id, group, size, stage }) => ({ id, group, size, stage })),
      ties: network.ties.map(({ partner, initiative }) => ({ partner, initiative })),
    },
  }
}
