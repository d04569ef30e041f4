import { Command } from 'commander'
import { config, variable } from '../config.ts'
import { graphSubgraph } from '../federation/graph.ts'
import { insights } from '../federation/insights/subgraph.ts'
import { readFederation } from '../federation/joining/federationFile.ts'
import { tryJoining } from '../federation/joining/join.ts'
import { addressOf, keepSdl } from '../federation/joining/sdl.ts'

const examples = `
Example of a federation.yaml, in the project's folder or where ESSAIM_FEDERATION says:
  subgraphs:
    - name: register
      url: https://register.example.org/graphql
      headers: { Authorization: { env: REGISTER_TOKEN } }   values come from the environment only
      timeout: 1000                                         milliseconds, 1000 unless it says otherwise
      sdl: register.graphql                                 asked from the subgraph itself unless it is given

Then: npm run essaim -- compose`

export const composeCommand = new Command('compose')
  .description(
    'say whether the subgraphs of federation.yaml fit ours, and what clashes; exit code 1 when one does not',
  )
  .addHelpText('after', examples)
  .action(async () => {
    try {
      await compose()
    } catch (error) {
      console.error(`essaim: ${error instanceof Error ? error.message : String(error)}`)
      process.exitCode = 1
    }
  })

async function compose(): Promise<void> {
  const remotes = readFederation(config.federation, variable)
  if (!remotes.length) return console.info(`no subgraph joins: ${config.federation.file} names none`)
  const { name, sdl } = await graphSubgraph()
  for (const joining of await tryJoining(remotes, [{ name, sdl }, insights])) {
    const { remote } = joining
    const called = `${remote.name} (${addressOf(remote)})`
    if (joining.sdl === undefined) {
      console.info([`${called} does not join:`, ...joining.problems].join('\n  '))
      process.exitCode = 1
      continue
    }
    keepSdl(config.home, remote, joining.sdl)
    const { fields, types } = joining.added
    const line = (what: string, names: string[]) => (names.length ? [`${what}: ${names.join(', ')}`] : [])
    console.info([`${called} joins:`, ...line('fields', fields), ...line('types', types)].join('\n  '))
  }
}
