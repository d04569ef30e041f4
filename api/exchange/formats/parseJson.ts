import { Unreadable } from '../files/unreadable.ts'
import { textOf } from './text.ts'

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** @throws Unreadable with the line of the first fault */
export function parseJson(file: string, bytes: Uint8Array, encoding?: string): Json {
  const { text } = textOf(file, bytes, encoding)
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    const place = /position (\d+)/.exec(said)?.[1]
    const row = place === undefined ? undefined : text.slice(0, Number(place)).split('\n').length
    const rule = `is no JSON: ${said.replace(/^Unexpected/, 'unexpected').slice(0, 200)}`
    throw new Unreadable({ file, row, rule }, error)
  }
}

export function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
