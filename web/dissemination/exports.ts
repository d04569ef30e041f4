import type { Figure, GexfGraph, Sheet } from '../drawing/figure.ts'
import { licenceOf, type Recorder } from '../drawing/licence.ts'
import type { Scene } from '../drawing/ink.ts'
import { levelStrokes } from '../drawing/levels.ts'
import { t } from '../messages.ts'
import { onTheLine } from '../drawing/yearLine.ts'
import type { Family } from './family.ts'
import { legendOf, type Explained } from './legend.ts'
import { linesOf, type Line } from './lines.ts'

/** The drawing with what explains it. */
export function figureOf(
  scene: Scene,
  {
    recorders,
    ...about
  }: Pick<Figure, 'title' | 'note' | 'date' | 'address'> & {
    recorders: readonly Recorder[]
  },
  explained: Explained,
): Figure {
  return {
    ...about,
    scene,
    legend: legendOf(explained),
    licence: licenceOf(recorders),
  }
}

const kinds = ['kept', 'adapted', 'dropped'] as const

/** The lines of the table with every column that it has, and the ids that tools join by. */
export function sheetOf(family: Family): Sheet {
  const columns: [string, (line: Line) => string | number | null][] = [
    [t('tree.column.name'), ({ member }) => member.row.name],
    [t('tree.column.territory'), ({ member }) => member.row.territory],
    [t('tree.column.within'), ({ member }) => member.row.territoryWithin],
    [t('tree.column.year'), ({ member }) => member.row.startedOn],
    [t('tree.column.until'), ({ member }) => member.row.endedOn],
    [t('tree.column.reason'), ({ member }) => member.row.reason],
    [t('tree.column.from'), ({ from }) => from || null],
    [t('tree.column.level'), ({ link }) => (link ? t(`level.${link.level}`) : null)],
    [t('tree.column.since'), ({ link }) => link?.since ?? null],
    [t('tree.column.mode'), ({ link }) => (link?.mode ? t(`mode.${link.mode}`) : null)],
    ...kinds.map((kind): [string, (line: Line) => number | null] => [
      t(`tree.${kind}.title`),
      ({ link }) => link?.[kind] ?? null,
    ]),
    [t('tree.added.title'), ({ member, link }) => (link ? member.row.added : null)],
    [t('tree.column.source'), ({ link }) => link?.source ?? null],
    ['id', ({ member }) => member.row.id],
    ['parent', ({ link }) => link?.parent ?? null],
  ]
  return {
    columns: columns.map(([name]) => name),
    rows: linesOf(family).map((line) => columns.map(([, value]) => value(line))),
  }
}

const [yearWidth, rowHeight] = [40, 30]

/** Initiatives and replications from parent to child; x is the year they began, y their place in the tree. */
export function graphOf(family: Family): GexfGraph {
  const lines = linesOf(family)
  const members = [...new Set(lines.map(({ member }) => member))]
  const first = family.years?.from ?? 0
  return {
    nodes: members.map(({ row, link, descendants, depth }, place) => {
      const time = onTheLine(row.startedOn)
      return {
        id: row.id,
        label: row.name,
        x: time === null ? -yearWidth : (time - first) * yearWidth,
        y: place * rowHeight,
        size: 5 + Math.sqrt(descendants),
        colour: link ? levelStrokes[link.level].colour : 'ink',
        attributes: {
          startedOn: row.startedOn,
          endedOn: row.endedOn,
          status: row.status,
          territory: row.territory,
          territoryCode: row.territoryCode,
          generation: depth,
          descendants,
          added: row.added,
        },
      }
    }),
    edges: lines.flatMap(({ link }) =>
      link
        ? [
            {
              id: link.id,
              source: link.parent,
              target: link.child,
              label: t(`level.${link.level}`),
              colour: levelStrokes[link.level].colour,
              attributes: {
                level: link.level,
                mode: link.mode,
                since: link.since,
                kept: link.kept,
                adapted: link.adapted,
                dropped: link.dropped,
                source: link.source,
              },
            },
          ]
        : [],
    ),
  }
}
