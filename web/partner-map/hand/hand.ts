import type { Aimed } from '../picture/aim.ts'
import type { Point } from '../picture/hulls.ts'

/** What a hand does on the map; places are pixels of the surface. */
export type Hand = {
  aim: (at: Point) => Aimed | null
  /** True while a lasso is to be drawn. */
  isLassoing: () => boolean
  onhover: (id: string | null) => void
  /** `isMore`: added to what is selected. Null: the ground. */
  onpick: (id: string | null, isMore: boolean) => void
  onopen: (id: string) => void
  ondrag: (id: string, at: Point, isOver: boolean) => void
  /** Somebody else took the gesture over: what was dragged goes back. */
  onputback: () => void
  /** The way of the lasso so far; `isOver` once it is closed. */
  onlasso: (way: readonly Point[], isOver: boolean, isMore: boolean) => void
}

/** How far a press may slip and still be one, in pixels: a fingertip slips more. */
const slack = { mouse: 5, touch: 12 }
const holdAfter = 450

type Press = {
  pointer: number
  from: Point
  aimed: Aimed | null
  does: 'waits' | 'drags' | 'lassoes' | 'pans'
  isTouch: boolean
  isMore: boolean
  isHeld: boolean
  way: Point[]
}

/**
 * Attachment of the element around the surface: it hears everything before the camera does, and takes what is about
 * marks away from it. Mouse: press, drag, Shift. Touch: tap, long press (more), long press and drag.
 */
export function hand(given: Hand): (element: HTMLElement) => () => void {
  return (element) => {
    let press: Press | null = null
    let isOurs = false
    let holding: ReturnType<typeof setTimeout> | undefined
    const fingers = new Set<number>()

    const place = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
      const bounds = element.getBoundingClientRect()
      return { x: clientX - bounds.left, y: clientY - bounds.top }
    }
    const isOnPicture = (event: Event) =>
      event.target instanceof Element && !event.target.closest('button, a, input, [data-own]')

    function down(event: PointerEvent) {
      fingers.add(event.pointerId)
      isOurs = false
      if (!isOnPicture(event) || event.button !== 0) return
      if (fingers.size > 1) return drop()
      const from = place(event)
      const isTouch = event.pointerType === 'touch'
      const aimed = given.aim(from)
      const does = given.isLassoing() || (event.shiftKey && !aimed) ? 'lassoes' : 'waits'
      press = {
        pointer: event.pointerId,
        from,
        aimed,
        does,
        isTouch,
        isMore: event.shiftKey,
        isHeld: false,
        way: [from],
      }
      // The camera pans what starts on the ground, and on a touch screen whatever a finger pushes.
      isOurs = does === 'lassoes' || (aimed !== null && !isTouch)
      if (isTouch && aimed && does === 'waits') holding = setTimeout(hold, holdAfter)
    }

    function hold() {
      if (!press?.aimed) return
      press.isHeld = true
      isOurs = true
      given.onhover(press.aimed.id)
    }

    function move(event: PointerEvent) {
      const at = place(event)
      if (!press || press.pointer !== event.pointerId) {
        if (event.pointerType !== 'touch' && event.buttons === 0)
          given.onhover(isOnPicture(event) ? (given.aim(at)?.id ?? null) : null)
        return
      }
      const slipped = Math.hypot(at.x - press.from.x, at.y - press.from.y)
      const isFar = slipped > slack[press.isTouch ? 'touch' : 'mouse']
      if (press.does === 'lassoes') {
        const last = press.way.at(-1)
        if (last && Math.hypot(at.x - last.x, at.y - last.y) < 3) return
        press.way.push(at)
        return given.onlasso(press.way, false, press.isMore)
      }
      if (press.does === 'waits' && isFar) {
        clearTimeout(holding)
        const canDrag = press.aimed && !press.aimed.isBadge && (!press.isTouch || press.isHeld)
        press.does = canDrag ? 'drags' : 'pans'
        if (canDrag) element.setPointerCapture(press.pointer)
      }
      if (press.does === 'drags' && press.aimed) given.ondrag(press.aimed.id, at, false)
    }

    function up(event: PointerEvent) {
      fingers.delete(event.pointerId)
      clearTimeout(holding)
      const was = press
      press = null
      if (!was || was.pointer !== event.pointerId) return
      if (was.does === 'lassoes') return given.onlasso(was.way, true, was.isMore)
      if (was.does === 'drags' && was.aimed) return given.ondrag(was.aimed.id, place(event), true)
      if (was.isHeld) given.onhover(null)
      if (was.does !== 'waits') return
      if (was.aimed?.isBadge && !was.isHeld) given.onopen(was.aimed.id)
      else given.onpick(was.aimed?.id ?? null, was.isMore || was.isHeld)
    }

    /** A second finger, or the system, takes the gesture over. */
    function drop(event?: PointerEvent) {
      if (event) fingers.delete(event.pointerId)
      clearTimeout(holding)
      if (press?.does === 'drags') given.onputback()
      if (press?.does === 'lassoes') given.onlasso([], true, press.isMore)
      press = null
      isOurs = false
    }

    function again(event: MouseEvent) {
      if (!isOnPicture(event)) return
      const aimed = given.aim(place(event))
      if (!aimed) return
      event.stopPropagation()
      event.preventDefault()
      if (!aimed.isBadge) given.onopen(aimed.id)
    }

    const keep = (event: Event) => {
      if (isOurs) event.stopPropagation()
    }
    const noMenu = (event: Event) => {
      if (press?.isTouch) event.preventDefault()
    }
    const leave = () => given.onhover(null)

    const capture = { capture: true }
    const heard: [string, (event: never) => void][] = [
      ['pointerdown', down],
      ['pointermove', move],
      ['pointerup', up],
      ['pointercancel', drop],
      ['pointerleave', leave],
      ['dblclick', again],
      ['mousedown', keep],
      ['touchstart', keep],
      ['touchmove', keep],
      ['contextmenu', noMenu],
    ]
    for (const [name, listener] of heard) element.addEventListener(name, listener as EventListener, capture)
    return () => {
      clearTimeout(holding)
      for (const [name, listener] of heard)
        element.removeEventListener(name, listener as EventListener, capture)
    }
  }
}
