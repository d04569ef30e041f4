import { beforeEach, describe, expect, it, vi } from 'vitest'

/** A browser's store, with what it holds already and the room that it has. */
class Store {
  held: Record<string, string>
  room: number
  constructor(held: Record<string, string> = {}, room = Infinity) {
    this.held = held
    this.room = room
  }
  getItem = (name: string) => this.held[name] ?? null
  setItem = (name: string, value: string) => {
    if (value.length > this.room) throw new DOMException('full', 'QuotaExceededError')
    this.held[name] = value
  }
}

const starting = async (store: Store) => {
  vi.stubGlobal('localStorage', store)
  vi.resetModules()
  return (await import('../../web/ui/remembered.svelte.ts')).remembered
}
const names = (views: { name: string }[]) => views.map(({ name }) => name)

beforeEach(() => () => vi.unstubAllGlobals())

describe('what a browser remembers', () => {
  it('holds the records seen last, each once, the latest first', async () => {
    const remembered = await starting(new Store())
    remembered.visit('A', '/initiatives/a')
    remembered.visit('B', '/partners/b')
    remembered.visit('A', '/initiatives/a')
    remembered.visit('Arbre', '/tree/a')
    expect(names(remembered.recent)).toEqual(['A', 'B'])
  })

  it('finds again what an earlier visit saved', async () => {
    const store = new Store()
    const before = await starting(store)
    before.save('Mes financeurs', '/map?of=a&roles=FUNDER')
    expect((await starting(store)).views).toEqual([
      { name: 'Mes financeurs', href: '/map?of=a&roles=FUNDER' },
    ])
  })

  it('has one view of a name, whether saved or renamed to it', async () => {
    const remembered = await starting(new Store())
    remembered.save('Un', '/tree/1')
    remembered.save('Deux', '/tree/2')
    remembered.save('Un', '/tree/3')
    expect(remembered.views).toEqual([
      { name: 'Un', href: '/tree/3' },
      { name: 'Deux', href: '/tree/2' },
    ])
    const [one] = remembered.views
    if (one) remembered.rename(one, 'Deux')
    expect(remembered.views).toEqual([{ name: 'Deux', href: '/tree/3' }])
    const [left] = remembered.views
    if (left) remembered.remove(left)
    expect(remembered.views).toEqual([])
  })

  it('leaves aside what is no view, or would lead out of this application', async () => {
    const views = [
      { name: 'Bon', href: '/map?of=a' },
      { name: 'Dehors', href: '//evil.example/' },
      { name: 'Script', href: 'javascript:alert(1)' },
      { name: 7, href: '/map' },
      null,
    ]
    const remembered = await starting(
      new Store({ 'essaim.views': JSON.stringify(views), 'essaim.recent': '{"not": ' }),
    )
    expect(names(remembered.views)).toEqual(['Bon'])
    expect(remembered.recent).toEqual([])
  })

  it('says so when the browser keeps nothing, and goes on until the page closes', async () => {
    const remembered = await starting(new Store({}, 20))
    remembered.save('Une vue', '/map?of=a')
    expect(remembered.isKept).toBe(false)
    expect(names(remembered.views)).toEqual(['Une vue'])
  })
})
