/** Places of many marks: x and y of each, and how far each reaches. Plain arrays, because there may be 50,000. */
export type Crowd = { x: Float64Array; y: Float64Array; reach: Float64Array }

// Right and down from a cell, to the four that no other cell compares with it.
const ahead = Int8Array.of(1, -1, 1, 0, 1, 1, 0, 1)

/**
 * Moves what overlaps apart, in place, a few pixels each round, until nothing does or the rounds are over. Who is
 * `fixed` stays. Only neighbours by cells of a grid are compared, so a round costs the number of marks.
 */
export function pushApart(
  { x, y, reach }: Crowd,
  gap: number,
  rounds: number,
  fixed?: ArrayLike<number>,
): void {
  const count = x.length
  let widest = 1
  for (const one of reach) widest = Math.max(widest, one)
  const cell = widest * 2 + gap
  const next = new Int32Array(count)
  const columns = new Int32Array(count)
  const rows = new Int32Array(count)
  // Far cells may share a slot: their marks are compared for nothing, and found to be far.
  let slots = 64
  while (slots < count) slots *= 2
  const heads = new Int32Array(slots)
  const slotOf = (column: number, row: number) =>
    (Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b)) & (slots - 1)
  for (let round = 0; round < rounds; round += 1) {
    heads.fill(-1)
    for (let one = 0; one < count; one += 1) {
      const column = Math.floor(at(x, one) / cell)
      const row = Math.floor(at(y, one) / cell)
      columns[one] = column
      rows[one] = row
      const slot = slotOf(column, row)
      next[one] = heads[slot] ?? -1
      heads[slot] = one
    }
    let moved = 0
    for (let one = 0; one < count; one += 1) {
      const column = columns[one] ?? 0
      const row = rows[one] ?? 0
      // Each pair of neighbouring cells is looked at from one of them.
      for (let other = next[one] ?? -1; other >= 0; other = next[other] ?? -1) moved += part(one, other)
      for (let side = 0; side < ahead.length; side += 2) {
        const slot = slotOf(column + (ahead[side] ?? 0), row + (ahead[side + 1] ?? 0))
        for (let other = heads[slot] ?? -1; other >= 0; other = next[other] ?? -1) moved += part(one, other)
      }
    }
    if (moved === 0) return
  }

  function part(one: number, other: number): number {
    let dx = at(x, other) - at(x, one)
    let dy = at(y, other) - at(y, one)
    const wanted = at(reach, one) + at(reach, other) + gap
    if (Math.abs(dx) >= wanted || Math.abs(dy) >= wanted) return 0
    const stays = (fixed?.[one] ? 1 : 0) + (fixed?.[other] ? 1 : 0)
    let distance = Math.sqrt(dx * dx + dy * dy)
    if (stays === 2 || distance >= wanted) return 0
    if (distance < 1e-6) {
      // On one spot: each pair leaves in a direction of its own, the same each time.
      dx = Math.cos(one * 2.4 + other)
      dy = Math.sin(one * 2.4 + other)
      distance = 1
    }
    const step = ((wanted - Math.min(distance, wanted)) / distance / (stays ? 1 : 2)) * 0.9 || 0.01
    if (!fixed?.[one]) {
      x[one] = at(x, one) - dx * step
      y[one] = at(y, one) - dy * step
    }
    if (!fixed?.[other]) {
      x[other] = at(x, other) + dx * step
      y[other] = at(y, other) + dy * step
    }
    return 1
  }
}

const at = (numbers: Float64Array, index: number) => numbers[index] ?? 0
