import { keep, keptList } from './kept.ts'

/** An address of this application under a name. */
export type View = { name: string; href: string }

const isView = (value: unknown): value is View =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'href' in value &&
  typeof value.href === 'string' &&
  // Nothing kept may lead out of this application.
  /^\/(?![/\\])/.test(value.href)

const sheet = /^\/(initiatives|partners|commons|networks|territories)\/[^/]+\/?$/
const mostRecent = 8
const mostViews = 100

/** What this browser remembers for who uses it: the records seen last, and views saved under a name. */
class Remembered {
  recent = $state.raw(keptList('recent', isView).slice(0, mostRecent))
  views = $state.raw(keptList('views', isView).slice(0, mostViews))
  /** False when the browser keeps nothing: what is saved is gone with the page. */
  isKept = $state(true)

  /** Notes that the sheet of a record was seen; other pages are no records. */
  visit(name: string, path: string) {
    if (!sheet.test(path)) return
    const others = this.recent.filter(({ href }) => href !== path)
    this.recent = [{ name: name.slice(0, 200), href: path }, ...others].slice(0, mostRecent)
    keep('recent', JSON.stringify(this.recent))
  }

  /** Saves an address; a view of the same name is replaced. */
  save(name: string, href: string) {
    const others = this.views.filter((view) => view.name !== name)
    this.#keepViews([{ name, href }, ...others].slice(0, mostViews))
  }

  /** Gives a view another name; one that has it already is replaced. */
  rename(view: View, name: string) {
    const others = this.views.filter((other) => other === view || other.name !== name)
    this.#keepViews(others.map((other) => (other === view ? { ...other, name } : other)))
  }

  remove(view: View) {
    this.#keepViews(this.views.filter((other) => other !== view))
  }

  #keepViews(views: View[]) {
    this.views = views
    this.isKept = keep('views', JSON.stringify(views))
  }
}

export const remembered = new Remembered()
