import '../../../web/ui/tokens.css'
import '../../../web/ui/base.css'
import { mount, unmount } from 'svelte'
import DisseminationTree from '../../../web/dissemination/DisseminationTree.svelte'
import { familyOf } from '../../../web/dissemination/family.ts'
import { foldedRows } from '../../../web/dissemination/folds.ts'
import { canvasMeasure } from '../../../web/dissemination/layout/measure.ts'
import { disseminationTree } from '../../../web/dissemination/layout/tree.ts'
import { entryText } from '../../../web/dissemination/words.ts'
import { textWidth } from '../../../web/drawing/letters.ts'
import { arranging } from '../../../web/partner-map/layout/arranging.ts'
import { network } from '../../../web/partner-map/network.ts'
import PartnerMap from '../../../web/partner-map/PartnerMap.svelte'
import { bigFamily } from './bigFamily.ts'
import { bigMap } from './bigMap.ts'

const unfolded = { open: new Set(['all']), closed: new Set<string>(), kept: [] }
const nothing = () => {}
let shown: Record<string, unknown> | null = null

/** Runs what shows a picture; milliseconds from its rows to its first whole frame. */
async function firstPaint(show: (target: HTMLElement) => Record<string, unknown>): Promise<number> {
  const target = document.getElementById('app')
  if (!target) throw new Error('bench: no place to draw')
  performance.clearMeasures('essaim:first-paint')
  const start = performance.mark('essaim:rows').startTime
  shown = show(target)
  for (;;) {
    const painted = performance.getEntriesByName('essaim:first-paint').at(-1)
    if (painted) return painted.startTime + painted.duration - start
    await new Promise((done) => setTimeout(done, 5))
  }
}

const timed = <Made>(make: () => Made) => {
  const start = performance.now()
  const made = make()
  return { made, took: performance.now() - start }
}

const show = {
  map(count: number) {
    const { nodes, links, places } = bigMap(count)
    return (target: HTMLElement) => {
      const whole = network({ nodes, links }, { of: [] })
      const acts = { onselect: nothing, onopen: nothing, onpin: nothing, onhide: nothing, onlook: nothing }
      const props = { whole, visible: whole, label: 'Bench', selected: [], positions: places, looking: null }
      return mount(PartnerMap, { target, props: { ...props, ...acts } })
    }
  },

  tree(count: number) {
    const rows = bigFamily(count)
    return (target: HTMLElement) => {
      const family = familyOf(rows)
      const acts = { onselect: nothing, ontoggle: nothing, onzoom: nothing }
      const props = { family, links: rows.links, folds: unfolded, cameFor: 'i0', selected: null, zoom: 1 }
      return mount(DisseminationTree, { target, props: { ...props, ...acts } })
    }
  },
}
let ready = show.tree(1)

export const bench = {
  /** Makes the rows of a picture, away from what is measured. */
  async prepare(kind: keyof typeof show, count: number): Promise<void> {
    ready = show[kind](count)
    if (shown) await unmount(shown)
    shown = null
    await new Promise((done) => setTimeout(done, 300))
  },

  /** Milliseconds from these rows to the first whole frame. */
  paint: () => firstPaint(ready),

  /** A layout without places from the server, in its worker. */
  async arrange(count: number): Promise<number> {
    const { nodes, links } = bigMap(count)
    const whole = network({ nodes, links }, { of: [] })
    const measure = (text: string, size: number, weight: number) =>
      Math.ceil(textWidth(text, { size, weight }))
    const start = performance.now()
    await new Promise<void>((done, fail) => {
      arranging(whole, 'wide', measure, {
        onDone: () => done(),
        onProgress: nothing,
        onSoFar: nothing,
        onFailure: (reason) => fail(new Error(reason)),
      })
    })
    return performance.now() - start
  },

  treeLayout(count: number): number {
    const rows = bigFamily(count)
    return timed(() => {
      const family = familyOf(rows)
      return disseminationTree(foldedRows(family, unfolded).roots, {
        width: 1392,
        height: 640,
        isNarrow: false,
        measure: canvasMeasure,
        text: entryText,
        cameFor: 'i0',
        years: family.years,
        gaps: [],
        zoom: 1,
      })
    }).took
  },
}

/** Counts frames until it is called again: frames a second and the longest one in milliseconds. */
function countFrames(): () => { perSecond: number; longest: number } {
  const times: number[] = []
  let ticket = requestAnimationFrame(function tick(now) {
    times.push(now)
    ticket = requestAnimationFrame(tick)
  })
  return () => {
    cancelAnimationFrame(ticket)
    const gaps = times.slice(1).map((time, place) => time - (times[place] ?? time))
    const all = (times.at(-1) ?? 0) - (times[0] ?? 0)
    return { perSecond: (gaps.length * 1000) / all, longest: Math.max(...gaps) }
  }
}

Object.assign(globalThis, { bench, countFrames })
