/** Whether these nine digits are a number of the register of organisations, whose last digit checks the others. */
export function isSiren(value: string): boolean {
  return /^(?!0+$)\d{9}$/.test(value) && luhn(value)
}

/** Whether these fourteen digits are a number of the register of places. */
export function isSiret(value: string): boolean {
  // The places of La Poste are numbered without Luhn.
  return /^(?!0+$)\d{14}$/.test(value) && (luhn(value) || value.startsWith('356000000'))
}

/** A text without the numbers of places in it, which may begin like a telephone number. */
export function withoutSirets(text: string): string {
  return text.replace(/(?<!\d)\d{14}(?!\d)/g, (digits) => (isSiret(digits) ? '' : digits))
}

/** The sum of Luhn, in which every second digit from the right counts twice. */
function luhn(value: string): boolean {
  const sum = [...value].reverse().reduce((total, digit, place) => {
    const twice = Number(digit) * (1 + (place % 2))
    return total + Math.floor(twice / 10) + (twice % 10)
  }, 0)
  return sum % 10 === 0
}
