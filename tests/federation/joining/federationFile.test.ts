import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFederation } from '../../../api/federation/joining/federationFile.ts'
import { temporaryFolder } from '../../support/folder.ts'

function read(text: string, environment: Record<string, string> = {}) {
  const file = join(temporaryFolder(), 'federation.yaml')
  writeFileSync(file, text)
  return readFederation({ file, isAsked: false }, (name) => environment[name])
}
const one = (lines: string) => `subgraphs:\n  - name: register\n    ${lines}`

test('no file, or nothing in it, is no subgraph', () => {
  const file = join(temporaryFolder(), 'federation.yaml')
  expect(readFederation({ file, isAsked: false }, () => undefined)).toEqual([])
  expect(read('')).toEqual([])
  expect(read('subgraphs: []')).toEqual([])
})

test('a file that was asked for must be there', () => {
  expect(() => readFederation({ file: '/nowhere/f.yaml', isAsked: true }, () => undefined)).toThrow(
    '/nowhere/f.yaml: there is no such file; write it, or unset ESSAIM_FEDERATION',
  )
})

test('a subgraph needs a name and a url; its headers come from the environment', () => {
  expect(read(one('url: http://localhost:4100/graphql'))).toEqual([
    { name: 'register', url: 'http://localhost:4100/graphql', headers: {}, timeout: 1_000 },
  ])
  const [full] = read(
    one(
      'url: https://register.example/graphql\n    headers: { Authorization: { env: TOKEN } }\n    timeout: 300\n    sdl: register.graphql',
    ),
    { TOKEN: 'Bearer abc' },
  )
  expect(full).toMatchObject({ headers: { Authorization: 'Bearer abc' }, timeout: 300 })
  expect(full?.sdl).toMatch(/\/register\.graphql$/)
})

test.each([
  ['subgraphs: [', /^federation\.yaml, line 1: Flow sequence/],
  ['subgraph: []', 'federation.yaml, line 1: subgraph is not known here: there are subgraphs'],
  ['subgraphs: yes', 'federation.yaml, line 1: subgraphs must be a list, each with a name and a url'],
  [
    'subgraphs:\n  - url: https://a.example',
    'federation.yaml, line 2: subgraphs.0.name is missing: a subgraph has a name and a url',
  ],
  [
    one('url:'),
    'federation.yaml, line 3: subgraphs.0.url is null: say where it answers, such as https://register.example.org/graphql',
  ],
  [
    one('url: ftp://a.example/b'),
    'federation.yaml, line 3: subgraphs.0.url is "ftp://a.example/b": it must begin with https:// or http://',
  ],
  [
    one('url: a.example'),
    'federation.yaml, line 3: subgraphs.0.url is "a.example": it must begin with https:// or http://',
  ],
  [
    one('url: https://me:hunter2@a.example'),
    'federation.yaml, line 3: subgraphs.0.url holds a user or a password: put them into a header whose value is in the environment',
  ],
  [
    'subgraphs:\n  - { name: The Register, url: https://a.example }',
    'federation.yaml, line 2: subgraphs.0.name is "The Register": use lower-case letters and digits, with - between words',
  ],
  [
    'subgraphs:\n  - { name: a, url: https://a.example }\n  - { name: a, url: https://b.example }',
    'federation.yaml, line 3: subgraphs.1.name is a twice: choose another',
  ],
  [
    one('url: https://a.example\n    timeout: soon'),
    'federation.yaml, line 4: subgraphs.0.timeout is "soon": say a number of milliseconds',
  ],
  [
    one('url: https://a.example\n    timeout: 60000'),
    'federation.yaml, line 4: subgraphs.0.timeout is 60000: nobody waits so long, say 10000 or less',
  ],
  [
    one('url: https://a.example\n    secret: x'),
    'federation.yaml, line 4: subgraphs.0.secret is not known here: there are name, url, headers, timeout and sdl',
  ],
  [
    one('url: https://a.example\n    headers: { Authorization: Bearer hunter2 }'),
    'federation.yaml, line 4: subgraphs.0.headers.Authorization must be { env: VARIABLE }: values of headers are read from the environment, they never stand in this file',
  ],
  [
    one('url: https://a.example\n    headers: { Authorization: { env: TOKEN } }'),
    'federation.yaml, line 4: subgraphs.0.headers.Authorization TOKEN is not set in the environment: set it, or leave the header out',
  ],
  [
    one('url: https://a.example\n    headers: { Authorization: { env: BROKEN } }'),
    'federation.yaml, line 4: subgraphs.0.headers.Authorization BROKEN holds what no header can: line breaks or letters beyond Latin-1',
  ],
  [
    one('url: https://a.example\n    headers: { Host: { env: HOME } }'),
    'federation.yaml, line 4: subgraphs.0.headers.Host "Host" can not be sent as a header: choose another',
  ],
  [
    '- headers: { Authorization: hunter2 }',
    'federation.yaml, line 1: subgraphs is missing: the file has a list of subgraphs',
  ],
  [
    'subgraphs:\n  - url: https://a.example\n    headers: { Authorization: { env: TOKEN } }\n    name: { Authorization: hunter2 }',
    'federation.yaml, line 4: subgraphs.0.name is a group: call the subgraph by a word',
  ],
])('a fault is told with its line, and no secret: %s', (text, message) => {
  const reading = () => read(text, { BROKEN: 'hunter2\n' })
  expect(reading).toThrow(message)
  expect(reading).not.toThrow(/hunter2/)
})
