import type { DrawnMark } from '../picture/drawn.ts'
import type { Point } from '../picture/hulls.ts'
import { isDirection, nextMark } from './steps.ts'

/** What keys do to the mark that has the focus, and to the map around it. */
export type Keys = {
  marks: ReadonlyMap<string, DrawnMark>
  tiedTo: (id: string) => ReadonlySet<string>
  isPinned: (id: string) => boolean
  /** + − 0 and Shift with an arrow; true when the key was one of these. */
  camera: (event: KeyboardEvent) => boolean
  focus: (id: string) => void
  open: (id: string) => void
  hide: (id: string) => void
  /** To a place in pixels of the picture; null frees it. */
  pin: (id: string, at: Point | null) => void
  selectAll: () => void
  letGo: () => void
}

const step = 10
const arrows: Record<string, Point> = {
  ArrowLeft: { x: -step, y: 0 },
  ArrowRight: { x: step, y: 0 },
  ArrowUp: { x: 0, y: -step },
  ArrowDown: { x: 0, y: step },
}

/** Does what the key says for the mark with that id; Enter and Space are the button's own. */
export function pressed(event: KeyboardEvent, id: string, keys: Keys): void {
  const one = keys.marks.get(id)
  if (!one || event.defaultPrevented) return
  const act = actOf(event, one, keys)
  if (!act) return
  event.preventDefault()
  act()
}

function actOf(event: KeyboardEvent, one: DrawnMark, keys: Keys): (() => void) | null {
  const { key, altKey } = event
  const { id } = one.mark
  const letter = key.toLowerCase()
  const hasCommand = event.ctrlKey || event.metaKey
  const away = arrows[key]
  if (altKey && away) return () => keys.pin(id, { x: one.at.x + away.x, y: one.at.y + away.y })
  if (hasCommand) return letter === 'a' && !altKey ? keys.selectAll : null
  if (keys.camera(event) || altKey) return null
  if (isDirection(key)) return () => go(nextMark(placesOf(keys), id, key, keys.tiedTo(id)), keys)
  if (letter === 'e') return one.mark.missing ? () => keys.open(id) : null
  if (letter === 'p') return () => keys.pin(id, keys.isPinned(id) ? null : one.at)
  if (key === 'Escape') return keys.letGo
  if (letter !== 'h') return null
  return () => {
    // The focus goes on to a neighbour before its mark is gone.
    const [near] = keys.tiedTo(id)
    go(near ?? [...keys.marks.keys()].find((other) => other !== id) ?? null, keys)
    keys.hide(id)
  }
}

const placesOf = ({ marks }: Keys) => [...marks.values()].map(({ mark, at }) => ({ id: mark.id, at }))
const go = (id: string | null, { focus }: Keys) => {
  if (id) focus(id)
}
