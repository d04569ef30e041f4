import { paint, painting } from './canvas.ts'
import type { View } from './camera.ts'
import type { Palette, Scene, Shape } from './ink.ts'

export type Shown = {
  scene: Scene | null
  /** The zoom that the scene is drawn for: its pixels × k / zoom + (x, y) = pixels of the surface. */
  zoom: number
  view: View
  /** Few shapes above the scene, painted at each frame. */
  over: readonly Shape[]
  palette: Palette
  width: number
  height: number
  /** Device pixels per pixel. */
  ratio: number
}
type Frame = { canvas: HTMLCanvasElement; view: View; margin: number; ratio: number }
type Job = { frame: Frame; ink: CanvasRenderingContext2D; next: (count: number) => boolean }

const slice = 12
const mostRestarts = 3
const firstPortion = 1200

/**
 * Shows a scene on a canvas. While only the view moves, the last whole frame is blitted; a new one is painted beside it,
 * in slices when it takes long, and takes its place once it is complete. Nothing runs while nothing changes.
 */
export function stage(canvas: HTMLCanvasElement, onpaint: () => void) {
  const context = canvas.getContext('2d', { alpha: false })
  const channel = new MessageChannel()
  let shown: Shown | null = null
  let kept: Frame | null = null
  let spare: HTMLCanvasElement | null = null
  let job: Job | null = null
  let restarts = 0
  let isStale = false
  let isMoving = false
  let isAwaited = false
  let ticket = 0
  // How many shapes are painted at once: what takes three milliseconds here.
  let portion = firstPortion

  const schedule = () => (ticket ||= requestAnimationFrame(draw))

  /** The kept frame as the view is now, and what lies over it. */
  function draw() {
    ticket = 0
    if (!context || !shown) return
    const { view, zoom, width, height, ratio, palette, over } = shown
    const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)]
    if (canvas.width !== across || canvas.height !== down)
      Object.assign(canvas, { width: across, height: down })
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.globalAlpha = 1
    context.fillStyle = palette.paper
    context.fillRect(0, 0, across, down)
    if (!kept) return
    const grown = view.k / kept.view.k
    const size = (grown * ratio) / kept.ratio
    context.drawImage(
      kept.canvas,
      Math.round((view.x - (kept.view.x + kept.margin) * grown) * ratio),
      Math.round((view.y - (kept.view.y + kept.margin) * grown) * ratio),
      kept.canvas.width * size,
      kept.canvas.height * size,
    )
    if (over.length === 0) return
    const scale = (view.k / zoom) * ratio
    context.setTransform(scale, 0, 0, scale, view.x * ratio, view.y * ratio)
    paint(context, over, palette)
  }

  function begin() {
    if (!shown?.scene || shown.width < 1 || shown.height < 1) return
    const { scene, zoom, view, palette, width, height, ratio } = shown
    const margin = Math.round(Math.min(width, height) / 4)
    const paper = spare ?? document.createElement('canvas')
    spare = null
    paper.width = Math.round((width + margin * 2) * ratio)
    paper.height = Math.round((height + margin * 2) * ratio)
    const ink = paper.getContext('2d', { alpha: false })
    if (!ink) return
    ink.fillStyle = palette.paper
    ink.fillRect(0, 0, paper.width, paper.height)
    const scale = view.k / zoom
    ink.setTransform(scale * ratio, 0, 0, scale * ratio, (view.x + margin) * ratio, (view.y + margin) * ratio)
    const sight = {
      left: (-margin - view.x) / scale,
      top: (-margin - view.y) / scale,
      right: (width + margin - view.x) / scale,
      bottom: (height + margin - view.y) / scale,
    }
    job = {
      frame: { canvas: paper, view, margin, ratio },
      ink,
      next: painting(ink, scene.shapes, palette, sight),
    }
    isStale = false
    work()
  }

  function work() {
    // A hand that moves has all the time there is, once it sees something.
    if (!job || (isMoving && kept)) return
    const until = performance.now() + slice
    while (!paintSome(job)) {
      if (performance.now() < until) continue
      if (!isAwaited) channel.port2.postMessage(null)
      isAwaited = true
      return
    }
    spare = kept?.canvas ?? null
    kept = job.frame
    job = null
    restarts = 0
    // Never an empty canvas between two frames: what is complete is shown at once.
    draw()
    onpaint()
    if (isStale) begin()
  }

  // Browsers only note what is painted until somebody looks: reading a pixel makes them do it, so that it can be timed.
  function paintSome({ ink, next }: Job): boolean {
    const start = performance.now()
    const isDone = next(portion)
    if (isDone && portion === firstPortion) return true
    ink.getImageData(0, 0, 1, 1)
    const took = Math.max(0.1, performance.now() - start)
    portion = Math.min(4000, Math.max(50, Math.round((portion * 3) / took)))
    return isDone
  }

  function renew() {
    if (job && restarts >= mostRestarts) {
      isStale = true
      // It may have paused for a hand: nobody else goes on with it.
      if (!isAwaited) work()
      return
    }
    if (job) {
      restarts += 1
      spare = job.frame.canvas
    }
    begin()
  }

  channel.port1.onmessage = () => {
    isAwaited = false
    work()
  }

  return {
    /** Shows this; paints anew unless only the view or what lies over it differs. */
    show(next: Shown) {
      const before = shown
      shown = next
      const isSame =
        before?.scene === next.scene &&
        before.zoom === next.zoom &&
        before.palette === next.palette &&
        before.width === next.width &&
        before.height === next.height &&
        before.ratio === next.ratio
      if (isSame) schedule()
      else if (next.scene) {
        schedule()
        renew()
      } else {
        job = null
        kept = null
        schedule()
      }
    },
    /** Said while the view moves: painting waits, so that all time goes to frames. */
    move() {
      isMoving = true
    },
    /** Said when the view rests: what the move blurred or brought into sight is painted. */
    rest() {
      isMoving = false
      const at = job?.frame.view ?? kept?.view
      const view = shown?.view
      if (at && view && (at.x !== view.x || at.y !== view.y || at.k !== view.k)) renew()
      else work()
    },
    stop() {
      cancelAnimationFrame(ticket)
      channel.port1.close()
      job = null
      shown = null
    },
  }
}
