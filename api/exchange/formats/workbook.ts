import { Unreadable } from '../files/unreadable.ts'
import { shapeOf } from './numbers.ts'
import type { NumberShape } from './numbers.ts'
import { walkXml } from './xml.ts'
import { Zip } from './zip.ts'

export type Sheet = { name: string; part: string; isHidden: boolean }
export type Workbook = {
  zip: Zip
  sheets: Sheet[]
  /** Texts that cells name by their place. */
  texts: string[]
  /** How numbers are shown, by the style that cells name. */
  shapes: NumberShape[]
  isFrom1904: boolean
}

/** What the sheets of a workbook share. @throws Unreadable */
export function openWorkbook(file: string, bytes: Uint8Array): Workbook {
  const zip = new Zip(file, bytes)
  if (!zip.has('xl/workbook.xml')) {
    const isOpenDocument = zip.has('content.xml')
    const rule = isOpenDocument
      ? 'is an OpenDocument file: save it as .xlsx or .csv'
      : 'is a ZIP file without a workbook: unpack it, give the files themselves'
    throw new Unreadable({ file, rule })
  }
  const targets = new Map<string, string>()
  walk(zip, file, 'xl/_rels/workbook.xml.rels', ({ name, attribute }) => {
    const target = attribute('Target') ?? ''
    const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`
    if (name === 'Relationship') targets.set(attribute('Id') ?? '', part)
  })
  const sheets: Sheet[] = []
  let isFrom1904 = false
  walk(zip, file, 'xl/workbook.xml', ({ name, attribute }) => {
    if (name === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attribute('date1904') ?? '')
    const part = targets.get(attribute('id') ?? '')
    // A sheet that only shows a chart has no cells.
    if (name !== 'sheet' || !part?.includes('worksheets/')) return
    sheets.push({
      name: attribute('name') ?? '',
      part,
      isHidden: (attribute('state') ?? 'visible') !== 'visible',
    })
  })
  if (sheets.length === 0) throw new Unreadable({ file, rule: 'has no sheet with cells' })
  return { zip, sheets, texts: sharedTexts(zip, file), shapes: shapesIn(zip, file), isFrom1904 }
}

function walk(zip: Zip, file: string, part: string, open: Parameters<typeof walkXml>[2]['open']): void {
  const bytes = zip.part(part)
  if (bytes) walkXml(`${file}/${part}`, bytes, { open })
}

/** Texts may be cut into runs of different looks; how they are pronounced (`rPh`) is none of them. */
function sharedTexts(zip: Zip, file: string): string[] {
  const bytes = zip.part('xl/sharedStrings.xml')
  const texts: string[] = []
  let [isText, aside] = [false, 0]
  if (!bytes) return texts
  walkXml(`${file}/xl/sharedStrings.xml`, bytes, {
    open({ name }) {
      if (name === 'si') texts.push('')
      if (name === 'rPh') aside++
      isText = name === 't' && aside === 0
    },
    close(name) {
      if (name === 'rPh') aside--
      isText = false
    },
    text(text) {
      if (isText) texts[texts.length - 1] += text
    },
  })
  return texts
}

function shapesIn(zip: Zip, file: string): NumberShape[] {
  const codes = new Map<number, string>()
  const shapes: NumberShape[] = []
  let isOfCells = false
  walk(zip, file, 'xl/styles.xml', ({ name, attribute }) => {
    if (name === 'numFmt') codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '')
    if (name === 'cellXfs') isOfCells = true
    if (name === 'cellStyles' || name === 'dxfs') isOfCells = false
    if (name !== 'xf' || !isOfCells) return
    const id = Number(attribute('numFmtId') ?? 0)
    shapes.push(shapeOf(id, codes.get(id)))
  })
  return shapes
}
