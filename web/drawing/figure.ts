import type { Colour, Scene, Shape } from './ink.ts'

/** One mark of a drawing explained: shapes in a box of 28 × 16 pixels, and what they mean. */
export type LegendEntry = { shapes: readonly Shape[]; text: string; count?: number }

/** A drawing with all that lets it stand alone, in a report or on a wall. */
export type Figure = {
  title: string
  /** A line under the title: what is looked at, what was left out. */
  note: string
  legend: readonly LegendEntry[]
  scene: Scene
  /** The partial date that is shown; null for all dates. */
  date: string | null
  /** Whose data it is, and under which licence, as a sentence; empty when nobody said. */
  licence: string
  /** Where the same view is found. */
  address: string
}

/** The rows of a picture, as its table shows them. */
export type Sheet = { columns: readonly string[]; rows: readonly (readonly (string | number | null)[])[] }

type Told = Readonly<Record<string, string | number | boolean | null | undefined>>
/** What a picture shows, for programs that draw and measure graphs; places in pixels, y downwards. */
export type GexfGraph = {
  nodes: readonly {
    id: string
    label: string
    x?: number
    y?: number
    size?: number
    colour?: Colour
    attributes?: Told
  }[]
  edges: readonly {
    id: string
    source: string
    target: string
    label?: string
    weight?: number
    colour?: Colour
    attributes?: Told
  }[]
}

/** What a picture gives away, each made when it is asked for; a graph only where it shows one. */
export type Exports = { figure: () => Figure; table: () => Sheet; graph?: () => GexfGraph }
