import type { Figure, GexfGraph, LegendEntry, Sheet } from '../drawing/figure.ts'
import { licenceOf, type Recorder } from '../drawing/licence.ts'
import { formatNumber, locale, t } from '../messages.ts'
import { roleFamily } from '../ui/roles.ts'
import type { At } from './address.ts'
import { linkColumns } from './columns.ts'
import { kindOf, statusOf, type Counts } from './filter.ts'
import { familySigns, groupSigns, lineSigns, shapeSigns, sizeSign } from './legend.ts'
import type { Network } from './network.ts'
import type { MapLink, MapRows } from './query.ts'
import { noteOf } from './title.ts'

export type Shown = {
  title: string
  visible: Network
  counts: Counts
  pinned: ReadonlySet<string>
  on: string | null
  areCompared: boolean
  hasGrounds: boolean
  recorders: readonly Recorder[]
  map: Pick<MapRows, 'nodes' | 'total' | 'truncated'>
}

/** The legend of what is shown, as the page has it; what is filtered out is left out. */
function legendOf({ visible, counts, pinned, areCompared, hasGrounds }: Shown): LegendEntry[] {
  const links = visible.ties.flatMap((tie) => tie.links)
  const families = new Set(links.map(({ role }) => roleFamily(role)))
  const standings = new Set(visible.ties.flatMap((tie) => tie.strands.map(({ standing }) => standing)))
  return [
    ...familySigns(counts).filter(({ id }) => families.has(id)),
    ...lineSigns(counts).filter(({ id }) => standings.has(id)),
    ...[
      ...groupSigns(visible, areCompared, hasGrounds),
      ...shapeSigns(visible, pinned),
      sizeSign(visible),
    ].map(({ shapes, text }) => ({ shapes, text })),
  ]
}

/** The links in the order in which the table shows them first, with the whole address of each source. */
export function sheetOf(visible: Network): Sheet {
  const columns = linkColumns(visible, (id) => id)
  const names = new Map(visible.marks.map(({ id, name }) => [id, name]))
  const name = ({ partner }: MapLink) => names.get(partner) ?? partner
  const { compare } = new Intl.Collator(locale(), { numeric: true, sensitivity: 'base' })
  const links = visible.ties.flatMap((tie) => tie.links).sort((a, b) => compare(name(a), name(b)))
  return {
    columns: columns.map(({ label }) => label),
    rows: links.map((link) =>
      columns.map(({ key, text, sort }) => (key === 'source' ? link.source : (sort?.(link) ?? text(link)))),
    ),
  }
}

/** Partners and initiatives with their links, for programs that measure graphs. */
export function graphOf(visible: Network, placeOf: (id: string) => At | null): GexfGraph {
  const groups = new Map(visible.groups.map(({ id, name }) => [id, name]))
  return {
    nodes: visible.marks.map((mark) => {
      const at = placeOf(mark.id)
      return {
        id: mark.id,
        label: mark.name,
        ...(at ?? {}),
        size: mark.size,
        colour: mark.isInitiative ? 'ink' : (mark.families[0] ?? 'edge'),
        attributes: {
          kind: mark.node.kind,
          partnerKind: mark.isInitiative ? null : kindOf(mark),
          status: mark.isInitiative ? statusOf(mark) : null,
          startedOn: mark.node.startedOn,
          endedOn: mark.node.endedOn,
          family: mark.node.familyName,
          territory: mark.node.territory,
          within: mark.node.within,
          group: mark.group === null ? null : groups.get(mark.group),
          links: mark.shown,
        },
      }
    }),
    edges: visible.ties.flatMap((tie) =>
      tie.links.map(({ id, partner, initiative, role, since, until, source }) => ({
        id,
        source: partner,
        target: initiative,
        label: t(`role.${role}`),
        colour: roleFamily(role),
        attributes: { role, since, until, source },
      })),
    ),
  }
}

/** The picture as it stands, with its title, its legend and the way back to it. */
export function figureOf(shown: Shown, scene: Figure['scene'], address: string): Figure {
  const { title, visible, on, recorders, map } = shown
  const numbers = { shown: formatNumber(map.nodes.length), total: formatNumber(map.total) }
  const cut = map.truncated ? [t('map.cut', numbers)] : []
  return {
    title,
    note: [noteOf(visible, on), ...cut].join(' · '),
    legend: legendOf(shown),
    scene,
    date: on,
    licence: licenceOf(recorders),
    address,
  }
}
