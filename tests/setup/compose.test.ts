import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { parse } from 'yaml'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const text = read('../../docker-compose.yml')
const compose = parse(text)

it('docker-compose.yml follows the Compose specification', () => {
  const ajv = new Ajv({ allErrors: true, strict: false })
  addFormats.default(ajv)
  ajv.addFormat('ports', true).addFormat('expose', true).addFormat('subnet_ip_address', true)
  const schema = JSON.parse(read('compose-spec.json'))
  // Ajv knows draft 7 by its http address only.
  const isValid = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' })
  expect(isValid(compose) ? [] : isValid.errors).toEqual([])
  expect(isValid({ ...compose, services: { essaim: { imge: 'essaim' } } })).toBe(false)
})

it('Essaim waits for a healthy Neo4j, and each container says whether it is well', () => {
  expect(compose.services.essaim.depends_on.neo4j.condition).toBe('service_healthy')
  expect(compose.services.essaim.healthcheck.test.join(' ')).toContain('/readyz')
  expect(compose.services.neo4j.healthcheck.test.join(' ')).toContain('cypher-shell')
})

it('the password is asked for, never written down', () => {
  const passwords = text.split('\n').filter((line) => /^\s+NEO4J_(AUTH|PASSWORD):/.test(line))
  expect(passwords).toHaveLength(2)
  for (const line of passwords) expect(line).toMatch(/: (neo4j\/)?\$\{NEO4J_PASSWORD:\?.+\}$/)
})

it('only this machine reaches the published port, and Neo4j publishes none', () => {
  expect(compose.services.essaim.ports).toEqual(['127.0.0.1:${PORT:-4000}:4000'])
  expect(compose.services.neo4j.ports).toBeUndefined()
})

it('the graph outlives its container, in the Neo4j that the embedded one matches', () => {
  expect(compose.services.neo4j.volumes).toEqual(['graph:/data'])
  expect(compose.volumes).toHaveProperty('graph')
  expect(compose.services.neo4j.image).toBe('neo4j:5.26-community')
  expect(read('../../api/neo4j/pom.xml')).toContain('<version>5.26.30</version>')
})

it('the image is Debian, and runs as nobody special', () => {
  const image = read('../../Dockerfile')
  expect(image.match(/^FROM (\S+)/gm)).toEqual(Array(3).fill('FROM node:22-bookworm-slim'))
  expect(image).toMatch(/^USER node$/m)
})

it('the image holds every folder that the program reads', () => {
  const api = readdirSync(new URL('../../api', import.meta.url), { recursive: true, encoding: 'utf8' })
  const named = api
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      [...read(`../../api/${path}`).matchAll(/new URL\('((?:\.\.\/)+)(\w+)\//g)].map(
        (url) => [path, url] as const,
      ),
    )
    .filter(([path, [, up = '']]) => up.split('/').length - 1 === path.split('/').length)
    .map(([, [, , folder = '']]) => folder)
  expect([...new Set(named)].sort()).toEqual(['cypher', 'examples', 'web'])
  for (const folder of new Set(['api', ...named])) {
    expect(read('../../.dockerignore').split('\n')).toContain(`!${folder}`)
    expect(read('../../Dockerfile')).toMatch(
      new RegExp(`^COPY (--from=web /essaim/)?${folder} ${folder}$`, 'm'),
    )
  }
})
