import { tenth } from './hulls.ts'

/** Equal vertical stripes that together make a square with round corners, `half` from middle to side. */
export function stripes(half: number, count: number): string[] {
  const radius = tenth(Math.min(half * 0.42, 6))
  const width = (half * 2) / count
  return Array.from({ length: count }, (_, index) => {
    const left = tenth(-half + index * width)
    const right = tenth(left + width)
    const [start, end] = [index === 0 ? radius : 0, index === count - 1 ? radius : 0]
    const top = tenth(-half)
    const bottom = tenth(half)
    return (
      `M${tenth(left + start)},${top}H${tenth(right - end)}a${end},${end} 0 0 1 ${end},${end}` +
      `V${tenth(bottom - end)}a${end},${end} 0 0 1 ${-end},${end}H${tenth(left + start)}` +
      `a${start},${start} 0 0 1 ${-start},${-start}V${tenth(top + start)}a${start},${start} 0 0 1 ${start},${-start}Z`
    )
  })
}
