import { existsSync, readFileSync } from 'node:fs'
import { validateHeaderValue } from 'node:http'
import { basename, dirname, resolve } from 'node:path'
import * as v from 'valibot'
import { readYaml } from '../../yaml.ts'
import { shape } from './federationShape.ts'

/** A subgraph of somebody else, as `federation.yaml` names it, with the values that its headers have in the environment. */
export type Remote = {
  name: string
  url: string
  headers: Record<string, string>
  /** Milliseconds. */
  timeout: number
  /** The file of its SDL, when it is not asked for it. */
  sdl?: string
}

export type FederationSettings = {
  file: string
  /** Whether somebody asked for that very file: then it must be there. */
  isAsked: boolean
}

/**
 * The subgraphs that the file names, none when there is no file; `variable` reads the environment. Throws every fault with
 * its line.
 */
export function readFederation(
  { file, isAsked }: FederationSettings,
  variable: (name: string) => string | undefined,
): Remote[] {
  if (!existsSync(file)) {
    if (!isAsked) return []
    throw new Error(`${file}: there is no such file; write it, or unset ESSAIM_FEDERATION`)
  }
  const { broken, value, lineOf } = readYaml(readFileSync(file, 'utf8'))
  const place = (line: number) => `${basename(file)}, line ${line}:`
  refuseFaults(broken.map(({ line, message }) => `${place(line)} ${message}`))
  const told = (path: readonly unknown[], fault: string) =>
    `${place(lineOf(path))} ${path.join('.') || 'the file'} ${fault}`
  const read = v.safeParse(shape, value() ?? { subgraphs: [] })
  if (!read.success) {
    refuseFaults(read.issues.map(({ path, message }) => told(path?.map(({ key }) => key) ?? [], message)))
    return []
  }
  const { subgraphs } = read.output
  const names = subgraphs.map((remote) => remote.name)
  refuseFaults([
    ...names.flatMap((known, at) =>
      names.indexOf(known) < at ? [told(['subgraphs', at, 'name'], `is ${known} twice: choose another`)] : [],
    ),
    ...subgraphs.flatMap(({ headers }, at) =>
      Object.entries(headers).flatMap(([header, { env }]) => {
        const fault = valueFault(header, variable(env))
        return fault ? [told(['subgraphs', at, 'headers', header], `${env} ${fault}`)] : []
      }),
    ),
  ])
  return subgraphs.map(({ headers, sdl, ...remote }) => ({
    ...remote,
    headers: Object.fromEntries(
      Object.entries(headers).map(([header, { env }]) => [header, variable(env) ?? '']),
    ),
    ...(sdl !== undefined && { sdl: resolve(dirname(file), sdl) }),
  }))
}

function refuseFaults(faults: string[]): void {
  if (faults.length) throw new Error([...new Set(faults)].join('\n'))
}

/** Never repeats the value: it is a secret. */
function valueFault(header: string, value: string | undefined): string | undefined {
  if (value === undefined) return 'is not set in the environment: set it, or leave the header out'
  try {
    validateHeaderValue(header, value)
  } catch {
    return 'holds what no header can: line breaks or letters beyond Latin-1'
  }
}
