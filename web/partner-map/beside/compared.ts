import { together } from '../grouping.ts'
import { tiesAround, type Mark, type Network } from '../network.ts'

type Named = { id: string; name: string }
/** Networks side by side: what belongs to all or to several of them, and to each alone. */
export type Apart = {
  /** Partners that belong to several of them. */
  members: Mark[]
  /** Initiatives that members of several of them take part in. */
  initiatives: Mark[]
  alone: { network: Named; members: Mark[]; initiatives: Mark[] }[]
}

/** Parts a network that was grouped by these networks. */
export function apart(whole: Network, compared: readonly Named[]): Apart {
  const both = together(compared).id
  const sideOf = new Map(whole.marks.map((mark) => [mark.id, mark.group]))
  const around = tiesAround(whole.ties)
  const partners = whole.marks.filter((mark) => !mark.isInitiative)
  const reached = whole.marks
    .filter((mark) => mark.isInitiative)
    .map((mark) => {
      const sides = new Set((around.get(mark.id) ?? []).map((tie) => sideOf.get(tie.partner)))
      return { mark, networks: compared.filter(({ id }) => sides.has(id) || sides.has(both)), sides }
    })
  return {
    members: partners.filter((mark) => mark.group === both),
    initiatives: reached
      .filter(({ networks, sides }) => networks.length > 1 || sides.has(both))
      .map(({ mark }) => mark),
    alone: compared.map((network) => ({
      network,
      members: partners.filter((mark) => mark.group === network.id),
      initiatives: reached
        .filter(({ networks, sides }) => !sides.has(both) && networks.length === 1 && networks[0] === network)
        .map(({ mark }) => mark),
    })),
  }
}
