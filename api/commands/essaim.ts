import { Command } from 'commander'
import { checkCommand } from './check.ts'
import { composeCommand } from './compose.ts'
import { importCommand } from './import.ts'
import { onEnd } from './lifetime.ts'
import { migrateCommand } from './migrate.ts'
import { resetCommand } from './reset.ts'
import { seedCommand } from './seed.ts'

const examples = `
Examples (from the project's folder):
  npm run essaim -- migrate              constraints, indexes and migrations, each once
  npm run essaim -- seed                 the sample: true initiatives, each fact with its source
  npm run essaim -- import --help        how files of your own become initiatives and partners
  npm run essaim -- check                every breach of the graph's rules, with its ids
  npm run essaim -- compose              whether the subgraphs of federation.yaml fit ours
  npm run essaim -- reset --yes          delete every record and start afresh

They work on the graph in .essaim (ESSAIM_HOME moves it), or on the Neo4j that NEO4J_URI names.`

const program = new Command('essaim')
  .description('Essaim: a knowledge graph of social initiatives and their partners')
  .addHelpText('after', examples)
  .showHelpAfterError('(essaim --help shows what there is)')

for (const command of [
  migrateCommand,
  seedCommand,
  importCommand,
  checkCommand,
  composeCommand,
  resetCommand,
])
  program.addCommand(command)

// What a command leaves open, its driver and its Neo4j, ends with the process.
onEnd(async () => undefined)
await program.parseAsync()
