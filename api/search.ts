import { searched, searchText } from './exchange/searchText.ts'
import { rows, type Read } from './read.ts'
import { kindOf } from './recordKind.ts'
import { givenStatement } from './statements.ts'

type Row = { id: string; labels: string[]; name: string; context: string[]; score: number }

const likeThis = givenStatement('queries/Query.search.cypher')

/** The finds of `Query.search`, the best first; any text has an answer. */
export async function search(
  _: unknown,
  { text, kinds = null, first }: { text: string; kinds?: string[] | null; first: number },
  { read }: { read: Read },
) {
  const start = text.slice(0, longest).trim()
  const id = idLike.test(start) ? start : null
  const named = searchText(id ? start.slice(start.indexOf(':') + 1) : start)
  const words = withoutArticle(named.split(' ').filter(Boolean)).slice(0, most)
  if (words.length === 0) return []
  // The words of an id are a guess at a name: one of them is enough.
  const queries = luceneQueries(words, id ? ' OR ' : ' AND ')
  const labels = kinds && searched.filter((label) => kinds.includes(kindOf([label]) ?? ''))
  const parameters = { ...queries, id, text: start, words: words.join(' '), kinds: labels, first }
  const found = await rows<Row>(read, likeThis, parameters)
  return found.map(({ labels, context, ...hit }) => ({
    ...hit,
    context: context.join(' · ') || null,
    kind: kindOf(labels),
  }))
}

// Whoever pastes a page still gets an answer, from its first words.
const longest = 200
const most = 12

// `sample:accorderie-quebec`, `cog:29019`: a scheme and what it names, in one piece.
const idLike = /^[\w.-]+:\S+$/

// As they are left once apostrophes and accents are gone.
const stopWords = new Set(
  'a au aux avec d dans de des du en et l la le les ou par pour qu que qui s sur un une'.split(' '),
)

const withoutArticle = ([article, ...rest]: string[]): string[] =>
  article && rest.length > 0 && stopWords.has(article)
    ? withoutArticle(rest)
    : article
      ? [article, ...rest]
      : []

/** What both indexes are asked: letters and digits only, so that no input is an operator of Lucene's. */
function luceneQueries(words: string[], joint: ' AND ' | ' OR '): { folded: string; french: string } {
  const last = words.length - 1
  const telling = words.filter((word, position) => position === last || !stopWords.has(word))
  return {
    folded: telling.map((word) => `(${word}^4 OR ${word}*${slips(word)})`).join(joint),
    // A last word such as « par » may be the beginning of « Paris »: the French index alone would leave it out.
    french: telling.map((word) => (stopWords.has(word) ? `${word}*` : word)).join(joint),
  }
}

// One slip in three letters makes any word of any other.
const slips = (word: string) => (word.length > 7 ? ` OR ${word}~2` : word.length > 3 ? ` OR ${word}~1` : '')
