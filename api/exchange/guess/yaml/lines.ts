/** Lines of YAML, some with a comment that gives the reason. */
export class Lines {
  readonly lines: string[] = []

  add(depth: number, text: string, because?: string): void {
    // Words of cells are in some reasons, and a line break would end the comment.
    const reason = because?.replace(/\s+/g, ' ')
    this.lines.push(`${'  '.repeat(depth)}${text}${reason ? ` # ${reason}` : ''}`)
  }

  note(depth: number, text: string): void {
    this.lines.push(`${'  '.repeat(depth)}# ${text}`)
  }

  gap(): void {
    if (this.lines.at(-1) !== '') this.lines.push('')
  }
}

/** A text as YAML writes it, quoted when it could be taken otherwise. */
export function quoted(text: string): string {
  return /^[A-Za-zÀ-ÿ_][\wÀ-ÿ '’-]*[\wÀ-ÿ]$/.test(text) &&
    !/^(yes|no|true|false|null|on|off|y|n)$/i.test(text)
    ? text.includes(' #')
      ? `'${text}'`
      : text
    : `'${text.replaceAll("'", "''")}'`
}

export const flow = (entries: readonly (readonly [string, string] | undefined)[]) =>
  `{ ${entries
    .filter((entry) => entry !== undefined)
    .map(([key, text]) => `${quoted(key)}: ${text}`)
    .join(', ')} }`

/** A column of an input as a template. */
export const cell = (column: string, input?: string) =>
  `'{${(input ? `${input}.` : '') + column.replaceAll("'", "''")}}'`
