import type { Driver } from 'neo4j-driver'
import { expect } from 'vitest'
import { reading, rows } from '../../api/read.ts'
import { statement } from '../../api/statements.ts'

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

/** Lets Neo4j plan first: on a busy machine that alone may take longer than the API waits. */
export async function planFit({ driver, database }: { driver: Driver; database: string }): Promise<void> {
  const read = reading(driver, database, 120_000)
  const nobody = { territory: ['nobody'], partner: [''], theme: [''], first: 20 }
  await rows(read, statement('queries/Query.fitFor.cypher'), nobody)
}
