import { describe, expect, it } from 'vitest'
import { decoded, isAlone, pageAt, wholePath } from '../../web/pages.ts'

const at = (address: string) => pageAt(new URL(address, 'http://essaim.test').pathname)

describe('the page at an address', () => {
  it('is the home page at the root', () => {
    expect(at('/')).toEqual({ page: 'home' })
  })

  it('is the sheet of the record whose id the path carries', () => {
    expect(at('/initiatives/sample%3Acjs-quebec')).toEqual({ page: 'initiative', id: 'sample:cjs-quebec' })
    expect(at('/commons/sample%3Aacc-kit')).toEqual({ page: 'commons', id: 'sample:acc-kit' })
    expect(at('/networks/sample%3Anet-miramap')).toEqual({ page: 'network', id: 'sample:net-miramap' })
    expect(at('/territories/cog%3A29019')).toEqual({ page: 'territory', id: 'cog:29019' })
    expect(at('/partners/sample%3Aemmaus%2Ffrance')).toEqual({ page: 'partner', id: 'sample:emmaus/france' })
  })

  it('is the tree of an initiative, or the families when none is named', () => {
    expect(at('/tree/sample%3Aamap?view=table')).toEqual({ page: 'tree', id: 'sample:amap' })
    expect(at('/tree')).toEqual({ page: 'families' })
  })

  it('is the map, whatever it starts from', () => {
    expect(at('/map?of=a&of=b')).toEqual({ page: 'map' })
    expect(at('/map')).toEqual({ page: 'map' })
  })

  it('is the list of a noun when no record is named', () => {
    expect(at('/initiatives?status=RUNNING')).toEqual({ page: 'initiatives' })
    expect(at('/commons/')).toEqual({ page: 'commonsList' })
  })

  it('is the map of territories, or the sheet of one', () => {
    expect(at('/territories?inside=reg%3A53')).toEqual({ page: 'territories' })
    expect(at('/embed/territories')).toEqual({ page: 'territories' })
    expect(at('/territories/dep%3A26')).toEqual({ page: 'territory', id: 'dep:26' })
  })

  it('forgives a slash at the end', () => {
    expect(at('/tree/')).toEqual({ page: 'families' })
    expect(at('/partners/a/')).toEqual({ page: 'partner', id: 'a' })
  })

  it('is a picture that stands alone, to be framed by the pages of others', () => {
    expect(at('/embed/map?of=a')).toEqual({ page: 'map' })
    expect(at('/embed/tree/sample%3Aamap/')).toEqual({ page: 'tree', id: 'sample:amap' })
    expect([
      isAlone('/embed/map'),
      isAlone('/map'),
      isAlone('/embed/partners/a'),
      isAlone('/embed/tree'),
    ]).toEqual([true, false, false, false])
    expect([wholePath('/embed/tree/a'), wholePath('/tree/embed')]).toEqual(['/tree/a', '/tree/embed'])
    for (const path of ['/embed', '/embed/', '/embed/tree', '/embed/partners/a', '/embed/embed/map'])
      expect(at(path), path).toEqual({ page: 'missing' })
  })

  it('is missing for anything else', () => {
    for (const path of ['/nowhere', '/initiative', '/initiatives/a/b', '/constructor', '/toString/x'])
      expect(at(path), path).toEqual({ page: 'missing' })
  })

  it('is missing when the id is badly written', () => {
    expect(at('/initiatives/%E0%A4%A')).toEqual({ page: 'missing' })
    expect(decoded('%E0%A4%A')).toBeUndefined()
  })
})
