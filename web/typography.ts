/** A message as its language sets it: French never parts « ? », « : » and their like from their word, nor 5 000. */
export const typeset = (text: string, language: string): string =>
  language === 'fr' ? text.replace(/ (?=[?!;:»])|(?<=«) |(?<=\d) (?=\d)/g, '\u00a0') : text
