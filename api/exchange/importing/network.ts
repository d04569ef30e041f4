import type { ManagedTransaction } from 'neo4j-driver'
import type { Ready } from './prepare.ts'
import { said } from '../history/vanished.ts'
import type { NodeRow } from '../record.ts'
import { knownRecords } from '../writing/known.ts'
import type { Stored } from '../writing/plan.ts'

/**
 * The network that records, when it is there and gets its licence now. A licence that it has stays, unless another one was
 * said beside the mapping.
 * @throws Error when there is no such network, or another one answers for it
 */
export async function licensed(tx: ManagedTransaction, ready: Ready, today: string): Promise<NodeRow[]> {
  const { recorder } = ready.report
  if (ready.records.nodes.labelOf(recorder) === 'Network') return []
  const known = (await knownRecords(tx, [recorder])).get(recorder)
  if (known?.label !== 'Network')
    throw new Error(
      `no network has the id ${recorder}: record it first, give its name by --network-name, or leave out --as`,
    )
  const { licence } = ready
  if (!licence || !isToBeSaid(known.properties, licence, ready)) return []
  const properties = { ...said(known.properties), licence: licence.text, recordedOn: today }
  return [{ label: 'Network', id: recorder, properties }]
}

function isToBeSaid(
  { licence: before, recordedBy }: Stored,
  { text, isSaid }: { text: string; isSaid: boolean },
  { report }: Ready,
): boolean {
  if (before === text) return false
  const isOwn = recordedBy === report.recorder
  if (isSaid && !isOwn)
    throw new Error(
      `the licence of ${report.recorder} is for ${String(recordedBy)} to say, which recorded that network: leave out --licence`,
    )
  if (isOwn && (isSaid || before === undefined)) return true
  const stands = before === undefined ? 'has none' : `has ${String(before)}`
  report.notes.push({
    rule: `the mapping says the licence ${text}, the network ${report.recorder} ${stands}, which stays`,
    severity: 'note',
  })
  return false
}
