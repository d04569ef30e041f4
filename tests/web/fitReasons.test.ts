import { readFileSync } from 'node:fs'
import { buildASTSchema, isEnumType, parse } from 'graphql'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import english from '../../web/messages/en.json'
import type { Part } from '../../web/territories/query.ts'
import { mostInAll, mostOf, proofDetail, proofHref, reasons, why } from '../../web/territories/reasons.ts'

const schema = buildASTSchema(parse(readFileSync('api/contract.graphql', 'utf8')), { assumeValid: true })
const known = schema.getType('FitReason')
const values = isEnumType(known) ? known.getValues() : []

type Proof = Part['evidence'][number]
const proof = (kind: Proof['kind'], name: string, more: Partial<Proof> = {}): Proof => ({
  ...{ kind, id: `a:${name}`, name, points: 1, territory: null, value: null },
  ...more,
})
const part = (reason: Part['reason'], points: number, evidence: Proof[]): Part => ({
  reason,
  points,
  evidence,
})

describe('the reasons why a model fits', () => {
  it('are all told, with the most points that the contract says each gives', () => {
    expect(values.map(({ name }) => name).toSorted()).toEqual(reasons.toSorted())
    const inWords = new Map([[3, /three at most|3 points/]])
    for (const { name, description } of values) {
      const most = mostOf[name as Part['reason']]
      expect(description, name).toMatch(inWords.get(most) ?? new RegExp(`\\b${most} points`))
    }
    expect(known?.description).toContain(`${mostInAll} in all at most`)
  })

  it('say how near an example is by the smallest territory that holds both', () => {
    const near = (points: number) => why(part('NEARBY', points, [proof('TERRITORY', 'Bretagne')]), true)
    expect(near(6)).toMatch(/^Un exemple est tout près/)
    expect(near(5)).toBe('Un exemple est dans le même département\u00a0:')
    expect(near(3)).toBe('Un exemple est dans la même région\u00a0:')
    expect(near(1)).toBe('Un exemple est dans le même pays\u00a0:')
  })

  it('count what they rest on, and say whether size was compared', () => {
    const like = [proof('INITIATIVE', 'CJS de Quimper'), proof('INITIATIVE', 'CJS de La Rochelle')]
    expect(why(part('SIMILAR_TERRITORIES', 4, like), true)).toBe(
      'À l’œuvre dans des territoires de taille comparable\u00a0:',
    )
    expect(why(part('SIMILAR_TERRITORIES', 2, like.slice(1)), false)).toBe(
      'À l’œuvre dans un territoire de même niveau\u00a0:',
    )
    expect(why(part('SHARED_THEMES', 3, [proof('THEME', 'lien social')]), true)).toBe(
      'Son exemple parle d’un thème d’ici\u00a0:',
    )
  })

  it('tell the least time and money that it takes', () => {
    const effort = part('LITTLE_EFFORT', 4, [proof('INITIATIVE', 'CJS', { value: 1 })])
    expect(why(effort, true)).toBe('1 jour-personne suffit, d’après la fiche de')
    const cost = part('LOW_COST', 4, [proof('INITIATIVE', 'CJS', { value: 3000 })])
    expect(why(cost, true).replace(/\s/g, ' ')).toBe(
      '3 000 euros suffisent pour commencer, d’après la fiche de',
    )
  })

  it('lead to what they rest on, with its place unless the name says it', () => {
    expect(proofHref(proof('COMMONS', 'kit'))).toBe('/commons/a%3Akit')
    expect(proofHref(proof('THEME', 'lien'))).toBe('/map?of=a%3Alien')
    expect(proofDetail('SPONSOR_NEAR', proof('PARTNER', 'Mission locale', { territory: 'Quimper' }))).toBe(
      ' (Quimper)',
    )
    expect(proofDetail('NEARBY', proof('INITIATIVE', 'CJS de Quimper', { territory: 'Quimper' }))).toBe('')
    const ready = proof('PARTNER', 'Ville', { territory: 'Brest', value: 12 })
    expect(proofDetail('MEMBERS_READY', ready)).toBe(' (Brest, 12 jours-personne)')
  })

  it('are whole sentences in English too', () => {
    const says = (reason: Part['reason']) =>
      new IntlMessageFormat(english[`fit.why.${reason}`], 'en').format({
        ...{ points: 2, count: 2, like: 'size', days: 20, cost: '€20' },
      })
    for (const reason of reasons) expect(says(reason), reason).toMatch(/^[A-Z0-9€].+(:| of)$/)
    expect(says('LITTLE_EFFORT')).toBe('20 person-days are enough, says the sheet of')
    expect(says('SPONSOR_NEAR')).toBe('Somebody in the region can accompany it:')
  })
})
