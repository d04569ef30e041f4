// Milliseconds within which one turn of a wheel follows another.
const gesture = 250

/** A wheel scrolls; with Ctrl, as a trackpad's pinch sends it, or with two fingers, it zooms about the pointer. */
export function pinching(zoom: () => number, zoomAt: (zoom: number, clientX: number) => void) {
  return (element: HTMLElement) => {
    // A zoom that is nearly none is none: small steps are counted from where the gesture began.
    let turned = { zoom: 1, at: -Infinity }
    const onwheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      const from = event.timeStamp - turned.at < gesture ? turned.zoom : zoom()
      turned = { zoom: from * Math.exp(-event.deltaY / 240), at: event.timeStamp }
      zoomAt(turned.zoom, event.clientX)
    }
    const fingers = new Map<number, PointerEvent>()
    let start: { apart: number; zoom: number } | null = null
    const ontouch = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return
      const isDown = event.type === 'pointerdown' || event.type === 'pointermove'
      if (isDown) fingers.set(event.pointerId, event)
      else fingers.delete(event.pointerId)
      const [a, b] = [...fingers.values()]
      const apart = a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0
      if (!a || !b || apart === 0) {
        start = null
        return
      }
      start ??= { apart, zoom: zoom() }
      zoomAt((start.zoom * apart) / start.apart, (a.clientX + b.clientX) / 2)
    }
    const touches = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const
    element.addEventListener('wheel', onwheel, { passive: false })
    for (const name of touches) element.addEventListener(name, ontouch)
    return () => {
      element.removeEventListener('wheel', onwheel)
      for (const name of touches) element.removeEventListener(name, ontouch)
    }
  }
}

/** Keeps what lies under a pointer there while the width changes. */
export function stretched(frame: HTMLElement, clientX: number, width: () => number, change: () => void) {
  const x = clientX - frame.getBoundingClientRect().left
  const share = (frame.scrollLeft + x) / width()
  change()
  requestAnimationFrame(() => (frame.scrollLeft = share * width() - x))
}
