import { Cells, RowTexts } from '../files/cells.ts'
import type { Format, Problem, TableRow } from '../files/format.ts'
import { limits } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'
import { isContactColumn } from './contacts.ts'
import { flatten } from './flatten.ts'
import { isObject, parseJson } from './parseJson.ts'
import type { Json } from './parseJson.ts'
import { clean, shortened } from './words.ts'

/** A list of objects: nested keys as `a.b`, lists joined; with `walk`, a row for each item of a list within. */
export const json: Format = {
  tables(file, bytes, options) {
    const columns = new Map<string, boolean>()
    const problems: Problem[] = []
    const rows: TableRow[] = []
    const texts = new RowTexts()
    const places = new Map<string, number>()
    const never = new Set(options.never)
    const read = new Set(options.read)
    const isRead = (name: string) => !never.has(name) && (read.has(name) || !isContactColumn(name))
    listIn(file, parseJson(file, bytes, options.encoding), options.rows).forEach((item, place) => {
      const row = place + 1
      for (const part of walked(item, options.walk)) {
        const cells: string[] = []
        flatten(part, options.lists ?? '|', (name, text, wrong) => {
          const isNew = !columns.has(name)
          if (isNew) columns.set(name, isRead(name))
          if (columns.size > limits.columns)
            throw new Unreadable({ file, row, rule: `has more than ${limits.columns} different keys` })
          if (isNew && !columns.get(name) && !never.has(name))
            problems.push({ file, row, column: name, severity: 'note', rule: contact })
          if (!columns.get(name)) return
          if (wrong) problems.push({ file, row, column: name, value: shortened(text), ...wrong })
          else cells[placeOf(name, places)] = clean(text, options)
        })
        rows.push({ row, cells: new Cells(places, texts, cells) })
      }
    })
    const names = [...columns.keys()]
    return [{ columns: names, unread: new Set(names.filter((name) => !columns.get(name))), rows, problems }]
  },
}

/** The place of a column, the next one when it is new. */
function placeOf(name: string, places: Map<string, number>): number {
  const place = places.get(name) ?? places.size
  places.set(name, place)
  return place
}

const contact =
  'is not read: its name says that it holds addresses or numbers of persons; name it under read if it does not'

/** The list of objects: the file itself, what stands at the path, or the only list of objects that it holds. */
function listIn(file: string, whole: Json, path?: string): Json[] {
  const found = path === undefined ? whole : at(whole, path)
  if (Array.isArray(found)) return found
  if (found === undefined) throw new Unreadable({ file, column: path, rule: 'is not there' })
  const lists = isObject(found) ? Object.entries(found).filter(([, value]) => isListOfObjects(value)) : []
  const [only] = lists
  if (only && lists.length === 1) return only[1] as Json[]
  if (lists.length > 1) {
    const rule = `holds several lists (${lists.map(([name]) => name).join(', ')}): say which by rows`
    throw new Unreadable({ file, rule })
  }
  if (isObject(found) && Object.values(found).length > 0 && Object.values(found).every(isObject))
    return Object.entries(found).map(([key, value]) => ({ key, ...(value as object) }))
  throw new Unreadable({ file, rule: 'is no list of objects' })
}

function at(whole: Json, path: string): Json | undefined {
  let found: Json | undefined = whole
  for (const key of path.split('.'))
    found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined
  return found
}

/** The item once for each item of its list, which stands there instead of the list; once without when there is none. */
function walked(item: Json, path?: string): Json[] {
  const list = path === undefined ? undefined : at(item, path)
  if (path === undefined || !isObject(item)) return [item]
  const parts = Array.isArray(list) ? list : list === undefined || list === null ? [] : [list]
  return parts.length === 0
    ? [replaced(item, path.split('.'), null)]
    : parts.map((part) => replaced(item, path.split('.'), part))
}

function replaced(item: { [key: string]: Json }, [key = '', ...rest]: string[], part: Json): Json {
  const inner = item[key]
  return { ...item, [key]: rest.length && isObject(inner) ? replaced(inner, rest, part) : part }
}

function isListOfObjects(value: Json): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isObject)
}
