import { searchText } from '../searchText.ts'

const said =
  /\b(e ?mails?|mails?|courriels?|mels?|telephones?|tel|phones?|fax|gsm|whatsapp|adresse electronique|numero de portable)\b/
const alone = /^(numero )?(portable|mobile)s?( \d)?$/

/** Whether the name of a column says that it holds e-mail addresses or telephone numbers. */
export function isContactColumn(column: string): boolean {
  const name = searchText(column)
  return said.test(name) || alone.test(name)
}
