import { expect, test } from 'vitest'
import { guessed } from '../../../api/exchange/guess/guess.ts'
import { importRecords } from '../../../api/exchange/importing/importRecords.ts'
import { reportRows } from '../../../api/exchange/importing/report.ts'
import { parseMapping } from '../../../api/exchange/mapping/mapping.ts'
import { said } from '../../../web/import/sentences.ts'
import { networkHead } from '../../files/networkHead.ts'

const wrong = `Nom du projet;Porteur;Ville;Code postal;Date;Statut;Bénéficiaires;Site web;Note
Le Fournil;Les Tablées;Brest;29200;12/05/2016;en cours;1 250;fournil.example.org;=1+1
La Table;LES TABLEES;Metz;29200;31/31/2019;en cours;beaucoup;pas un site;
L'Atelier;A;Nulle-Part;;2020;bizarre;12;https://example.org/a;oui
Le Jardin;B;;;03/2021;terminé;40;https://example.org/b;non
;C;Lyon;69007;01/01/2020;en cours;1;https://example.org/c;non
`

test.each([
  ['the workbook of a network head', 'Cantines 2024.xlsx', networkHead],
  ['a spreadsheet where much is wrong', 'actions.csv', Buffer.from(wrong)],
])('all that is said of %s is said in French', (_, name, bytes) => {
  const files = [{ name, bytes }]
  const { yaml, plan } = guessed(files, {})
  const reasons = [plan.main, ...plan.others.map(({ sheet }) => sheet)].flatMap(({ meanings }) =>
    meanings.map(({ because }) => because),
  )
  const { report, problems } = importRecords(parseMapping(yaml, 'm'), files, {
    ...{ recorder: 'us', ownsNetwork: true, today: '2026-01-01' },
  })
  const told = reportRows(report, problems).map(({ rule }) => rule)
  expect(told.length).toBeGreaterThan(3)
  expect([...reasons, ...told].filter((sentence) => said(sentence).isForeign)).toEqual([])
})

test('a sentence that has no French is told in English, and says so; English stays as it is', () => {
  expect(said('is new under the sun')).toEqual({ text: 'is new under the sun', isForeign: true })
  expect(said('is no date like DD/MM/YYYY').text).toBe('n’est pas une date écrite comme DD/MM/YYYY')
  expect(said('is no number', 'en')).toEqual({ text: 'is no number', isForeign: false })
})
