import { gestures, type Gesture } from './gestures.ts'
import { stillness } from './stillness.ts'

/** Where a drawing is looked at from: drawing units × k + (x, y) = pixels of the surface. */
export type View = { x: number; y: number; k: number }

export type Camera = {
  /** Svelte attachment of the surface (`{@attach camera.attach}`): wheel, drag, pinch, double click. */
  attach: (surface: HTMLElement) => () => void
  zoomBy: (factor: number) => void
  panBy: (x: number, y: number) => void
  moveTo: (view: View, options?: { animate?: boolean }) => void
  /** Where it is, or where it is on its way to. */
  goal: () => View
  /** + − 0, and Alt or Shift with an arrow. True when the key was one of these. */
  key: (event: KeyboardEvent, onFit: () => void) => boolean
}

type Options = {
  onMove: (view: View, byHand: boolean) => void
  /** Smallest and largest zoom. */
  extent?: [number, number]
  /** Which gestures move the camera; the others are left to who drags a mark or draws a lasso. */
  takes?: (event: Gesture) => boolean
}

const step = 60
const motion = 180

/** The view in which all is larger by a factor, while what lies at a point of the surface stays there. */
export function zoomedAt(
  { x, y, k }: View,
  factor: number,
  at: { x: number; y: number },
  [least, most]: [number, number],
): View {
  const next = Math.min(most, Math.max(least, k * factor))
  return { k: next, x: at.x - ((at.x - x) * next) / k, y: at.y - ((at.y - y) * next) / k }
}

/** A camera over one surface. */
export function camera({ onMove, extent = [0.1, 8], takes = () => true }: Options): Camera {
  let surface: HTMLElement | null = null
  let now: View = { x: 0, y: 0, k: 1 }
  // Where it is on its way to: who presses twice goes twice as far.
  let goal = now
  let frame = 0

  function show(view: View, byHand: boolean) {
    now = view
    onMove(view, byHand)
  }

  function byHand(view: View) {
    cancelAnimationFrame(frame)
    goal = view
    show(view, true)
  }

  function moveTo(view: View, { animate = true } = {}, isByHand = false) {
    if (!surface) return
    cancelAnimationFrame(frame)
    goal = view
    const from = now
    const start = performance.now()
    const place = (part: number) =>
      show(
        {
          x: from.x + (view.x - from.x) * part,
          y: from.y + (view.y - from.y) * part,
          k: from.k + (view.k - from.k) * part,
        },
        isByHand,
      )
    if (!animate || stillness()) return place(1)
    const tick = (time: number) => {
      const part = Math.min(1, Math.max(0, (time - start) / motion))
      place(part * (2 - part))
      if (part < 1) frame = requestAnimationFrame(tick)
    }
    frame = requestAnimationFrame(tick)
  }

  function size() {
    const bounds = surface?.getBoundingClientRect()
    return { width: bounds?.width ?? 1, height: bounds?.height ?? 1 }
  }

  function zoomBy(factor: number) {
    const { width, height } = size()
    moveTo(zoomedAt(goal, factor, { x: width / 2, y: height / 2 }, extent))
  }

  const panBy = (x: number, y: number) => moveTo({ ...goal, x: goal.x + x, y: goal.y + y })

  return {
    attach(element) {
      surface = element
      const leave = gestures(element, {
        takes,
        onpan: (x, y) => byHand({ ...now, x: now.x + x, y: now.y + y }),
        onzoom: (factor, at) => byHand(zoomedAt(now, factor, at, extent)),
        onstep: (factor, at) => moveTo(zoomedAt(now, factor, at, extent), {}, true),
      })
      return () => {
        cancelAnimationFrame(frame)
        leave()
        surface = null
      }
    },
    zoomBy,
    panBy,
    moveTo: (view, options) => moveTo(view, options),
    goal: () => goal,
    key(event, onFit) {
      if (event.ctrlKey || event.metaKey) return false
      if (event.key === '+' || event.key === '=') zoomBy(1.3)
      else if (event.key === '-' || event.key === '−') zoomBy(1 / 1.3)
      else if (event.key === '0') onFit()
      else if (!event.shiftKey && !event.altKey) return false
      else if (event.key === 'ArrowLeft') panBy(step, 0)
      else if (event.key === 'ArrowRight') panBy(-step, 0)
      else if (event.key === 'ArrowUp') panBy(0, step)
      else if (event.key === 'ArrowDown') panBy(0, -step)
      else return false
      event.preventDefault()
      return true
    },
  }
}
