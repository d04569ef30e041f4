import { describe, expect, it } from 'vitest'
import type { Shape } from '../../../web/drawing/ink.ts'
import { svgText } from '../../../web/drawing/svg.ts'
import { dark, light } from './papers.ts'
import { scene } from './story.ts'

const drawn = (...shapes: Shape[]) => svgText({ box: { x: 0, y: 0, width: 10, height: 10 }, shapes }, light)

describe('a scene as an SVG file', () => {
  it('is the same drawing on both papers', async () => {
    await expect(svgText(scene, light, { title: 'Épicerie', description: 'Un essai' })).toMatchFileSnapshot(
      'marks.svg',
    )
    await expect(svgText(scene, dark)).toMatchFileSnapshot('marks-dark.svg')
  })

  it('runs nothing, whatever a place is called', () => {
    const name = '"><script>alert(1)</script>]]>&#x3c;'
    const file = svgText(
      { ...scene, shapes: [{ is: 'text', x: 0, y: 0, lines: [name], size: 12, weight: 400, colour: 'ink' }] },
      light,
      { title: name, description: name },
    )
    expect(file).not.toContain('<script')
    expect(file.match(/&lt;script&gt;/g)).toHaveLength(3)
  })

  it('has no letter that XML forbids and none that turns what follows', () => {
    const text = (line: string) =>
      drawn({ is: 'text', x: 0, y: 0, lines: [line], size: 12, weight: 400, colour: 'ink' })
    expect(text('a\u0000b\u001fc\ufffed\ud800e\u202ef\u2066g')).toContain('>abcdefg<')
    expect(text('🐝 é')).toContain('>🐝 é<')
  })

  it('writes from right to left what is read so, from the same edge', () => {
    const text = (anchor: 'start' | 'middle' | 'end') =>
      drawn({ is: 'text', x: 5, y: 5, lines: ['قرية'], size: 12, weight: 400, colour: 'ink', anchor })
    expect(text('start')).toContain('text-anchor="end" direction="rtl"')
    expect(text('middle')).toContain('text-anchor="middle" direction="rtl"')
    expect(text('end')).not.toContain('text-anchor')
  })

  it('holds each hatch once', () => {
    const disc = { is: 'disc', y: 5, r: 4, fill: 'paper', hatch: 'ink' } as const
    expect(drawn({ ...disc, x: 1 }, { ...disc, x: 5 }).match(/<pattern/g)).toHaveLength(1)
  })
})
