import { locale } from '../messages.ts'

/** A word as it begins a line. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase(locale()) + text.slice(1)
