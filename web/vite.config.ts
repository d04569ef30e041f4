import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vite'
import { catalogues } from './catalogues.ts'
import { contours } from './contours.ts'
import { documents } from './documents.ts'
import { preloads } from './preloads.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [
    svelte({ configFile: here('svelte.config.js') }),
    documents(here('.')),
    contours(),
    catalogues(here('.')),
    preloads(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // The content policy forbids data: scripts and styles; small files stay files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'graphiql.html'].map(here).filter(existsSync),
      // GraphiQL's libraries carry React's `use client`; it means nothing here.
      onLog: (level, log, report) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && report(level, log),
    },
  },
  server: {
    proxy: { '^/(graphql|imports|readyz)(/|\\?|$)': process.env.ESSAIM_API ?? 'http://127.0.0.1:4000' },
  },
})
