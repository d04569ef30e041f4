import { describe, expect, it } from 'vitest'
import { embedAddress, embedCode } from '../../../web/drawing/embed.ts'
import { figureScene } from '../../../web/drawing/figureScene.ts'
import { csvFile, fileName, gexfFile, pngScale, svgFile } from '../../../web/drawing/files.ts'
import { footOf } from '../../../web/drawing/foot.ts'
import { movedPath } from '../../../web/drawing/moved.ts'
import { svgText } from '../../../web/drawing/svg.ts'
import { today } from '../../../web/drawing/time.ts'
import { light } from './papers.ts'
import { figure, graph, scene } from './story.ts'

describe('a figure', () => {
  it('has its title above, its legend and its foot below', async () => {
    const foot = 'Essaim, le 22 novembre 2026 · ce qui existait en mai 2014 · Données : Exemple d’Essaim'
    const drawn = figureScene(figure, foot)
    await expect(svgText(drawn, light, { title: figure.title })).toMatchFileSnapshot('figure.svg')
    expect(drawn.shapes.slice(0, scene.shapes.length)).toEqual(scene.shapes)
  })

  it('says which date it shows, whose data it is and where it is found', () => {
    expect(footOf(figure)).toMatch(
      /^Essaim, le .+ · ce qui existait en mai 2014 · Données : Exemple d’Essaim \(CC BY 4\.0\) · https:\/\/essaim\.test\//,
    )
    expect(footOf({ ...figure, date: null, licence: '' })).toContain(
      'Toutes les dates · licence des données non précisée',
    )
  })

  it('holds title and foot as words, for who listens', async () => {
    const text = await svgFile(figure, light).text()
    expect(text).toContain('<title>Qui soutient l’épicerie ?</title>')
    expect(text).toMatch(/<desc>2 sur 44, les plus proches Essaim, le .*of=a&amp;on=2014-05<\/desc>/)
  })

  it('wraps a long title and a long address within its width', () => {
    const long = {
      ...figure,
      title: 'Épicerie '.repeat(40),
      address: `https://essaim.test/map?${'of=abc&'.repeat(90)}`,
    }
    const { box, shapes } = figureScene(long, footOf(long))
    const texts = shapes.filter((shape) => shape.is === 'text')
    expect(texts.at(-1)?.lines.length).toBeGreaterThan(3)
    expect(texts.find(({ size }) => size === 22)?.lines.length).toBeGreaterThan(3)
    for (const { y, lines, size } of texts) {
      expect(y - size).toBeGreaterThanOrEqual(box.y)
      expect(y + (lines.length - 1) * size * 1.22).toBeLessThanOrEqual(box.y + box.height)
    }
  })

  it('ends no line of its foot, and begins none, with what separates', () => {
    for (let letters = 40; letters < 160; letters += 1) {
      const foot = `${'m'.repeat(letters)} · deux · https://essaim.test/map?${'of=abc&'.repeat(12)}`
      const lines = figureScene(figure, foot).shapes.flatMap((shape) =>
        shape.is === 'text' ? shape.lines : [],
      )
      expect(lines.filter((line) => /^·|·$/.test(line.trim()))).toEqual([])
    }
  })

  it('is twice as fine as the screen, unless browsers would give up', () => {
    expect(pngScale({ width: 1440, height: 900 })).toBe(2)
    expect(pngScale({ width: 1000, height: 40_000 })).toBe(0.4)
    const wall = pngScale({ width: 10_000, height: 10_000 })
    expect(10_000 * wall * 10_000 * wall).toBeCloseTo(64_000_000)
  })
})

it('path data moves with its shape', () => {
  expect(movedPath('M1,2H5V7L-3.5-2C1 1 2 2 3,3A4,5 0 0 1 9,8a1,1 0 0 1 2,2Z', 10, 100)).toBe(
    'M11 102H15V107L6.5 98C11 101 12 102 13 103A4 5 0 0 1 19 108a1,1 0 0 1 2,2Z',
  )
})

describe('a table as a file', () => {
  const csv = async (...rows: (string | number | null)[][]) =>
    await (await csvFile({ columns: ['Nom', 'Depuis'], rows })).text()

  it('opens in a French spreadsheet', async () => {
    expect(await csv(['Épicerie ; « A »', 1200.5], ['B "b"', null])).toBe(
      'Nom;Depuis\r\n"Épicerie ; « A »";1200,5\r\n"B ""b""";\r\n',
    )
    const bytes = new Uint8Array(await (await csvFile({ columns: ['a'], rows: [] })).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('runs no cell, and leaves numbers numbers', async () => {
    expect(await csv(['=HYPERLINK("x")', -5], ['@a', 0], ['-b', 1])).toBe(
      `Nom;Depuis\r\n"'=HYPERLINK(""x"")";-5\r\n'@a;0\r\n'-b;1\r\n`,
    )
  })
})

it('a graph as GEXF has places, colours and what is known of each node and link', async () => {
  const text = await (await gexfFile(graph, figure, light)).text()
  const lasting = text
    .replaceAll(today(), '2026-11-22')
    .replace(/Essaim, le [^·]* ·/, 'Essaim, le 22 novembre 2026 ·')
  await expect(lasting).toMatchFileSnapshot('graph.gexf')
})

it('a file is named after its title', () => {
  expect(fileName('Accorderie d’Annecy : qui finance ?', 'svg')).toBe(
    `accorderie-d-annecy-qui-finance-${today()}.svg`,
  )
  expect(fileName('Œuvre /../ "x"', 'png')).toBe(`oeuvre-x-${today()}.png`)
  expect(fileName('Secours Catholique porte ou soutient 8 initiatives, avec 35 partenaires', 'gexf')).toBe(
    `secours-catholique-porte-ou-soutient-8-initiatives-avec-35-${today()}.gexf`,
  )
  expect(fileName('???', 'csv')).toBe(`essaim-${today()}.csv`)
})

it('a page of others frames the same view alone', () => {
  const alone = embedAddress('https://essaim.test/map?of=a&selected=%22b%22')
  expect(alone).toBe('https://essaim.test/embed/map?of=a&selected=%22b%22')
  expect(embedCode(alone, '"><script>')).toBe(
    '<iframe src="https://essaim.test/embed/map?of=a&amp;selected=%22b%22" title="&quot;&gt;&lt;script&gt;" width="100%" height="640" style="border:0" loading="lazy"></iframe>',
  )
})
