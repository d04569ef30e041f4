const candidates = [',', ';', '\t', '|'] as const

/** What separates the values: the sign that cuts the first lines most often into as many parts as each other. */
export function sniffDelimiter(text: string): string {
  const lines = firstLines(text.slice(0, 65_536), 20)
  const scored = candidates.map((sign) => {
    const counts = lines.map((line) => line.get(sign) ?? 0)
    const most = Math.max(0, ...counts)
    const usual = counts.filter((count) => count === most).length
    return { sign, score: most === 0 ? 0 : usual * 1000 + Math.min(most, 999) }
  })
  return scored.sort((one, other) => other.score - one.score)[0]?.sign ?? ','
}

/** How often each sign stands outside of quotes, line by line. */
function firstLines(text: string, most: number): Map<string, number>[] {
  const lines: Map<string, number>[] = []
  let line = new Map<string, number>()
  let [isQuoted, isEmpty] = [false, true]
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted
    if (isQuoted) continue
    if (letter === '\n' || letter === '\r') {
      if (!isEmpty) lines.push(line)
      if (lines.length === most) return lines
      line = new Map()
      isEmpty = true
      continue
    }
    isEmpty = false
    if ((candidates as readonly string[]).includes(letter)) line.set(letter, (line.get(letter) ?? 0) + 1)
  }
  if (!isEmpty) lines.push(line)
  return lines
}
