import type { Page } from 'playwright-core'

/**
 * Somebody without a pointer: after each key, what has the focus must be seen (WCAG 2.4.7, 2.4.11). Names are those that
 * are read out.
 */
export function atKeyboard(page: Page) {
  async function press(key: string) {
    await page.keyboard.press(key)
    let told = await page.evaluate(unseenFocus)
    // What a key closes is gone some frames later on a busy machine.
    for (let again = 0; told && again < 20; again += 1) {
      await page.waitForTimeout(50)
      told = await page.evaluate(unseenFocus)
    }
    if (told) throw new Error(`after ${key}, ${told}`)
  }

  return {
    press,
    type: (text: string) => page.keyboard.type(text),

    /** Goes on to what has this name; tells how many keys that took, at most `most`. */
    tabTo: async (name: string | RegExp, { most = 60, key = 'Tab' } = {}): Promise<number> => {
      const passed: string[] = []
      for (let keys = 1; keys <= most; keys += 1) {
        await press(key)
        const focused = await page.evaluate(focusedName)
        if (typeof name === 'string' ? focused === name : name.test(focused)) return keys
        passed.push(focused.slice(0, 40))
      }
      throw new Error(`${most} times ${key} never reached ${name}, but ${passed.join(' | ')}`)
    },

    /** Points at a proposal of the field that has the focus. */
    pointAt: async (name: RegExp) => {
      await page.getByRole('option', { name }).first().waitFor()
      const pointed = page.getByRole('option', { name, selected: true })
      for (let keys = 0; keys < 60 && (await pointed.count()) === 0; keys += 1) await press('ArrowDown')
    },
  }
}

/** What has the focus, as it is read out. Runs in the page. */
function focusedName(): string {
  const focused = document.activeElement
  if (!focused) return ''
  const label = focused instanceof HTMLInputElement ? focused.labels?.[0]?.textContent : undefined
  return (focused.getAttribute('aria-label') ?? label ?? focused.textContent).replace(/\s+/g, ' ').trim()
}

/** What is wrong with the place of the focus; nothing when it is seen. Runs in the page. */
export function unseenFocus(): string | null {
  const focused = document.activeElement
  if (!focused || focused === document.body) return null
  const { top, bottom, left, right } = focused.getBoundingClientRect()
  const bar = document.querySelector('header')
  // The way to the content comes over the bar.
  const isOverBar = bar?.contains(focused) || getComputedStyle(focused).position === 'fixed'
  const isUnderBar = !isOverBar && bottom <= (bar?.getBoundingClientRect().bottom ?? 0)
  // What is only led to, to be read on from, is no control: a title says itself where one is.
  const isOperated = focused.getAttribute('tabindex') !== '-1'
  const isOutside = bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth
  // A large target may show its ring on what holds it.
  const rings = [focused, focused.parentElement, focused.closest('li')].filter((one) => one !== null)
  const isRinged = rings.some((one) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  })
  const name = focused.outerHTML.slice(0, 120)
  if (isUnderBar) return `under the bar: ${name}`
  if (isOutside) return `out of sight: ${name}`
  return isRinged || !isOperated ? null : `no ring: ${name}`
}
