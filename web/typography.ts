/** A message as its language sets it: French keeps « ? », « : » and their like on the line of their word. */
export const typeset = (text: string, language: string): string =>
  language === 'fr' ? text.replace(/ (?=[?!;:»])|(?<=«) /g, '\u00a0') : text
