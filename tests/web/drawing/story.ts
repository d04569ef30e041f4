import type { Figure, GexfGraph } from '../../../web/drawing/figure.ts'
import type { Scene } from '../../../web/drawing/ink.ts'

/** One of each kind of mark: a disc that nobody dated, a partner, their link, a hull, a thread, names. */
export const scene: Scene = {
  box: { x: -60, y: -40, width: 240, height: 120 },
  shapes: [
    {
      is: 'path',
      d: 'M-50,-30H170A10,10 0 0 1 180,-20V70H-50Z',
      fill: 'hull',
      stroke: { colour: 'hull-line', width: 1 },
    },
    {
      is: 'line',
      x1: 0,
      y1: 0,
      x2: 100,
      y2: 20,
      stroke: { colour: 'funds', width: 1.6, dash: [7, 5] },
      opacity: 0.5,
    },
    { is: 'disc', x: 0, y: 0, r: 10, fill: 'paper', hatch: 'ink', stroke: { colour: 'ink', width: 2 } },
    { is: 'box', x: 93, y: 13, width: 14, height: 14, r: 4, fill: 'funds' },
    { is: 'box', x: -50, y: 50, width: 60, height: 20, hatch: 'line' },
    {
      is: 'text',
      x: 16,
      y: 4,
      lines: ['Épicerie', '<solidaire> & "Cie"'],
      size: 13,
      weight: 600,
      colour: 'ink',
      halo: { colour: 'hull', width: 3.5 },
    },
    { is: 'text', x: 116, y: 24, lines: ['\u202eקרן\u0007'], size: 12, weight: 400, colour: 'soft' },
    {
      is: 'text',
      x: 60,
      y: -20,
      lines: ['Familles'],
      size: 13,
      weight: 600,
      colour: 'soft',
      anchor: 'middle',
      isItalic: true,
      spacing: 0.07,
    },
  ],
}

export const figure: Figure = {
  title: 'Qui soutient l’épicerie ?',
  note: '2 sur 44, les plus proches',
  legend: [
    {
      shapes: [{ is: 'box', x: 8, y: 2, width: 12, height: 12, r: 3, fill: 'funds' }],
      text: 'finance',
      count: 1200,
    },
    { shapes: [{ is: 'path', d: 'M1,8H27', stroke: { colour: 'ink', width: 1.8 } }], text: 'en cours' },
  ],
  scene,
  date: '2014-05',
  licence: 'Données : Exemple d’Essaim (CC BY 4.0)',
  address: 'https://essaim.test/map?of=a&on=2014-05',
}

export const graph: GexfGraph = {
  nodes: [
    {
      id: 'a',
      label: 'Épicerie "A" & <B>',
      x: 10,
      y: 20.5,
      size: 8,
      colour: 'ink',
      attributes: { kind: 'INITIATIVE', degree: 2, isPast: false, note: null },
    },
    { id: 'b', label: 'Fondation\u0007', colour: 'funds', attributes: { kind: 'PARTNER', degree: 1.5 } },
  ],
  edges: [
    {
      id: 'l1',
      source: 'b',
      target: 'a',
      label: 'finance',
      weight: 2,
      colour: 'funds',
      attributes: { since: '2014' },
    },
    { id: 'l2', source: 'b', target: 'a', attributes: { since: '2016' } },
    { id: 'l3', source: 'b', target: 'gone' },
  ],
}
