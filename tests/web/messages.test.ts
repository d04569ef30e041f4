import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { divided, keysIn } from '../../web/catalogues.ts'
import english from '../../web/messages/en.json'
import french from '../../web/messages/fr.json'
import { formatNumber, formatPartialDate, t, type MessageKey } from '../../web/messages.ts'
import { isPast, period } from '../../web/ui/period.ts'

type Part = { type: number; value?: string; options?: Record<string, { value: Part[] }> }

const keys = Object.keys(french) as MessageKey[]
const [text, select, plural, numberSign] = [0, 5, 6, 7]

const partsOf = (message: string, locale: string) => new IntlMessageFormat(message, locale).getAst() as Part[]
const optionsOf = (part: Part) => Object.values(part.options ?? {}).flatMap((option) => option.value)

/** The values that a message takes; only those that people read when `isShown`, not those that bend words. */
function valuesOf(parts: Part[], isShown: boolean): string[] {
  const found = parts.flatMap((part) => {
    const inside = optionsOf(part)
    const isBending =
      part.type === select || (part.type === plural && !inside.some(({ type }) => type === numberSign))
    const own = part.value && part.type !== text && part.type !== numberSign && !(isShown && isBending)
    return [...(own ? [part.value ?? ''] : []), ...valuesOf(inside, isShown)]
  })
  return [...new Set(found)].toSorted()
}

describe('the messages', () => {
  it('are the same in both languages, key by key', () => {
    expect(Object.keys(english).toSorted()).toEqual(keys.toSorted())
  })

  it('show the same values in both languages', () => {
    for (const key of keys) {
      const [fr, en] = [partsOf(french[key], 'fr'), partsOf(english[key], 'en')]
      expect(valuesOf(en, true), key).toEqual(valuesOf(fr, true))
      expect(valuesOf(fr, false), key).toEqual(expect.arrayContaining(valuesOf(en, false)))
    }
  })

  // The words of an enum stand ready as a whole, whichever of them a page shows today.
  const isWordOfEnum = (key: string) => /^[a-zA-Z]+\.[A-Z_]+$/.test(key)

  it('are all used', () => {
    const text = readdirSync('web', { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|svelte)$/.test(path) && !/^dist|\.d\.ts$/.test(path))
      .map((path) => readFileSync(`web/${path}`, 'utf8'))
      .join('\n')
    const used = new Set(keysIn(text, keys))
    expect(keys.filter((key) => !used.has(key) && !isWordOfEnum(key))).toEqual([])
  })

  it('come with the pages that say them, and with the start if it does', () => {
    const { start, pages } = divided('web', keys)
    const brought = new Set([...start, ...Object.values(pages).flat()])
    expect(keys.filter((key) => !brought.has(key) && !isWordOfEnum(key))).toEqual([])
    expect(start).toContain('bar.dissemination')
    expect(start).not.toContain('tree.commons.cut')
    expect(pages['initiative']).toContain('question.carries')
    // What is fetched from within a page comes with it too.
    expect(pages['tree']).toContain('tree.commons.cut')
    expect(start.length).toBeLessThan(200)
  })

  it('keep French punctuation on the line of its word', () => {
    expect(t('question.carries')).toBe('Qui porte\u00a0?')
    expect(t('missing.page', { path: '/x' })).toBe('Aucune page à l’adresse «\u00a0/x\u00a0».')
    expect(t('territories.cut.territories', { total: '9' })).toContain('5\u00a0000')
  })

  it('count in words where French does', () => {
    expect(t('home.family.initiatives', { count: 1 })).toBe('1 initiative')
    expect(t('home.family.initiatives', { count: 25 })).toBe('25 initiatives')
  })
})

describe('a partial date', () => {
  it('is told as far as it is known', () => {
    expect(formatPartialDate('2014')).toBe('2014')
    expect(formatPartialDate('2014-05')).toBe('mai 2014')
    expect(formatPartialDate('2014-05-12')).toBe('12 mai 2014')
  })

  it('names the first of the month as French does', () => {
    expect(formatPartialDate('2014-05-01')).toBe('1er mai 2014')
  })

  it('stays as it is when it is none', () => {
    expect(formatPartialDate('vers 1990')).toBe('vers 1990')
  })

  it('bends the words before it', () => {
    expect(period('2014')).toBe('depuis 2014')
    expect(period('2014-05-12')).toBe('depuis le 12 mai 2014')
    expect(period('2011', '2016-10-07')).toBe('de 2011 au 7 octobre 2016')
    expect(period('2011-04', '2016')).toBe('d’avril 2011 à 2016')
    expect(period('2011', '2011')).toBe('en 2011')
    expect(period(null, '2016')).toBe('jusqu’à 2016')
    expect(period(null, null)).toBe('date inconnue')
  })

  it('is past when its whole span is', () => {
    const year = new Date().getUTCFullYear()
    expect(isPast(String(year - 1))).toBe(true)
    expect(isPast(String(year))).toBe(false)
    expect(isPast(`${year - 1}-12`)).toBe(true)
    expect(isPast(null)).toBe(false)
  })
})

it('a number is grouped as French groups it', () => {
  expect(formatNumber(12345)).toBe('12\u202f345')
})
