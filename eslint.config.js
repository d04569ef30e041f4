import { readdirSync } from 'node:fs'
import js from '@eslint/js'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

// The floors of the house: an import points down only.
const above = (target, from, message) => ({ target, from, message })
const webGround = ['drawing', 'ui', 'messages', 'dist']
const webFeatures = readdirSync('web', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !webGround.includes(entry.name))
  .map((entry) => entry.name)
const floors = [
  above(['./api', './cypher'], './web', 'the api never imports the web'),
  above('./web', './cypher', 'the web knows the api through contract.graphql only'),
  // Files do not go through GraphQL: the types of what is said about them are shared.
  {
    ...above('./web', './api', 'the web knows the api through contract.graphql only'),
    except: ['./exchange/upload/answers.ts'],
  },
  above(['./api', './web'], './tests', 'nothing imports tests'),
  above(
    [
      './api/exchange',
      './api/federation',
      './api/neo4j',
      './api/statements.ts',
      './api/errors.ts',
      './api/config.ts',
    ],
    ['./api/server.ts', './api/commands'],
    'server and commands are the top floor',
  ),
  above(
    ['./api/statements.ts', './api/errors.ts', './api/config.ts'],
    ['./api/exchange', './api/schema.ts', './api/neo4j'],
    'statements, errors and config are the ground floor',
  ),
  above(
    ['./web/drawing', './web/ui', './web/route.svelte.ts', './web/graphql.ts', './web/messages'],
    ['./web/App.svelte', './web/main.ts', ...webFeatures.map((feature) => `./web/${feature}`)],
    'drawing, ui, route and graphql are the ground floor of the web',
  ),
  above(
    webFeatures.map((feature) => `./web/${feature}`),
    ['./web/App.svelte', './web/main.ts'],
    'a feature never imports the application',
  ),
  ...webFeatures.map((feature) =>
    above(
      `./web/${feature}`,
      webFeatures.filter((other) => other !== feature).map((other) => `./web/${other}`),
      'a feature never imports a feature: they meet in the URL',
    ),
  ),
]

export default ts.config(
  { ignores: ['node_modules', 'web/dist', '.essaim', 'web/graphql-env.d.ts'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    plugins: { 'import-x': importX },
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.js', '.mjs', '.svelte'] })],
      'import-x/extensions': ['.ts', '.js', '.mjs'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] },
    },
    rules: {
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'import-x/no-restricted-paths': ['error', { basePath: import.meta.dirname, zones: floors }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': ['error', { allow: ['error', 'warn', 'info'] }],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } },
    rules: { 'svelte/no-at-html-tags': 'error', 'no-undef': 'off' },
  },
  { files: ['**/*.ts'], rules: { 'no-undef': 'off' } },
)
