import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { contours } from './web/contours.ts'
import { documents } from './web/documents.ts'

const web = fileURLToPath(new URL('web/', import.meta.url))

// Shared and slow machines run this too: nothing waits for less than a minute.
const patient = { testTimeout: 60_000, hookTimeout: 180_000, teardownTimeout: 60_000 }
// Vite would take graphql's ES modules, Node's libraries its CommonJS ones, and neither knows the other's schemas.
const oneGraphql = { graphql: fileURLToPath(import.meta.resolve('graphql')) }
const neo4j = ['tests/support/neo4j.ts']
// A worker has a Neo4j of its own, so that a file can empty the graph and build its own story. All are in one group: where
// a group follows another, two workers may get the same number.
const maxWorkers = Math.min(availableParallelism(), 2)
const alone = ['tests/neo4j/**/*.test.ts', 'tests/browser/lighthouse.test.ts']

export default defineConfig({
  test: {
    teardownTimeout: 60_000,
    projects: [
      {
        plugins: [svelte({ configFile: `${web}svelte.config.js` }), documents(web), contours()],
        resolve: { conditions: ['browser'], alias: oneGraphql },
        test: {
          ...patient,
          name: 'unit',
          maxWorkers,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{api,cypher,exchange,federation,browser,neo4j}/**'],
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          ...patient,
          name: 'graph',
          include: ['tests/{api,cypher,exchange,federation}/**/*.test.ts'],
          globalSetup: neo4j,
          maxWorkers,
          // Each file would load the whole server again.
          isolate: false,
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          ...patient,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: alone,
          globalSetup: neo4j,
          maxWorkers,
          isolate: false,
          testTimeout: 180_000,
          // A shared machine may be late once, and says so; what fails twice is wrong. By hand nothing is tried again.
          retry: process.env.CI ? 1 : 0,
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          ...patient,
          name: 'alone',
          include: alone,
          globalSetup: neo4j,
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          testTimeout: 400_000,
        },
      },
    ],
  },
})
