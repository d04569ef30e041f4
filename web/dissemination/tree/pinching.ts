/** A wheel scrolls; with Ctrl, as a trackpad's pinch sends it, or with two fingers, it zooms about the pointer. */
export function pinching(zoom: () => number, zoomAt: (zoom: number, clientX: number) => void) {
  return (element: HTMLElement) => {
    const onwheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      zoomAt(zoom() * Math.exp(-event.deltaY / 240), event.clientX)
    }
    const fingers = new Map<number, PointerEvent>()
    let apart = 0
    const ontouch = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') return
      const isDown = event.type === 'pointerdown' || event.type === 'pointermove'
      if (isDown) fingers.set(event.pointerId, event)
      else fingers.delete(event.pointerId)
      const [a, b] = [...fingers.values()]
      const now = a && b ? Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) : 0
      if (a && b && apart > 0 && now > 0) zoomAt((zoom() * now) / apart, (a.clientX + b.clientX) / 2)
      apart = now
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
