import { limits } from '../files/limits.ts'
import type { Problem } from '../files/format.ts'
import { isObject } from './parseJson.ts'
import type { Json } from './parseJson.ts'
import { isForbidden } from './words.ts'

/** Takes a cell: the path of its key, its text, and what is wrong with it. */
type Take = (name: string, text: string, wrong?: Wrong) => void
type Wrong = Pick<Problem, 'rule' | 'severity'>
type Where = { path: string; depth: number; isInList: boolean }

/**
 * The cells of an object: nested keys as `a.b`. A list of texts is joined; of a list of objects each key is
 * (`phases.name`), and the first and last item also stand alone (`phases.first.name`).
 */
export function flatten(item: Json, joint: string, take: Take, where = top): void {
  const { path, depth } = where
  if (depth > limits.depth) return take(path, '', tooDeep)
  if (item === null) return take(path || 'value', '')
  if (typeof item !== 'object') return scalar(item, take, path || 'value')
  if (Array.isArray(item)) return listed(item, joint, take, where)
  for (const [key, value] of Object.entries(item)) {
    if (isForbidden(key)) take(within(path, key), '', { rule: `a key may not be called ${key}` })
    else flatten(value, joint, take, { ...where, path: within(path, key), depth: depth + 1 })
  }
}

const tooDeep = { rule: `stands more than ${limits.depth} deep` }
const top: Where = { path: '', depth: 0, isInList: false }
const within = (path: string, key: string) => (path ? `${path}.${key}` : key)

function scalar(item: string | number | boolean, take: Take, path: string): void {
  const isRounded = typeof item === 'number' && Number.isInteger(item) && !Number.isSafeInteger(item)
  const wrong = { rule: 'is a number too long to be read exactly: write it as a text' }
  take(path, String(item), isRounded ? wrong : undefined)
}

function listed(given: Json[], joint: string, take: Take, { path, depth, isInList }: Where): void {
  const items = (given as unknown[]).flat(limits.depth) as Json[]
  if (items.some((item) => Array.isArray(item))) return take(path, '', tooDeep)
  const objects = items.filter(isObject)
  if (objects.length === 0) return join(items.map(textOf), joint, take, path)
  const columns = new Map<string, string[]>()
  const inside = { path, depth: depth + 1, isInList: true }
  objects.forEach((item, place) => {
    flatten(
      item,
      ' ',
      (name, text, wrong) => {
        if (wrong) take(name, text, wrong)
        const texts = columns.get(name) ?? []
        texts[place] = text
        columns.set(name, texts)
      },
      inside,
    )
  })
  for (const [name, texts] of columns)
    join(
      objects.map((_, place) => texts[place] ?? ''),
      joint,
      take,
      name,
    )
  if (isInList) return
  const [first, last] = [objects[0], objects.at(-1)]
  if (first) flatten(first, joint, take, { ...inside, path: within(path, 'first') })
  if (last) flatten(last, joint, take, { ...inside, path: within(path, 'last') })
}

function textOf(item: Json): string {
  return item === null ? '' : String(item)
}

function join(texts: string[], joint: string, take: Take, path: string): void {
  const isTorn = joint.trim() !== '' && texts.length > 1 && texts.some((text) => text.includes(joint))
  const safe = isTorn ? texts.map((text) => text.replaceAll(joint, ' ')) : texts
  const rule = `items hold ${joint}, which joins lists, and lose it: name another sign under lists`
  take(path, safe.every((text) => text === '') ? '' : safe.join(joint))
  if (isTorn) take(path, safe.join(joint), { rule, severity: 'warning' })
}
