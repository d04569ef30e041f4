import { parse } from 'csv-parse/sync'
import { manyRows, manyRowsYaml } from './manyRows.ts'
import { workbook } from '../files/workbook.ts'

/** The same initiatives in another form of file; `isRefused` when every row has an error. */
export type Shape = {
  files: (rows: number) => Record<string, string | Buffer>
  mapping?: string
  args?: string[]
  isRefused?: boolean
}

export const shapes: Readonly<Record<string, Shape>> = {
  rows: { files: (rows) => ({ 'many.csv': [...manyRows(rows)].join('') }), mapping: manyRowsYaml },
  /** A kilobyte a row. */
  wide: { files: (rows) => ({ 'many.csv': wide(rows) }), mapping: manyRowsYaml },
  workbook: {
    files: (rows) => ({ 'many.xlsx': workbook([{ name: 'Initiatives', rows: cells(rows) }]) }),
    mapping: manyRowsYaml.replace('format: csv', 'format: xlsx'),
  },
  json: {
    files: (rows) => ({ 'many.json': asJson(cells(rows)) }),
    mapping: manyRowsYaml.replace('format: csv', 'format: json'),
  },
  tidy: { files: tidy, args: ['--as', 'many', '--network-name', 'Many initiatives'] },
  faults: {
    files: (rows) => ({ 'many.csv': faulty([...manyRows(rows)].join('')) }),
    mapping: manyRowsYaml,
    args: ['--report', 'report.csv'],
    isRefused: true,
  },
}

const cells = (rows: number) =>
  parse([...manyRows(rows)].join(''), { delimiter: ';' }) as unknown as string[][]

function wide(rows: number): string {
  const notes = Array.from({ length: 6 }, (_, at) => `Note ${at}`)
  const lines = [...manyRows(rows)]
  return lines
    .map((line, at) => {
      const told = at === 0 ? notes : notes.map((note) => `${note} de la ligne ${at}, que personne ne lit`)
      const text =
        at === 0 ? '' : ` ${'Les voisins se retrouvent, parlent, réparent et cuisinent. '.repeat(7)}`
      return `${line.trimEnd().replace(' réunit', `${text} réunit`)};${told.join(';')}\n`
    })
    .join('')
}

/** Each row has a date of its own that is none. */
function faulty(table: string): string {
  let row = 0
  return table.replace(/;\d\d\/\d\d\/\d{4};/g, () => `;jadis, au rang ${++row};`)
}

function asJson([names = [], ...rows]: string[][]): string {
  return JSON.stringify(rows.map((row) => Object.fromEntries(row.map((cell, at) => [names[at] ?? '', cell]))))
}

function tidy(rows: number) {
  const nodes = ['id,type,name,start,territory_scheme,territory_code,source_url,graph_owner,updated_at\n']
  const edges = ['id,type,source,target,role,source_url,graph_owner,updated_at\n']
  const said = 'https://example.org/many,many,2026-01-01'
  for (let at = 0; at < rows; at++) {
    nodes.push(`i${at},Initiative,Jardin partagé ${at},${2000 + (at % 25)},,,${said}\n`)
    if (at % 3 === 0) nodes.push(`p${at},Partner,Association ${at},,,,${said}\n`)
    edges.push(`e${at},PARTNERS_IN,p${at - (at % 3)},i${at},CARRIER,${said}\n`)
  }
  return { 'nodes.csv': nodes.join(''), 'edges.csv': edges.join('') }
}
