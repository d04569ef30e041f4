import { formatNumber } from '../messages.ts'

/** A figure with what it counts, as one reads it: « 34 % », « 11 000 euros », « 2 500 kg », « 100 personnes ». */
export function figure(value: number, unit: string): string {
  if (unit === '%') return formatNumber(value / 100, { style: 'percent', maximumFractionDigits: 2 })
  // By their names: not everybody knows the signs of all currencies, and many are called dollar.
  if (/^[A-Z]{3}$/.test(unit)) {
    return formatNumber(value, {
      style: 'currency',
      currency: unit,
      currencyDisplay: 'name',
      minimumFractionDigits: Number.isInteger(value) ? 0 : 2,
      maximumFractionDigits: 2,
    })
  }
  return `${formatNumber(value)}\u00a0${unit}`
}
