// Every cohort, support and steering committee belongs to exactly one programme, and every session to exactly one cohort.
CALL () {
  MATCH (cohort:Cohort)
  RETURN cohort.id AS id, COUNT { (:Programme)-[:GATHERS]->(cohort) } AS owners
  UNION ALL
  MATCH (support:Support)
  RETURN support.id AS id, COUNT { (:Programme)-[:OFFERS]->(support) } AS owners
  UNION ALL
  MATCH (committee:SteeringCommittee)
  RETURN committee.id AS id, COUNT { (:Programme)-[:STEERED_BY]->(committee) } AS owners
  UNION ALL
  MATCH (session:CoDevelopmentSession)
  RETURN session.id AS id, COUNT { (:Cohort)-[:HELD]->(session) } AS owners
}
WITH id, owners
WHERE owners <> 1
RETURN [id] AS ids, 'belongs to ' + toString(owners) AS detail
