import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { readConfig } from '../../api/config.ts'

it('nothing set means an embedded Neo4j in .essaim, on the loopback', () => {
  const config = readConfig({})
  expect(config.home).toMatch(/\/\.essaim$/)
  expect(config).toMatchObject({ host: '127.0.0.1', port: undefined })
  expect(config.neo4j).toEqual({ uri: undefined, user: 'neo4j', password: undefined, database: 'neo4j' })
})

it('a variable set to nothing is not set', () => {
  expect(readConfig({ PORT: '', NEO4J_URI: '', ESSAIM_HOME: '' })).toEqual(readConfig({}))
})

it('NEO4J_URI names another server', () => {
  const config = readConfig({ NEO4J_URI: 'neo4j+s://graph.example:7687', NEO4J_PASSWORD: 'secret' })
  expect(config.neo4j).toMatchObject({ uri: 'neo4j+s://graph.example:7687', password: 'secret' })
})

it('every variable that can not be used is named with its reason', () => {
  expect(() => readConfig({ PORT: 'http', NEO4J_URI: 'localhost:7687' })).toThrow(
    /PORT is not a number[^]*NEO4J_URI does not begin with/,
  )
  expect(() => readConfig({ PORT: '70000' })).toThrow('PORT is above 65535')
})

it('a password in NEO4J_URI is refused without being repeated', () => {
  const uri = 'bolt://neo4j:hunter2@localhost'
  expect(() => readConfig({ NEO4J_URI: uri })).toThrow(/NEO4J_PASSWORD/)
  expect(() => readConfig({ NEO4J_URI: uri })).not.toThrow(/hunter2/)
})

it('a subgraph is served to nobody, and no page of others may ask, unless it is set', () => {
  expect(readConfig({})).toMatchObject({ subgraphSecret: undefined, corsOrigins: [] })
  expect(
    readConfig({ ESSAIM_CORS_ORIGINS: 'https://map.example, http://localhost:5173' }).corsOrigins,
  ).toEqual(['https://map.example', 'http://localhost:5173'])
  expect(readConfig({ ESSAIM_CORS_ORIGINS: '*' }).corsOrigins).toEqual(['*'])
})

it('the endpoint is open to all documents unless it is closed by its name', () => {
  expect(readConfig({}).isClosed).toBe(false)
  expect(readConfig({ ESSAIM_TRUSTED_DOCUMENTS: 'only' }).isClosed).toBe(true)
  expect(() => readConfig({ ESSAIM_TRUSTED_DOCUMENTS: 'yes' })).toThrow(
    'ESSAIM_TRUSTED_DOCUMENTS is neither `only` nor empty',
  )
})

it('a secret that is too short is refused without being repeated', () => {
  const settings = { ESSAIM_SUBGRAPH_SECRET: 'fifteen letters' }
  expect(() => readConfig(settings)).toThrow('ESSAIM_SUBGRAPH_SECRET is shorter than 16 characters')
  expect(() => readConfig(settings)).not.toThrow(/fifteen/)
  expect(readConfig({ ESSAIM_SUBGRAPH_SECRET: 'sixteen letters!' }).subgraphSecret).toBe('sixteen letters!')
})

it.each([
  'map.example',
  'https://map.example/',
  'https://*.example',
  'null',
  'https://a.example,',
  'file:///a',
])('an origin that browsers never say is refused: %s', (origin) => {
  expect(() => readConfig({ ESSAIM_CORS_ORIGINS: origin })).toThrow(
    /ESSAIM_CORS_ORIGINS is no list of origins/,
  )
})

it('further subgraphs stand in federation.yaml, unless another file is asked for, which must be there then', () => {
  expect(readConfig({}).federation).toEqual({ file: resolve('federation.yaml'), isAsked: false })
  expect(readConfig({ ESSAIM_FEDERATION: '/etc/essaim.yaml' }).federation).toEqual({
    file: '/etc/essaim.yaml',
    isAsked: true,
  })
})
