import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { ruleNames, saying } from '../../../api/exchange/upload/saying.ts'
import english from '../../../web/messages/en.json'
import french from '../../../web/messages/fr.json'
import { own, pieces, worded } from '../../../web/import/sentences.ts'

const folder = 'api/exchange'
// What is said on the terminal alone, stands in comments of mappings, or is compared with words of files.
const silent =
  /^(sample|upload|mappings|kept)\/|^guess\/(choices|guess|values|words|yaml)|^importing\/report|^mapping\/(schema|words)|^places\/(contours|extract|territories|words)|^formats\/grants|^searchText/
// Parts of sentences, sentences that are put together of them, and words that stand in no sentence.
const parts = new Set(
  `row {}|column {}|of five digits|codes of communes|addresses of pages|of fourteen digits|of nine digits|W and nine signs|, {} look like it: {}|repeats few values ({})|holds free text|{}, and its name says nothing known|dry run|import {} of {}|, by {}: take that back first|même {}|même nom|même site {}|mais autre {}|même territoire ({})|mais territoires différents|même identifiant|nine digits|fourteen digits|such as 05a28rw58|Q and digits|, the last one checks the others|one record|: did it mean {}?|the row|: did you mean {}?|has none|has {}|not at all|taken as {}|no territory|did you mean {}?|there are {}|the mapping|: did you mean {}?|of the place|word of the mapping|leave out|postal code|the département {}| and {} more|{} to {}|: turn source and target round|kind of record|type of link|come from each other|{} and {} more|import {} can't be taken back: {} changed since{}\n  {}|the mapping says the licence {}, the network {} {}, which stays|{}: unknown {}: {} ({})|nothing was written: {} problem(s)\n  {}{}|nothing was written, errors: {}\n  {}|… and {} more: --report FILE writes them all`.split(
    '|',
  ),
)

/** The texts in the code that have several words, cut where something is put in. */
function textsIn(path: string): string[][] {
  const source = ts.createSourceFile(
    path,
    readFileSync(`${folder}/${path}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  )
  const found: string[][] = []
  const look = (node: ts.Node) => {
    if (ts.isImportDeclaration(node)) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push([node.text])
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)])
    ts.forEachChild(node, look)
  }
  look(source)
  return found.filter((text) => /[a-z]{2,} [a-z{]/i.test(text.join('{')) && !text.join('').includes('|'))
}

/** Whether it has a rule, line by line, whatever is put in, be it nothing. */
function isSaid(text: readonly string[], before: string): boolean {
  const holes = Math.min(text.length - 1, 6)
  return Array.from({ length: 2 ** holes }, (_, empty) => empty).some((empty) =>
    (
      before +
      text.map((part, at) => part + (at === text.length - 1 || (empty >> at) & 1 ? '' : '7')).join('')
    )
      .split('\n')
      .every((line) => ['', '7'].includes(line.trim()) || saying(line.trim()).rule !== undefined),
  )
}

describe('what the importer says', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !silent.test(path),
  )

  test.each(files)('in %s has a rule', (path) => {
    // Faults of a mapping stand behind the place that they are about.
    const before = path.startsWith('mapping/') ? ['', 'inputs.a '] : ['']
    const unsaid = textsIn(path).filter(
      (text) => !parts.has(text.join('{}')) && !before.some((place) => isSaid(text, place)),
    )
    expect(unsaid.map((text) => text.join('{}'))).toEqual([])
  })

  test('has words in both languages for every rule, and none for others', () => {
    const keys = ruleNames().map((rule) => `import.rule.${rule}`)
    for (const messages of [french, english])
      expect(
        Object.keys(messages)
          .filter((key) => key.startsWith('import.rule.'))
          .toSorted(),
      ).toEqual(keys.toSorted())
  })
})

describe('a sentence', () => {
  const french = (text: string) => worded(saying(text)).replaceAll('\u00a0', ' ')

  test('is worded by its rule, with what it names', () => {
    expect(saying('is no date like DD/MM/YYYY')).toEqual({
      ...{ text: 'is no date like DD/MM/YYYY', rule: 'noDateLike' },
      values: { like: 'DD/MM/YYYY' },
    })
    expect(french('is no date like DD/MM/YYYY')).toBe('n’est pas une date écrite comme DD/MM/YYYY')
    expect(french('is no PartnerRole: did you mean FUNDER?')).toBe(
      'n’est pas un mot connu pour un rôle : est-ce « FUNDER » ?',
    )
    expect(french('is no word of the mapping: known are a, b')).toBe(
      'n’est pas un mot connu de la correspondance ; sont connus : a, b',
    )
  })

  test('within a sentence is worded too', () => {
    const said = 'may be Crest or the département Drôme: say which by a code, a postal code or a département'
    expect(french(`${said}: no territory`)).toBe(
      'peut être Crest ou le département Drôme : précisez par un code, un code postal ou un département : aucun territoire',
    )
    expect(french('is Brest: the postal code says Metz')).toBe('est Brest, alors que le code postal dit Metz')
    expect(french('m.yaml, line 1: titel is unknown: did you mean title?')).toBe(
      'm.yaml, ligne 1 : titel est inconnu : est-ce « title » ?',
    )
  })

  test('of what vanished names its kind', () => {
    expect(french('Le Fournil, Initiative: is no longer in the files')).toBe(
      'Le Fournil (initiative) : n’est plus dans les fichiers',
    )
    expect(french('Theme: is no longer in the files, and a Theme has no end')).toBe(
      'thème : n’est plus dans les fichiers, et ne peut pas finir',
    )
  })

  test('that is put together of parts has its rule as a whole', () => {
    expect(
      french(
        "import 3 can't be taken back: 2 records were changed since, by import 4 of 2026-11-22: take that back first",
      ),
    ).toBe(
      'l’import 3 ne peut pas être retiré : 2 fiches et liens ont changé depuis, par un import plus récent (import 4 du 2026-11-22) : retirez d’abord celui-là',
    )
    expect(saying("import 3 can't be taken back: 1 record was changed since").rule).toBe('oneChangedSince')
    expect(saying('the mapping says the licence A, the network us has none, which stays').rule).toBe(
      'licenceNone',
    )
    expect(saying('Partner us:a: unknown property: nom (did you mean name?)').rule).toBe('propertyNear')
    expect(saying('Partner us:a: unknown property: nom (known: id, name)').rule).toBe('propertyUnknown')
  })

  test('without a rule is told as it is, and says that it is English; one of the page itself does not', () => {
    expect(pieces({ text: 'is new under the sun' })).toEqual([{ text: 'is new under the sun', lang: 'en' }])
    expect(pieces(own('Arrêté. Rien n’a été écrit.'))).toEqual([{ text: 'Arrêté. Rien n’a été écrit.' }])
  })

  test('quotes what somebody wrote in another language, which says so', () => {
    const corrected = saying('is now "78005": the coordinates and the name both say Sophia Antipolis')
    expect(pieces(corrected)).toEqual([
      { text: 'se lit désormais "78005"\u00a0: ' },
      { text: '«\u00a0the coordinates and the name both say Sophia Antipolis\u00a0»', lang: 'en' },
    ])
    const own = saying('is now "78005": les coordonnées et le nom disent Valbonne')
    expect(worded(own)).toBe('se lit désormais "78005"\u00a0: les coordonnées et le nom disent Valbonne')
    expect(pieces(saying('is now "2015": corrected by hand'))).toHaveLength(1)
  })
})
