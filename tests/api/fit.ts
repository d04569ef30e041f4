import { expect } from 'vitest'

type Evidence = { kind: string; id: string; points: number; territory: string | null; value: number | null }
export type Model = Record<'id' | 'name' | 'example' | 'exampleTerritory', string> & {
  score: number
  parts: { reason: string; points: number; evidence: Evidence[] }[]
  sponsors: Record<'id' | 'role' | 'initiative' | 'territory', string>[]
  ready: { id: string; availableEffort: number; isEnough: boolean | null }[]
}

/** Each score is the sum of its parts, each part that of its evidence, and no part is empty. */
export function expectSums(models: Model[] | undefined): void {
  expect(models?.length).toBeGreaterThan(0)
  for (const { score, parts } of models ?? []) {
    expect(parts.reduce((sum, part) => sum + part.points, 0)).toBe(score)
    for (const part of parts) {
      expect(part.evidence.reduce((sum, proof) => sum + proof.points, 0)).toBe(part.points)
      expect(part.points).toBeGreaterThan(0)
    }
  }
}
