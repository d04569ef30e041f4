import { request } from 'node:http'
import { beforeAll, beforeEach, afterAll, describe, expect, test } from 'vitest'
import { tablesOf } from '../../api/exchange/files/tables.ts'
import type {
  ProblemPage,
  Progress,
  Recognised,
  Told,
  Undone,
  WholeReport,
} from '../../api/exchange/upload/answers.ts'
import { graphHash } from '../../api/exchange/writing/graphHash.ts'
import { serve } from '../../api/server.ts'
import { networkHead } from '../files/networkHead.ts'
import { workbook } from '../files/workbook.ts'
import { zip } from '../files/zip.ts'
import { emptyGraph, testAccess, testStore } from '../support/store.ts'

const token = 'a-token-of-this-test'
const store = testStore()
let served: Awaited<ReturnType<typeof serve>>

beforeAll(async () => {
  const imports = { token, access: testAccess() }
  served = await serve({ ...store, host: '127.0.0.1', port: 0, imports })
})
afterAll(() => served.close())
beforeEach(() => emptyGraph(store))

const ask = (path: string, body?: object | Uint8Array, said = `Bearer ${token}`) =>
  fetch(`${served.address}/imports${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: said,
      'content-type': body instanceof Uint8Array ? 'application/octet-stream' : 'application/json',
    },
    ...(body && { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
  })
const json = async <Answer>(response: Promise<Response>) => (await (await response).json()) as Answer
const refusal = async (response: Response) => {
  const { errors } = (await response.json()) as { errors: { message: string }[] }
  return { status: response.status, says: errors[0]?.message }
}
const handOver = async (name: string, bytes: Uint8Array) =>
  (await json<{ id: string }>(ask(`/files?${new URLSearchParams({ name })}`, bytes))).id
const recognise = (files: string[], how = {}) => json<Recognised>(ask('/recognise', { files, ...how }))
type Line<Answer> = { progress?: Progress; answer?: Answer; failure?: { message: string } }
const linesOf = async <Answer = Told>(response: Response) =>
  (await response.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line<Answer>)
const undo = async (number: number, isDryRun: boolean) =>
  linesOf<Undone>(await ask(`/${number}/undo`, { isDryRun }))
const bring = async (how: 'check' | 'load', body: object): Promise<Told> => {
  const [last] = (await linesOf(await ask(`/${how}`, body))).slice(-1)
  if (!last?.answer) throw new Error(JSON.stringify(last))
  return last.answer
}
const hash = async () => {
  const session = store.driver.session({ database: store.database })
  return graphHash(session).finally(() => session.close())
}
const cantines = { network: { id: 'cantines', name: 'Les cantines', licence: 'ODbL 1.0' } }
const mappingOf = (told: Recognised) => {
  if (told.form !== 'guessed') throw new Error(`was ${told.form}`)
  return { name: told.mapping, text: told.text }
}

describe('who may bring data in', () => {
  test.each(['', 'Bearer', 'Bearer another-token-of-it', `Basic ${token}`])(
    'is not who says « %s »',
    async (said) => {
      const answers = [await ask('', undefined, said), await ask('/load', { files: [] }, said)]
      for (const answer of answers)
        expect(await refusal(answer)).toEqual({
          status: 401,
          says: 'Bringing data in takes the token that the owner of this server set: send it as `Authorization: Bearer …`.',
        })
    },
  )

  test('is no page of another origin: nothing is said to it of the token’s header', async () => {
    const asked = await fetch(`${served.address}/imports/load`, {
      method: 'OPTIONS',
      headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'authorization' },
    })
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null])
  })
})

describe('a file', () => {
  test('that is too large is refused before it has arrived', async () => {
    const { hostname, port } = new URL(served.address)
    const status = await new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, 'content-length': 65 * 1024 * 1024 }
      const sent = request({ hostname, port, path: '/imports/files?name=a.csv', method: 'POST', headers })
      sent.on('response', ({ statusCode }) => (resolve(statusCode), sent.destroy())).on('error', reject)
      sent.write('a,b\n')
    })
    expect(status).toBe(413)
  })

  test.each([
    ['a PDF', Buffer.from('%PDF-1.7')],
    ['packed', Buffer.from([0x1f, 0x8b, 0x08])],
    [
      'of two thousand and one columns',
      Buffer.from(`${Array.from({ length: 2001 }, (_, at) => `c${at}`).join()}\n`),
    ],
    ['with a column called __proto__', Buffer.from('__proto__,name\n1,2\n')],
    ['damaged', workbook([{ name: 'A', rows: [['x'], ['y']] }]).subarray(0, 300)],
    [
      'a bomb',
      zip({
        'xl/workbook.xml': '<workbook/>',
        'xl/sharedStrings.xml': Buffer.alloc(50 * 1024 * 1024, ' '),
      }),
    ],
  ])('that is %s is refused by the same sentence as on the command line', async (_, bytes) => {
    const told = await recognise([await handOver('hostile', bytes)])
    let sentence = 'was read'
    try {
      tablesOf({ name: 'hostile', bytes }, {})
    } catch (error) {
      sentence = error instanceof Error ? error.message : ''
    }
    expect(told.form).toBe('unreadable')
    expect(sentence).toContain(told.form === 'unreadable' ? told.problems[0]?.says.text : '')
  })

  test('that is no longer here is asked for again', async () => {
    const answer = await ask('/check', { files: ['0b1f7b6e-8f0d-4ed0-9d6a-8a4d3b8b7a10'] })
    expect(await refusal(answer)).toEqual({
      status: 404,
      says: 'One of these files is no longer here: hand it over again.',
    })
  })
})

describe('what files are', () => {
  test('is told by the columns of a spreadsheet, without the values of those that are never read', async () => {
    const told = await recognise([await handOver('Cantines 2024.xlsx', networkHead)])
    if (told.form !== 'guessed') throw new Error(told.form)
    expect(told.sheets.map(({ title, part, rows }) => [title, part, rows])).toEqual([
      ['Projets', 'initiatives', 4],
      ['Partenaires', 'partners', 4],
    ])
    const columns = told.sheets[0]?.columns ?? []
    const column = (name: string) => columns.find(({ column: said }) => said === name)
    expect(column('Structure porteuse')?.target).toEqual({ is: 'partner', role: 'CARRIER' })
    expect(column('En activité')?.words).toEqual([
      { value: 'Oui', count: 3, meant: 'RUNNING' },
      { value: 'Non', count: 1, meant: 'ENDED' },
    ])
    expect(column('Contact')).toMatchObject({ target: { is: 'never' }, samples: [] })
    expect(JSON.stringify(told)).not.toMatch(/Petit|jeanne|02 98/)
    expect(told.sheets[0]?.unread).toEqual(['Courriel'])
  })

  test('follows what somebody chose for a column and for a word', async () => {
    const sheets = {
      projets: { columns: { Remarques: { is: 'summary' }, Bénéficiaires: { is: 'unknown' } } },
      partenaires: { words: { Rôle: { Mécène: 'SPONSOR_GROUP', Évaluation: '' } } },
    }
    const told = await recognise([await handOver('Cantines 2024.xlsx', networkHead)], {
      choices: { ...cantines, source: 'https://example.org/cantines', sheets },
    })
    const { name, text } = mappingOf(told)
    expect(name).toBe('cantines-projets')
    expect(text).toContain("source: 'https://example.org/cantines'\n")
    expect(text).toContain("network: { id: cantines, name: Les cantines, licence: 'ODbL 1.0' }")
    expect(text).toContain("summary: '{Remarques}' # chosen by hand")
    expect(text).not.toContain('results:')
    expect(text).toContain(
      'words: { Financeur: FUNDER, Mécène: SPONSOR_GROUP, Soutien institutionnel: INSTITUTIONAL }, ifWrong: leave out',
    )
  })

  test('is a form that needs no mapping, or what a mapping that is given reads', async () => {
    const nodes = Buffer.from('id,type,name,graph_owner\nus,Network,Us,us\nus:a,Initiative,A,us\n')
    const id = await handOver('nodes.csv', nodes)
    expect(await recognise([id])).toEqual({
      form: 'direct',
      read: [{ file: 'nodes.csv', as: 'nodes', rows: 2 }],
      owner: 'us',
    })
    const text =
      'title: T\nsource: s\nnetwork: { id: us, name: Us }\ninputs: { rows: { has: [name] } }\ninitiatives: { id: "{id}", name: "{name}" }\n'
    expect(await recognise([id], { mapping: { name: 'mine.yaml', text } })).toMatchObject({
      ...{ form: 'mapped', mapping: 'mine', isShipped: false, network: { id: 'us', name: 'Us' } },
      ...{ read: [{ file: 'nodes.csv', as: 'rows', rows: 2 }], problems: [] },
    })
    const broken = await ask('/recognise', { files: [id], mapping: { name: 'm.yaml', text: 'titel: T\n' } })
    expect(await refusal(broken)).toMatchObject({
      status: 400,
      says: expect.stringContaining('m.yaml, line 1: titel is unknown: did you mean title?'),
    })
  })
})

describe('an import', () => {
  test('is checked without a trace, loaded, the same a second time, and taken back exactly', async () => {
    const before = await hash()
    const files = [await handOver('Cantines 2024.xlsx', networkHead)]
    const body = { files, mapping: mappingOf(await recognise(files, { choices: cantines })) }
    const checked = await bring('check', body)
    expect(checked).toMatchObject({ isRefused: false, number: null, counts: { read: 8, leftOut: 0 } })
    expect(await hash()).toBe(before)

    const loaded = await bring('load', body)
    expect(loaded).toMatchObject({ number: 1, counts: checked.counts })
    const found = await fetch(`${served.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        query: '{ network(id: "cantines") { name licence } initiative(id: "cantines:1") { name } }',
      }),
    })
    expect(await found.json()).toMatchObject({
      data: {
        network: { name: 'Les cantines', licence: 'ODbL 1.0' },
        initiative: { name: 'La Cantine de Brest' },
      },
    })
    expect((await bring('load', body)).counts).toMatchObject({ made: 0, changed: 0 })
    await undo(2, false)

    const made = loaded.counts?.made
    expect((await undo(1, true)).at(-1)?.answer).toEqual({ removed: made, restored: 0, kept: [] })
    const said = await undo(1, false)
    expect(said.at(-1)?.answer).toEqual({ removed: made, restored: 0, kept: [] })
    expect(said.flatMap(({ progress }) => progress ?? []).at(-1)).toEqual({
      ...{ step: 'undoing', done: made, of: made },
    })
    expect(await hash()).toBe(before)
    const { imports } = await json<{ imports: object[] }>(ask(''))
    expect(imports).toMatchObject([
      { number: 2, undoneOn: expect.any(String) },
      { number: 1, undoneOn: expect.any(String), files: ['Cantines 2024.xlsx'] },
    ])
    expect(await refusal(await ask('/1/undo', { isDryRun: false }))).toMatchObject({
      status: 400,
      says: expect.stringContaining('was taken back on'),
    })
  }, 180_000)

  test('with errors writes nothing, and tells them with what their rows say; the good rows go in alone', async () => {
    const text = 'nom,depuis\nUne,2019\nDeux,jadis\nTrois,2020\n'
    const files = [await handOver('actions.csv', Buffer.from(text))]
    const mapping = {
      name: 'actions',
      text: 'title: T\nsource: s\nnetwork: { id: us, name: Us }\ninputs: { rows: { has: [nom] } }\ninitiatives: { id: { value: "{nom}", slug: true }, name: "{nom}", startedOn: "{depuis}" }\n',
    }
    const before = await hash()
    const refused = await bring('load', { files, mapping })
    expect(refused).toMatchObject({ isRefused: true, counts: null, number: null })
    expect(refused.groups).toEqual([
      {
        ...{ at: 0, severity: 'error', kind: 'error', file: 'actions.csv', column: 'depuis' },
        ...{ count: 1, rows: 1, valuesTotal: 1 },
        says: { text: 'is no date: a year, 2014-05 or 2014-05-12', rule: 'noDate' },
        values: [{ value: 'jadis', count: 1, isCell: true }],
      },
    ])
    expect(await json<ProblemPage>(ask('/problems', { report: refused.id, group: 0 }))).toEqual({
      problems: [
        {
          ...{ severity: 'error', kind: 'error', file: 'actions.csv', row: 3, column: 'depuis' },
          ...{ value: 'jadis', says: { text: 'is no date: a year, 2014-05 or 2014-05-12', rule: 'noDate' } },
        },
      ],
      rows: [{ file: 'actions.csv', row: 3, cells: { nom: 'Deux', depuis: 'jadis' } }],
    })
    expect(await hash()).toBe(before)
    const taken = await bring('load', { files, mapping, acceptValid: true })
    expect(taken).toMatchObject({ isRefused: false, counts: { read: 3, leftOut: 1 } })
  })

  test('with a thousand errors tells all of them by page and whole, mended once for all its rows', async () => {
    const rows = Array.from({ length: 1_000 }, (_, at) => `A${at},${at % 4 ? 'jadis' : 'naguère'}\n`)
    const files = [await handOver('actions.csv', Buffer.from(`nom,depuis\n${rows.join('')}`))]
    const mapping = {
      name: 'actions',
      text: 'title: T\nsource: s\nnetwork: { id: us, name: Us }\ninputs: { rows: { has: [nom] } }\ninitiatives: { id: { value: "{nom}", slug: true }, name: "{nom}", startedOn: "{depuis}" }\n',
    }
    const refused = await bring('check', { files, mapping })
    expect(refused.groups).toMatchObject([
      {
        ...{ count: 1_000, rows: 1_000, valuesTotal: 2 },
        values: [
          { value: 'jadis', count: 750 },
          { value: 'naguère', count: 250 },
        ],
      },
    ])
    const last = await json<ProblemPage>(ask('/problems', { report: refused.id, group: 0, from: 999 }))
    expect(last.problems.map(({ row }) => row)).toEqual([1_001])
    const whole = await json<WholeReport>(ask('/report', { report: refused.id }))
    expect(whole.problems).toHaveLength(1_000)

    const corrections = [
      { in: 'rows', column: 'depuis', value: 'jadis', now: '2015' },
      { in: 'rows', column: 'depuis', value: 'naguère', now: '2019' },
    ]
    const told = await recognise(files, { mapping, corrections })
    if (told.form !== 'mapped') throw new Error(told.form)
    const mended = await bring('check', { files, mapping: { name: told.mapping, text: told.text } })
    expect(mended).toMatchObject({ isRefused: false, counts: { read: 1_000, leftOut: 0 } })
    const nobody = { report: '0b1f7b6e-8f0d-4ed0-9d6a-8a4d3b8b7a10', group: 0 }
    expect(await refusal(await ask('/problems', nobody))).toEqual({
      status: 404,
      says: 'These problems are no longer here: check again.',
    })
  }, 180_000)

  test('says what is no longer in the files, and ends it when asked to', async () => {
    const text =
      'title: T\nsource: s\nnetwork: { id: us, name: Us }\ninputs: { rows: { has: [nom] } }\ninitiatives: { id: { value: "{nom}", slug: true }, name: "{nom}" }\n'
    const mapping = { name: 'actions', text }
    const given = async (names: string) => [await handOver('actions.csv', Buffer.from(`nom\n${names}`))]
    await bring('load', { files: await given('Une\nDeux\n'), mapping })
    const files = await given('Une\n')
    const checked = await bring('check', { files, mapping })
    expect(checked.gone).toEqual({ total: 1, canEnd: 1 })
    expect(checked.groups.filter(({ kind }) => kind === 'vanished')).toMatchObject([
      { count: 1, says: { rule: 'vanishedNamed', values: { name: 'Deux', kind: 'Initiative' } } },
    ])
    const loaded = await bring('load', { files, mapping, retire: '2026-03-01' })
    expect(loaded.counts).toMatchObject({ ended: 1 })
    const answer = await fetch(`${served.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ initiative(id: "us:deux") { status endedOn } }' }),
    })
    expect(await answer.json()).toMatchObject({
      data: { initiative: { status: 'ENDED', endedOn: '2026-03-01' } },
    })
  }, 180_000)

  test('waits for nobody: another one at the same time is told so', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => `n${at},2019`).join('\n')
    const files = [await handOver('actions.csv', Buffer.from(`nom du projet,date\n${rows}\n`))]
    const body = { files, mapping: mappingOf(await recognise(files, { choices: cantines })) }
    const first = ask('/check', body)
    // The first one has been let in when it begins to answer.
    await first
    expect(await refusal(await ask('/check', body))).toEqual({
      status: 409,
      says: 'Another import is under way: try again when it has ended.',
    })
    expect((await linesOf(await first)).at(-1)?.answer?.isRefused).toBe(false)
    expect((await bring('check', body)).isRefused).toBe(false)
  }, 180_000)
})
