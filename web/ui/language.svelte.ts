import { locale, setLocale, type Locale } from '../messages.ts'

class Language {
  /** True when the other language could not be fetched; this one stays. */
  hasFailed = $state(false)
  readonly other: Locale = $derived(locale() === 'fr' ? 'en' : 'fr')

  switch = async () => {
    this.hasFailed = await setLocale(this.other).then(
      () => false,
      () => true,
    )
  }
}

/** The language of the interface, switched from wherever one is. */
export const language = new Language()
