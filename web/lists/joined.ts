/** What the parts name, each once. */
export const joined = <Part, One>(
  parts: readonly Part[],
  of: (part: Part) => readonly One[],
  key: (one: One) => string,
): One[] => [...new Map(parts.flatMap(of).map((one) => [key(one), one])).values()]
