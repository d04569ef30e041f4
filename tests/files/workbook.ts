import { zip } from './zip.ts'

/** `date` is a true date, `as` a format of numbers, `formula` has a last result. */
export type Cell =
  | string
  | number
  | boolean
  | null
  | { date: string }
  | { number: number; as: string }
  | { formula: string; result?: number }
  | { error: string }
export type SheetStory = {
  name: string
  rows: readonly (readonly Cell[])[]
  merged?: string[]
  hidden?: boolean
}

/** A workbook as Excel saves it: shared texts, styles for dates, one part a sheet. */
export function workbook(sheets: readonly SheetStory[]): Buffer {
  const texts = new Map<string, number>()
  const formats = new Map([['dd/mm/yyyy', 0]])
  const parts = sheets.map(({ rows, merged = [] }) => {
    const lines = rows.map((cells, row) => {
      const written = cells.map((cell, place) => cellXml(cell, `${letter(place)}${row + 1}`, texts, formats))
      return `<row r="${row + 1}">${written.join('')}</row>`
    })
    const ranges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
    return `${head}<worksheet ${main}><sheetData>${lines.join('')}</sheetData>${
      ranges ? `<mergeCells>${ranges}</mergeCells>` : ''
    }</worksheet>`
  })
  const relations = sheets.map(
    (_, place) =>
      `<Relationship Id="rId${place + 1}" Type="${related}/worksheet" Target="worksheets/sheet${place + 1}.xml"/>`,
  )
  const named = sheets.map(
    ({ name, hidden }, place) =>
      `<sheet name="${escape(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"${hidden ? ' state="hidden"' : ''}/>`,
  )
  const numbers = [...formats].map(
    ([code, place]) => `<numFmt numFmtId="${164 + place}" formatCode="${escape(code)}"/>`,
  )
  const styles = [
    '<xf numFmtId="0"/>',
    ...[...formats.values()].map((place) => `<xf numFmtId="${164 + place}"/>`),
  ]
  return zip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${related}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><numFmts>${numbers.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst ${main}>${[...texts.keys()].map((text) => `<si><t xml:space="preserve">${escape(text)}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(parts.map((part, place) => [`xl/worksheets/sheet${place + 1}.xml`, part])),
  })
}

/** Texts, each once, by their place. */
type Places = Map<string, number>

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function cellXml(cell: Cell, at: string, texts: Places, formats: Places): string {
  if (cell === null || cell === '') return ''
  if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${placeIn(texts, cell)}</v></c>`
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`
  if ('date' in cell) return `<c r="${at}" s="1"><v>${Date.parse(cell.date) / 86_400_000 + 25_569}</v></c>`
  if ('error' in cell) return `<c r="${at}" t="e"><v>${escape(cell.error)}</v></c>`
  if ('as' in cell) return `<c r="${at}" s="${placeIn(formats, cell.as) + 1}"><v>${cell.number}</v></c>`
  const result = cell.result === undefined ? '' : `<v>${cell.result}</v>`
  return `<c r="${at}"><f>${escape(cell.formula)}</f>${result}</c>`
}

function placeIn(places: Places, text: string): number {
  const place = places.get(text) ?? places.size
  places.set(text, place)
  return place
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function letter(place: number): string {
  return place < 26
    ? String.fromCharCode(65 + place)
    : letter(Math.floor(place / 26) - 1) + letter(place % 26)
}
