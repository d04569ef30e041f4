import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent } from 'd3-zoom'

/** Where a drawing is looked at from: drawing units × k + (x, y) = pixels of the surface. */
export type View = { x: number; y: number; k: number }
export type Box = { x: number; y: number; width: number; height: number }

export type Camera = {
  /** Svelte attachment of the surface (`{@attach camera.attach}`): wheel, drag, pinch, double click. */
  attach: (surface: HTMLElement | SVGSVGElement) => () => void
  /** The surface as it is now; null before it is attached. */
  view: () => View | null
  zoomBy: (factor: number) => void
  panBy: (x: number, y: number) => void
  /** Shows the whole box of drawing units, `padding` pixels from the edges, never larger than `largest`. */
  fit: (box: Box, options?: { padding?: number | Padding; largest?: number; animate?: boolean }) => void
  moveTo: (view: View, options?: { animate?: boolean }) => void
  /** + − 0 and Alt or Shift with an arrow; `plainArrows` takes bare arrows too. True when the key was one of these. */
  key: (event: KeyboardEvent, onFit: () => void, plainArrows?: boolean) => boolean
}
export type Padding = { top: number; right: number; bottom: number; left: number }

type Options = {
  onMove: (view: View, byHand: boolean) => void
  onEnd?: (view: View, byHand: boolean) => void
  /** Smallest and largest zoom. */
  extent?: [number, number]
  /** Which gestures move the camera; the others are left to who drags a mark or draws a lasso. */
  takes?: (event: MouseEvent | WheelEvent | TouchEvent) => boolean
}

const step = 60
const motion = 180

export function stillness(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}

/** A point of the window, as where it lies in a scene that is drawn for a zoom. */
export function sceneAt(
  surface: Element,
  view: View,
  zoom: number,
  { clientX, clientY }: { clientX: number; clientY: number },
): { x: number; y: number } {
  const { left, top } = surface.getBoundingClientRect()
  const scale = view.k / zoom
  return { x: (clientX - left - view.x) / scale, y: (clientY - top - view.y) / scale }
}

/** The view in which a box of drawing units fills a surface of that size. */
export function fitView(
  box: Box,
  size: { width: number; height: number },
  padding: Padding,
  extent: [number, number],
): View {
  const width = Math.max(1, size.width - padding.left - padding.right)
  const height = Math.max(1, size.height - padding.top - padding.bottom)
  const wanted = Math.min(width / Math.max(1, box.width), height / Math.max(1, box.height))
  const k = Math.min(extent[1], Math.max(extent[0], wanted))
  return {
    k,
    x: padding.left + width / 2 - (box.x + box.width / 2) * k,
    y: padding.top + height / 2 - (box.y + box.height / 2) * k,
  }
}

/** A camera over one surface; it holds no state of its own but the surface's d3 transform. */
export function camera({ onMove, onEnd, extent = [0.1, 8], takes = () => true }: Options): Camera {
  let surface: HTMLElement | SVGSVGElement | null = null
  let frame = 0
  const plain = ({ x, y, k }: View): View => ({ x, y, k })

  const behaviour = zoom<HTMLElement | SVGSVGElement, unknown>()
    .scaleExtent(extent)
    .duration(motion)
    .filter(
      (event: MouseEvent | WheelEvent) =>
        !event.button && (!event.ctrlKey || event.type === 'wheel') && takes(event),
    )
    .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) =>
      onMove(plain(event.transform), Boolean(event.sourceEvent)),
    )
    .on('end', (event: D3ZoomEvent<SVGSVGElement, unknown>) =>
      onEnd?.(plain(event.transform), Boolean(event.sourceEvent)),
    )

  function moveTo(view: View, { animate = true } = {}) {
    if (!surface) return
    cancelAnimationFrame(frame)
    const target = select(surface)
    const from = zoomTransform(surface)
    const start = performance.now()
    const place = (part: number) =>
      behaviour.transform(
        target,
        zoomIdentity
          .translate(from.x + (view.x - from.x) * part, from.y + (view.y - from.y) * part)
          .scale(from.k + (view.k - from.k) * part),
      )
    if (!animate || stillness()) return place(1)
    const tick = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - start) / motion))
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
    if (!surface) return
    const { x, y, k } = zoomTransform(surface)
    const next = Math.min(extent[1], Math.max(extent[0], k * factor))
    const { width, height } = size()
    const ratio = next / k
    moveTo({ k: next, x: width / 2 - (width / 2 - x) * ratio, y: height / 2 - (height / 2 - y) * ratio })
  }

  function panBy(x: number, y: number) {
    if (!surface) return
    const now = zoomTransform(surface)
    moveTo({ k: now.k, x: now.x + x, y: now.y + y })
  }

  return {
    attach(element) {
      surface = element
      behaviour.duration(stillness() ? 0 : motion)
      select(element).call(behaviour)
      return () => {
        cancelAnimationFrame(frame)
        select(element).on('.zoom', null)
        surface = null
      }
    },
    view: () => (surface ? plain(zoomTransform(surface)) : null),
    zoomBy,
    panBy,
    moveTo,
    fit(box, { padding = 24, largest = extent[1], animate = true } = {}) {
      const edges =
        typeof padding === 'number'
          ? { top: padding, right: padding, bottom: padding, left: padding }
          : padding
      moveTo(fitView(box, size(), edges, [extent[0], largest]), { animate })
    },
    key(event, onFit, plainArrows = false) {
      if (event.ctrlKey || event.metaKey) return false
      if (event.key === '+' || event.key === '=') zoomBy(1.3)
      else if (event.key === '-' || event.key === '−') zoomBy(1 / 1.3)
      else if (event.key === '0') onFit()
      else if (!plainArrows && !event.shiftKey && !event.altKey) return false
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
