import { progress } from '../progress.mjs'
import { buildWeb } from './web.ts'

await buildWeb(progress)
