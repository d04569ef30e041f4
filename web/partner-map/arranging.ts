import type { Network } from './network.ts'
import type { Positions } from './drawn.ts'
import type { Shape } from './rects.ts'
import { widths } from './widths.ts'
import type { Measure } from './wording.ts'
import type { Report, Task } from './arrange.worker.ts'

type Listeners = {
  onDone: (positions: Positions) => void
  /** Part of the work that is done, 0 to 1. */
  onProgress: (part: number) => void
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
    worker.terminate()
    listeners.onDone(data.positions)
  })
  worker.addEventListener('error', (event) => listeners.onFailure(event.message))
  worker.postMessage({ network, shape, widths: widths(network, shape, measure) } satisfies Task)
  return () => worker.terminate()
}

/** Measures text with the fonts of this device; each text once. */
export function deviceMeasure(family: string): Measure {
  const context = document.createElement('canvas').getContext('2d')
  const known = new Map<string, number>()
  return (text, size, weight) => {
    const key = `${text} ${size} ${weight}`
    const before = known.get(key)
    if (before !== undefined) return before
    if (context) context.font = `${weight} ${size}px ${family}`
    const width = Math.ceil(context?.measureText(text).width ?? text.length * size * 0.55)
    known.set(key, width)
    return width
  }
}
