/** Puts a text on the clipboard; false when this browser lets nothing be copied. */
export async function copied(text: string): Promise<boolean> {
  // Browsers keep their clipboard for pages that came by https; selecting works everywhere.
  if ('clipboard' in navigator)
    return navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
  const field = document.createElement('textarea')
  field.value = text
  field.style.position = 'fixed'
  document.body.append(field)
  field.select()
  const isDone = document.execCommand('copy')
  field.remove()
  return isDone
}
