import { locale } from '../messages.ts'

/** The language of texts that people recorded, where the interface speaks another one: for `lang`. */
export const recordedLang = (): 'fr' | undefined => (locale() === 'fr' ? undefined : 'fr')
