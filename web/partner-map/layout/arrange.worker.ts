import { arrangeCrowd, joinCrowd, type Crowded } from './crowd.ts'
import type { Point } from '../picture/hulls.ts'
import { arrange, type Progress } from './map.ts'
import type { Network } from '../network.ts'
import type { Shape } from '../picture/rects.ts'
import { tableMeasure, type Widths } from './widths.ts'

export type Task = { network: Network; shape: Shape; widths: Widths } | { crowd: Crowded }
type Places = Map<string, Point>
export type Report = { done: number } | { soFar: Places } | { positions: Places }

const between = 400

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  let shown = performance.now()
  const onProgress: Progress = (done, soFar) => {
    postMessage({ done } satisfies Report)
    if (!soFar || performance.now() - shown < between) return
    postMessage({ soFar: soFar() } satisfies Report)
    shown = performance.now()
  }
  const positions =
    'crowd' in data
      ? crowd(data.crowd, onProgress)
      : arrange(data.network, data.shape, tableMeasure(data.widths), onProgress)
  postMessage({ positions } satisfies Report)
})

function crowd(network: Crowded, onProgress: Progress): Places {
  const stages = [...new Set(network.marks.map(({ stage }) => stage))].sort((a, b) => a - b)
  let places: Places = new Map()
  for (const stage of stages)
    places = places.size ? joinCrowd(network, stage, places) : arrangeCrowd(network, stage, onProgress)
  return places
}
