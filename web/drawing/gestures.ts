type Point = { x: number; y: number }
export type Gesture = MouseEvent | WheelEvent | TouchEvent
type Acts = {
  /** False for a gesture that is somebody else's. */
  takes: (event: Gesture) => boolean
  /** All in pixels of the element. */
  onpan: (x: number, y: number) => void
  onzoom: (factor: number, at: Point) => void
  /** A double click or tap; Shift turns it round. */
  onstep: (factor: number, at: Point) => void
}

const wheelStep = [0.002, 0.05, 1]
const tapWithin = 300
const tapNear = 24

/** Wheel, drag, pinch and double click on an element; returns how to stop listening. */
export function gestures(element: HTMLElement, { takes, onpan, onzoom, onstep }: Acts): () => void {
  let fingers: Point[] = []
  let tapped = { at: { x: 0, y: 0 }, time: -Infinity }
  let release = () => {}

  const place = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top } = element.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }

  function wheel(event: WheelEvent) {
    if (!takes(event)) return
    event.preventDefault()
    // Trackpads tell a pinch as a wheel with Ctrl, in small steps.
    const step = (wheelStep[event.deltaMode] ?? 0.002) * (event.ctrlKey ? 10 : 1)
    onzoom(2 ** (-event.deltaY * step), place(event))
  }

  function mousedown(event: MouseEvent) {
    if (event.button !== 0 || event.ctrlKey || !takes(event)) return
    let last = place(event)
    const move = (next: MouseEvent) => {
      if (next.buttons === 0) return release()
      const at = place(next)
      onpan(at.x - last.x, at.y - last.y)
      last = at
    }
    release()
    release = () => {
      removeEventListener('mousemove', move)
      removeEventListener('mouseup', release)
    }
    addEventListener('mousemove', move)
    addEventListener('mouseup', release)
  }

  const down = ({ touches }: TouchEvent) =>
    [...touches].filter(({ target }) => target instanceof Node && element.contains(target)).map(place)

  function touchstart(event: TouchEvent) {
    if (takes(event)) fingers = down(event)
  }

  function touchmove(event: TouchEvent) {
    const [first, second] = fingers
    if (!first || !takes(event)) return
    event.preventDefault()
    fingers = down(event)
    const [one, other] = fingers
    if (!one) return
    if (!second || !other) return onpan(one.x - first.x, one.y - first.y)
    const [from, to] = [middle(first, second), middle(one, other)]
    onpan(to.x - from.x, to.y - from.y)
    onzoom(distance(one, other) / Math.max(1, distance(first, second)), to)
  }

  function touchend(event: TouchEvent) {
    const [last] = fingers
    fingers = down(event)
    if (!last || fingers.length > 0) return
    const isSecond = event.timeStamp - tapped.time < tapWithin && distance(last, tapped.at) < tapNear
    tapped = { at: last, time: isSecond ? -Infinity : event.timeStamp }
    if (!isSecond || !takes(event)) return
    event.preventDefault()
    onstep(2, last)
  }

  function dblclick(event: MouseEvent) {
    if (!takes(event)) return
    event.preventDefault()
    onstep(event.shiftKey ? 0.5 : 2, place(event))
  }

  const active = { passive: false }
  element.addEventListener('wheel', wheel, active)
  element.addEventListener('mousedown', mousedown)
  element.addEventListener('dblclick', dblclick)
  element.addEventListener('touchstart', touchstart, active)
  element.addEventListener('touchmove', touchmove, active)
  element.addEventListener('touchend', touchend)
  element.addEventListener('touchcancel', touchend)
  return () => {
    release()
    element.removeEventListener('wheel', wheel)
    element.removeEventListener('mousedown', mousedown)
    element.removeEventListener('dblclick', dblclick)
    element.removeEventListener('touchstart', touchstart)
    element.removeEventListener('touchmove', touchmove)
    element.removeEventListener('touchend', touchend)
    element.removeEventListener('touchcancel', touchend)
  }
}

const middle = (one: Point, other: Point) => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 })
const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y)
