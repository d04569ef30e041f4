import { readFileSync } from 'node:fs'
import { resolveSchemaCoordinate } from 'graphql'
import { describe, expect, test } from 'vitest'
import { graphSchema } from '../../api/schema.ts'

const architecture = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8')
const heading = '## Concepts of the field that have no place yet'
const section = architecture.split(heading)[1]?.split('\n## ')[0] ?? ''
const unplaced = [...section.matchAll(/^- \*\*(.+?)\*\*/gm)].map(([, concept]) => concept)
const schema = await graphSchema()

/** The concepts that those who spread social initiatives speak of, in their words, and the place that each one has. */
const concepts: [concept: string, ...places: string[]][] = [
  ['initiative, projet, action, dispositif', 'Initiative'],
  ['modèle initial, recette gagnante', 'Initiative.elements', 'Element.core'],
  ['réalisation locale', 'Initiative.territories', 'Presence'],
  ['essaimage', 'Replication'],
  ["s'inspirer", 'ReplicationLevel.INSPIRED'],
  ['refaire', 'ReplicationLevel.REDONE'],
  ["changer d'échelle", 'ReplicationLevel.SCALED'],
  ['dissémination, souple, franchisé, déconcentré', 'ReplicationMode', 'Replication.mode'],
  ['essaimage par capillarité', 'Replication.steering', 'SpreadSteering.CAPILLARY'],
  ['création de nouvelles entités'],
  ['éléments repris, adaptés', 'Initiative.keeps', 'Initiative.adapts', 'Initiative.drops'],
  ["motifs d'adaptation", 'Adaptation.driver', 'AdaptationDriver'],
  ['fiche synthétique', 'Sheet', 'Initiative.sheets'],
  ['contexte', 'Sheet.context'],
  ['gouvernance', 'Sheet.governance'],
  ['forces, faiblesses', 'Sheet.strengths', 'Sheet.weaknesses', 'Sheet.opportunities', 'Sheet.threats'],
  ['évaluation', 'Sheet.evaluation', 'PartnerRole.EVALUATOR'],
  ['résultats objectivés', 'Result', 'Initiative.results'],
  ['impact social'],
  ['cartographier les partenaires', 'Query.partnerMap', 'Partnership.role'],
  ['acteurs stratégiques', 'SpreadingPlan.strategicActors'],
  ['usagers, bénéficiaires', 'Sheet.audiences', 'PartnerRole.USERS_VOICE'],
  ['élus', 'PartnerRole.ELECTED_BODY'],
  ['points de vigilance', 'Sheet.vigilancePoints'],
  ['écueils, freins', 'Sheet.obstacles'],
  ['facteurs clés de succès', 'Sheet.successFactors'],
  ['cadrage, objectifs', 'SpreadingPlan.scope', 'SpreadingPlan.objectives'],
  ['budget', 'SpreadingPlan.budget'],
  ["planning, plan d'actions", 'SpreadingPlan.planning'],
  ['trame pour essaimer', 'SpreadingPlan', 'SpreadingPlan.completeness'],
  ['communs', 'Commons'],
  ['communs partagés entre projets', 'Initiative.uses', 'Initiative.contributesTo', 'Query.commonsReuse'],
  ["mode d'emploi, clé en main", 'CommonsKind.PLAYBOOK', 'ProgrammeKind.TURNKEY'],
  ['modélisation du dispositif', 'Initiative.elements', 'Sheet.completeness'],
  ['territoire', 'Territory', 'Territory.partOf'],
  ['premier territoire, preuve du concept', 'Query.lineage', 'Presence.since', 'Result.achievedBy'],
  ['territoires et publics uniques', 'Territory.population', 'AdaptationDriver.TERRITORY_NEEDS'],
  ['tête de réseau', 'Partner.heads', 'PartnerRole.NETWORK_HEAD'],
  ['membres, antennes, adhérents', 'Membership', 'Partner.memberOf'],
  ['groupe parrain', 'Sponsorship', 'PartnerRole.SPONSOR_GROUP'],
  ['porteurs de projets', 'PartnerRole.CARRIER'],
  ['pairs, entraide', 'SponsorshipKind.EXCHANGE', 'SupportFormat.PEER_EXCHANGE'],
  ['promotion', 'Cohort', 'Enrolment'],
  ['co-développement', 'CoDevelopmentSession'],
  ["parcours d'accompagnement", 'ProgrammeKind.SUPPORT_PATH', 'Programme.includes'],
  ['appui méthodologique, humain, financier', 'Support', 'SupportKind'],
  ['bourse, soutien financier', 'Grant', 'Support.mostAmount'],
  ['appel à projets, lauréats', 'ProgrammeKind.CALL', 'EnrolmentStatus.ENROLLED'],
  ['comité de pilotage', 'SteeringCommittee', 'Programme.steeredBy'],
  ['instances locales, régionales, nationales', 'NetworkTier', 'Membership.tier'],
  ['orientations stratégiques', 'Programme.orientation'],
  ['thème', 'Theme'],
  ['prospective, nouvelles pratiques'],
  ["capacité d'absorption", 'Readiness', 'Readiness.readyFrom', 'Readiness.isApproved'],
  ['temps à consacrer', 'Sheet.expectedEffort', 'Readiness.availableEffort'],
  ["simples et peu coûteux d'abord", 'Sheet.setUpCost', 'Sheet.expectedEffort'],
  ["engagement jusqu'au bout", 'Enrolment.committedOn', 'InitiativeStatus.ABANDONED', 'Initiative.reason'],
  ['volontaires, motivés', 'EnrolmentStatus.INTERESTED', 'MatchmakingEvent.seekers'],
  ['speed-dating', 'MatchmakingEvent', 'Pitch', 'Meeting.outcome'],
  ['format écrit, transmission orale', 'SupportFormat.WRITTEN', 'SupportFormat.ORAL'],
  ["circuits d'information"],
  ["métier de conseil, appui à l'innovation", 'Network.programmes', 'Programme.offers'],
  ['relais', 'PartnerRole.RELAY'],
  ['formation', 'SupportFormat.TRAINING', 'CommonsKind.TRAINING'],
  ["retour d'expérience", 'CommonsKind.EXPERIENCE_REPORT'],
  ['capitaliser, valoriser, diffuser'],
  ['autonomie après le programme', 'Enrolment.isAutonomous'],
  ['liste de discussion, espace collaboratif', 'CommonsKind.COMMUNITY_SPACE', 'Commons.url'],
  ['stades de développement', 'InitiativeStatus', 'Initiative.status'],
]

describe('the 69 concepts of the field', () => {
  test('are named once each', () => {
    expect(new Set(concepts.map(([concept]) => concept)).size).toBe(69)
  })

  test.each(concepts.filter(([, ...places]) => places.length > 0))('%s has its place', (_, ...places) => {
    const missing = places.filter((place) => !resolveSchemaCoordinate(schema, place))
    expect(missing).toEqual([])
  })

  test('that have none are named in ARCHITECTURE.md with the reason, and no others are', () => {
    const without = concepts.filter(([, ...places]) => places.length === 0).map(([concept]) => concept)
    expect(unplaced.sort()).toEqual(without.sort())
    const reasons = section.split(/^- \*\*.+?\*\*/gm).slice(1)
    expect(reasons.filter((reason) => reason.trim().length < 20)).toEqual([])
  })
})
