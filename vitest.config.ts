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
          // They share one graph: a file empties it and builds its own story.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve: { alias: oneGraphql },
        test: {
          ...patient,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: neo4j,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
          testTimeout: 180_000,
        },
      },
      {
        test: {
          ...patient,
          name: 'neo4j',
          include: ['tests/neo4j/**/*.test.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          testTimeout: 400_000,
        },
      },
    ],
  },
})
