import type { Shape } from './rects.ts'
import { arrange } from './map.ts'
import type { Network } from './network.ts'

import { tableMeasure, type Widths } from './widths.ts'

export type Task = { network: Network; shape: Shape; widths: Widths }
export type Report = { done: number } | { positions: Map<string, { x: number; y: number }> }

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  const onProgress = (done: number) => postMessage({ done } satisfies Report)
  const positions = arrange(data.network, data.shape, tableMeasure(data.widths), onProgress)
  postMessage({ positions } satisfies Report)
})
