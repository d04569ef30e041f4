/** The last answer that came, while the next one is on its way. */
export function kept<Data>(answer: () => { data?: Data; error?: unknown }): {
  readonly data: Data | undefined
} {
  let last: Data | undefined
  const data = $derived.by(() => {
    const { data: now } = answer()
    if (now) last = now
    return last
  })
  return {
    get data() {
      return data
    },
  }
}
