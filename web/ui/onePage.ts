type Words = (left: number) => string

/** How many rows of each list are printed, and which kinds of `data-spare` are not. */
type Cut = { rows: readonly number[]; spared: readonly string[] }
type Fits = (cut: Cut) => boolean

// Asides go before rows do, answers written at length before the last rows, then pictures.
const sparing = [
  { spared: [], least: 6 },
  { spared: ['aside'], least: 3 },
  { spared: ['aside', 'answer'], least: 1 },
  { spared: ['aside', 'answer', 'picture'], least: 1 },
]
const mostRows = 10

// What `print.css` leaves of an A4 page between its margins, in CSS pixels: 180 by 273 mm, less a line of rounding.
const page = { width: 680, height: 1020 }

// Lists whose rows stand under one another; what is told in a sentence is none.
const lists = '.told :is(ul, ol, tbody, :has(> article + article)):not([data-whole], .unseen *)'
const rowsOf = (list: HTMLElement) => list.querySelectorAll(':scope > :is(li, tr, article)')

/**
 * Abridges a sheet so that it is printed on one page, if it can be, until `whole` is called on it. What is left out
 * of a list is told under it by `words`.
 *
 * @returns whether something is left out
 */
export function abridge(sheet: HTMLElement, words: Words): boolean {
  const all = [...sheet.querySelectorAll<HTMLElement>(lists)]
  const take = (cut: Cut) => leaveOut(sheet, all, cut, words)
  onPaper(() => {
    const fits: Fits = (cut) => {
      take(cut)
      return sheet.getBoundingClientRect().height <= page.height
    }
    if (fits({ rows: [], spared: [] })) return
    take(grown(all, evenly(all.length, fits), fits))
  })
  return sheet.querySelector('[data-left], [data-spare][data-off]') !== null
}

// As many rows of each list, of the first degree of sparing in which enough of them fit; the least there is if none does.
function evenly(count: number, fits: Fits): Cut {
  let cut: Cut = { rows: [], spared: [] }
  for (const { spared, least } of sparing)
    for (let most = mostRows; most >= least; most -= 1) {
      cut = { rows: Array.from({ length: count }, () => most), spared }
      if (fits(cut)) return cut
    }
  return cut
}

// What room is left goes to the lists in turn, a row each.
function grown(all: readonly HTMLElement[], { rows, spared }: Cut, fits: Fits): Cut {
  let best = rows
  let waiting = [...all.entries()]
  while (waiting.length > 0)
    waiting = waiting.filter(([at, list]) => {
      const one = (best[at] ?? 0) + 1
      const more = best.with(at, one)
      if (rowsOf(list).length < one || !fits({ rows: more, spared })) return false
      best = more
      return true
    })
  return { rows: best, spared }
}

/** Takes back what `abridge` left out. */
export function whole(sheet: HTMLElement) {
  for (const attribute of ['data-off', 'data-left'])
    for (const one of sheet.querySelectorAll(`[${attribute}]`)) one.removeAttribute(attribute)
}

function leaveOut(sheet: HTMLElement, all: readonly HTMLElement[], { rows, spared }: Cut, words: Words) {
  whole(sheet)
  all.forEach((list, at) => shorten(list, rows[at] ?? Infinity, words))
  for (const kind of spared)
    for (const one of sheet.querySelectorAll(`[data-spare="${kind}"]`)) one.setAttribute('data-off', '')
  leaveUncited(sheet)
}

function shorten(list: HTMLElement, rows: number, words: Words) {
  const left = [...rowsOf(list)].slice(Math.min(rows, Number(list.dataset['most'] ?? rows)))
  if (left.length === 0) return
  for (const one of left) one.setAttribute('data-off', '')
  // What the list itself left out is told with it.
  const more = list.parentElement?.querySelector<HTMLElement>(
    ':scope > [data-more], :scope > div > [data-more]',
  )
  more?.setAttribute('data-off', '')
  const told = list.closest<HTMLElement>('table') ?? list
  told.dataset['left'] = words(left.length + Number(more?.dataset['more'] ?? 0))
}

// A source is told as long as something printed cites it.
function leaveUncited(sheet: HTMLElement) {
  const cited = new Set<string | undefined>()
  for (const note of sheet.querySelectorAll<HTMLElement>('[data-note]'))
    if (!note.closest('.on-screen, [data-off]')) cited.add(note.dataset['note'])
  for (const source of sheet.querySelectorAll<HTMLElement>('[data-source]'))
    source.toggleAttribute('data-off', !cited.has(source.dataset['source']))
}

// Lays the page out as paper will show it, for as long as `look` looks: nothing of it is painted.
function onPaper<T>(look: () => T): T {
  const { scrollX, scrollY } = window
  const root = document.documentElement
  const rules = [...document.styleSheets].flatMap((sheet) => mediaRules(sheet.cssRules))
  const before = rules.map(({ media }) => media.mediaText)
  const paper = ofPaper()
  for (const { media } of rules) media.mediaText = paper.holds(media.mediaText) ? 'all' : 'not all'
  paper.end()
  root.style.width = `${page.width}px`
  try {
    return look()
  } finally {
    root.style.removeProperty('width')
    rules.forEach(({ media }, at) => (media.mediaText = before[at] ?? 'all'))
    scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' })
  }
}

function mediaRules(rules: CSSRuleList): CSSMediaRule[] {
  return [...rules].flatMap((rule) => [
    ...(rule instanceof CSSMediaRule ? [rule] : []),
    ...('cssRules' in rule && rule.cssRules instanceof CSSRuleList ? mediaRules(rule.cssRules) : []),
  ])
}

// Whether a list of media holds on a page: asked of a frame as wide as it, with paper and the screen in each other's place.
function ofPaper(): { holds: (media: string) => boolean; end: () => void } {
  const frame = document.createElement('iframe')
  frame.style.cssText = `position: fixed; visibility: hidden; width: ${page.width}px; height: ${page.height}px`
  document.body.append(frame)
  const other = { print: 'screen', screen: 'print' }
  const swapped = (media: string) =>
    media.replace(/print|screen/g, (medium) => other[medium === 'print' ? medium : 'screen'])
  return {
    holds: (media) => frame.contentWindow?.matchMedia(swapped(media)).matches ?? false,
    end: () => frame.remove(),
  }
}
